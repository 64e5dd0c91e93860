import type { PageStart } from "../../artifact.ts";
import { isText } from "./dom.ts";
import type { Page } from "./pagedjs.d.ts";

type Start = Omit<PageStart, "page">;

/** Letters of each text, by its id, on the pages before. */
type Earlier = Record<string, number>;

/** Returns what each page begins with, for the page list of the EPUB. */
export function listPageStarts(pages: Page[]): PageStart[] {
  const earlier: Earlier = {};
  let last: string | undefined;
  return pages.flatMap(({ element }, index) => {
    const parts = [...element.querySelectorAll<HTMLElement>(".pagedjs_page_content [data-bookmark]")];
    const start = parts[0] ? startOf(parts[0], earlier) : restOfNote(element, last, earlier);
    for (const part of parts) earlier[idOf(part)] = (earlier[idOf(part)] ?? 0) + countLetters(part);
    last = parts.length > 0 ? idOf(parts.at(-1)!) : last;
    return start ? [{ page: index + 1, ...start }] : [];
  });
}

function startOf(part: HTMLElement, earlier: Earlier): Start | undefined {
  const id = idOf(part);
  if (!part.dataset["splitFrom"]) return { id };
  if (part.querySelector(".prose") || earlier[id]) return { id, after: earlier[id] };
  const named = part.querySelector<HTMLElement>("[data-id]:not([data-split-from])");
  return named ? { id: idOf(named) } : undefined;
}

// A note may continue on a page where no text does. The page then counts as part of the text before.
function restOfNote(page: HTMLElement, id: string | undefined, earlier: Earlier): Start | undefined {
  if (id === undefined || page.querySelector(".pagedjs_footnote_area")!.textContent.trim() === "") return undefined;
  return { id, after: earlier[id] };
}

function idOf({ dataset }: HTMLElement): string {
  return dataset["id"]!;
}

// Counts what the EPUB's page list counts: letters, figures and images. Note marks do not count, and neither do hyphens
// and spaces, which are added or dropped where lines and pages end.
function countLetters(part: HTMLElement): number {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement!;
    if (!parent.closest(".prose") || parent.closest(".noteref, .footnote, [data-footnote-call]")) continue;
    if (node.nodeName === "IMG") count += 1;
    else if (isText(node)) count += (node.data.match(/[\p{L}\p{N}]/gu) ?? []).length;
  }
  return count;
}
