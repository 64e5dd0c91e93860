import type { BreakToken, Chunker, HandlerClass, Page } from "./pagedjs.d.ts";

/** Pages that stay in the document: the one that is being filled, and the one before, which paged.js still changes. */
const pagesInDocument = 2;

/**
 * Makes the handler that takes pages out of the document while others are filled. Every page is measured many times,
 * and each time the browser goes through all pages that are in the document: 1,200 pages took a minute.
 */
export function setDonePagesAside(Handler: HandlerClass): HandlerClass {
  const aside = document.createDocumentFragment();
  return class DonePages extends Handler {
    override beforePageLayout(_page: Page, _content: unknown, _token: unknown, { pages }: Chunker): void {
      const done = pages.at(-pagesInDocument - 1);
      if (done) aside.append(done.element);
    }

    // The text has ended, but pages with the rest of a note may follow, for which more pages are put aside. So all of
    // them come back in their order.
    override afterPageLayout(element: HTMLElement, page: Page, token: BreakToken | undefined, chunker: Chunker): void {
      const { pages } = chunker;
      if (!token) element.before(...pages.slice(0, pages.indexOf(page)).map((done) => done.element));
    }
  };
}
