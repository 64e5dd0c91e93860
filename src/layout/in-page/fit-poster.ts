import type { PosterFit } from "../poster-fit.ts";
import { gridLine, inColumn, linesIn, mostOfOneLine, rounding } from "./dom.ts";
import { hasRoom } from "./fit-panels.ts";
import { readyToMeasure } from "./number-room.ts";

// Runs before paged.js, while the document is one column. Sizes on a poster are parts of the width of its page, so that
// one of A3 looks as one of A4 that was enlarged.

/** Baseline to baseline, as a multiple of the type size. Chosen by eye: lines of a poster are short. */
const leading = 1.3;

/** How many steps find a size: they divide what it can be by a thousand. */
const halvings = 10;

/**
 * Sets a poster as large as it has room in the type area of its page (px): first its title, up to its share of the height,
 * then all else, in so many columns if it is a text. Returns whether it has room.
 */
export async function fitPoster(
  { width, height }: { width: number; height: number },
  { title, text: type, titleShare, columns }: PosterFit,
): Promise<boolean> {
  await readyToMeasure();
  const poster = document.querySelector<HTMLElement>(".poster")!;
  const head = poster.querySelector<HTMLElement>(".poster-title")!;
  const text = poster.querySelector<HTMLElement>(".poster-columns");
  const set = (name: string, value: string) => document.documentElement.style.setProperty(name, value);
  return inColumn(width, () => {
    set("--columns", String(columns));
    const isTitleSet = (size: number) => {
      set("--title-size", `${size}px`);
      return hasRoom(head, titleShare * height);
    };
    // Words of a title are divided only if it has no room otherwise.
    head.classList.remove("divided");
    head.classList.toggle("divided", !isTitleSet(title.smallest));
    isTitleSet(findLargest(title, isTitleSet));
    const isTextSet = (size: number) => {
      set("--size", `${size}px`);
      set("--line", `${leading * size}px`);
      if (text) fillColumns(text, height);
      return hasRoom(poster, height);
    };
    return isTextSet(findLargest(type, isTextSet));
  });
}

/**
 * Makes the columns of a wall newspaper as high as its text needs, but not much higher than `most` (px). The browser lets
 * the last line of a paragraph stand alone at the top of a column. So columns get the height that it finds, and line by
 * line more, until they hold the text and none begins so.
 */
export function fillColumns(text: HTMLElement, most: number): void {
  text.style.cssText = "column-fill: balance";
  const { height } = text.getBoundingClientRect();
  let given = height + rounding;
  text.style.cssText = `height: ${given}px`;
  while ((text.scrollWidth > text.clientWidth + rounding || hasLoneLine(text)) && given < most) {
    given += gridLine();
    text.style.height = `${given}px`;
  }
}

function hasLoneLine(text: HTMLElement): boolean {
  return [...text.querySelectorAll(":is(p, li):not(:has(p, li))")].some((block) => {
    const parts = [...block.getClientRects()];
    return parts.length > 1 && linesIn(block, parts.at(-1)!.height) < mostOfOneLine;
  });
}

// Returns the largest size that has room; the smallest if none has.
function findLargest({ smallest, largest }: PosterFit["text"], hasRoomAt: (size: number) => boolean): number {
  if (hasRoomAt(largest)) return largest;
  let [low, high] = [smallest, largest];
  for (let count = 0; count < halvings; count++) {
    const middle = (low + high) / 2;
    if (hasRoomAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}
