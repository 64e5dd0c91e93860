import type { PageStart } from "../../artifact.ts";
import { isText } from "./dom.ts";
import type { Page } from "./pagedjs.d.ts";

type Start = Omit<PageStart, "page">;

/** Letters of each text, by its id, on the pages before. */
type Earlier = Map<string, number>;

/** Returns what each page begins with, for the page list of the EPUB. */
export function listPageStarts(pages: Page[]): PageStart[] {
  const earlier: Earlier = new Map();
  let lastId: string | undefined;
  return pages.flatMap(({ element }, index) => {
    const parts = [...element.querySelectorAll<HTMLElement>(".pagedjs_page_content [data-bookmark]")];
    const start = parts[0] ? startOf(parts[0], earlier) : startOfNoteRest(element, lastId, earlier);
    for (const part of parts) earlier.set(idOf(part), (earlier.get(idOf(part)) ?? 0) + countLetters(part));
    if (parts.length > 0) lastId = idOf(parts.at(-1)!);
    return start ? [{ page: index + 1, ...start }] : [];
  });
}

// A part that begins on the page has its id alone. Of a part that continues, running text goes on after the letters of
// earlier pages; the contents and the sources have no running text, so the first entry that begins on the page is
// taken.
function startOf(part: HTMLElement, earlier: Earlier): Start | undefined {
  const id = idOf(part);
  if (!part.dataset["splitFrom"]) return { id };
  if (part.querySelector(".prose") || earlier.get(id)) return { id, after: earlier.get(id) };
  const entry = part.querySelector<HTMLElement>("[data-id]:not([data-split-from])");
  return entry ? { id: idOf(entry) } : undefined;
}

// A note may continue on a page where no text does. The page then counts as part of the text before.
function startOfNoteRest(page: HTMLElement, id: string | undefined, earlier: Earlier): Start | undefined {
  if (id === undefined || page.querySelector(".pagedjs_footnote_area")!.textContent.trim() === "") return undefined;
  return { id, after: earlier.get(id) };
}

// paged.js copies every id to `data-id`, and takes `id` away from the parts on later pages.
function idOf({ dataset }: HTMLElement): string {
  return dataset["id"]!;
}

/** What the running text of the EPUB does not have: notes, their marks, addresses that print adds, repeated heads. */
const withoutLetters = ".noteref, .footnote, .notes, .address, [data-footnote-call], [data-repeated]";

// Counts what the EPUB's page list counts: letters, figures and images; not hyphens and spaces, which are added or
// dropped where lines and pages end.
function countLetters(part: HTMLElement): number {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement!;
    if (!parent.closest(".prose") || parent.closest(withoutLetters)) continue;
    if (node.nodeName === "IMG") count += 1;
    else if (isText(node)) count += (node.data.match(/[\p{L}\p{N}]/gu) ?? []).length;
  }
  return count;
}
