import type { Chunker, HandlerClass, Page } from "./pagedjs.d.ts";

/**
 * Makes the handler that keeps the rest of a note from the next part: it is on pages of its own before it. paged.js adds
 * such pages only where it sees a forced break, and does not wait for them before it fills the next page.
 */
export function waitForRests(Handler: HandlerClass): HandlerClass {
  return class Rests extends Handler {
    rest: Promise<void> | undefined;

    // paged.js marks no break before a part whose kind of page is another than that of the part before.
    override afterParsed(content: DocumentFragment): void {
      for (const part of content.querySelectorAll<HTMLElement>("[data-bookmark]"))
        part.dataset["breakBefore"] ??= "page";
    }

    override beforePageLayout(_page: Page, _content: unknown, _token: unknown, chunker: Chunker): void {
      if (Object.hasOwn(chunker, "clonePage")) return;
      const clonePage = chunker.clonePage.bind(chunker);
      chunker.clonePage = (page) => (this.rest = clonePage(page));
    }

    // The handler of paged.js that adds the page runs just before this one.
    override afterPageLayout(): Promise<void> | undefined {
      const { rest } = this;
      this.rest = undefined;
      return rest;
    }
  };
}
