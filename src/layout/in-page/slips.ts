import type { LayoutRemark } from "../layout.ts";
import { px, rounding, textNodesIn } from "./dom.ts";

/** Returns the slips after which nothing stands on their page, and which can be set at its foot. */
export function findLastSlips(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".slip")].filter((slip) => {
    const foot = slip.getBoundingClientRect().bottom;
    return footOfWords(slip.closest(".pagedjs_page_content")!) <= foot + rounding;
  });
}

/**
 * Sets a slip at the foot of its page below the notes, which would be cut off with it. They stand as far above the line
 * along which it is cut as its words stand below it.
 */
export function moveBelowNotes(slip: HTMLElement): void {
  const notes = slip.closest(".pagedjs_area")!.querySelector<HTMLElement>(".pagedjs_footnote_area")!;
  const { top, bottom } = slip.getBoundingClientRect();
  const down = notes.getBoundingClientRect().bottom - bottom;
  if (down <= rounding) return;
  slip.style.top = `${down}px`;
  notes.style.top = `${top - bottom - px(getComputedStyle(slip).paddingTop)}px`;
}

/** Returns a remark for each slip with words on the other side of its leaf. Page 1 is the front of the first leaf. */
export function findWordsBehindSlips(pages: HTMLElement[]): LayoutRemark[] {
  return pages.flatMap((page, index) => {
    const slips = [...page.querySelectorAll<HTMLElement>(".slip")];
    const behind = pages[index % 2 === 0 ? index + 1 : index - 1];
    if (slips.length === 0 || !behind) return [];
    const cut = Math.min(...slips.map((slip) => slip.getBoundingClientRect().top)) - topOf(page);
    return footOfWords(behind) - topOf(behind) > cut ? [{ kind: "behind-slip", page: index + 1 }] : [];
  });
}

function topOf(page: HTMLElement): number {
  return page.getBoundingClientRect().top;
}

// Returns where the words and images of a page, or of a part of it, end (px).
function footOfWords(part: Element): number {
  const words = textNodesIn(part).filter(({ data }) => data.trim() !== "");
  const boxes = words.map((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return range.getBoundingClientRect();
  });
  const images = [...part.querySelectorAll("img, svg")].map((image) => image.getBoundingClientRect());
  return Math.max(-Infinity, ...[...boxes, ...images].map(({ bottom }) => bottom));
}
