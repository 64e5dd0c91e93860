import type { Chunker, HandlerClass, Page } from "./pagedjs.d.ts";

/** Makes the handler that puts each page on its side of the spine. */
export function fixSides(Handler: HandlerClass): HandlerClass {
  return class Sides extends Handler {
    // paged.js gives one number, and so one side, to all pages that hold nothing but the rest of a note, and also to
    // the page after them. Besides, a book that is read from right to left has its spine on the right: its first page
    // is a left one.
    override beforePageLayout(page: Page, _content: unknown, _token: unknown, chunker: Chunker): void {
      page.index(chunker.pages.indexOf(page));
      if (document.body.dataset["spine"] !== "right") return;
      for (const side of ["pagedjs_left_page", "pagedjs_right_page"]) page.element.classList.toggle(side);
    }

    // A page with nothing but the rest of a note copies its classes from the page before, but it is not the first page
    // of its part.
    override afterPageLayout(element: HTMLElement): void {
      if (element.querySelector(".pagedjs_page_content")!.hasChildNodes()) return;
      element.classList.remove(...[...element.classList].filter((name) => /^pagedjs_.+_first_page$/.test(name)));
    }
  };
}
