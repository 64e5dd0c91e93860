import { px, rounding } from "./dom.ts";

// The sizes of a cover's title and of its names are classes, size-1 (largest) to size-4. That of the title is estimated
// from its letters when the document is compiled (compile/title-size.ts).
const sizes = [1, 2, 3];

/**
 * Sets a title that would leave its block, and cover what is below it, smaller, step by step. `line` (px) is the room
 * below it. If the names below the block go beyond the page, which is so high (px), the cover is composed as the others.
 */
export function fitBlock(cover: HTMLElement, height: number, line: number): void {
  const title = cover.querySelector<HTMLElement>(".cover-title")!;
  const block = title.parentElement!;
  const foot = block.getBoundingClientRect().bottom - line;
  const leavesBlock = () => title.getBoundingClientRect().bottom > foot || title.scrollWidth > title.clientWidth;
  for (const size of sizes) if (leavesBlock()) setSmaller(title, size);
  // The block begins in the bleed.
  const top = block.getBoundingClientRect().top - px(getComputedStyle(block).marginTop);
  if (cover.getBoundingClientRect().bottom - top > height) cover.classList.add("composed");
}

/** Sets the names and the title of a cover smaller, in turn, and at last its images, until all is on the page. */
export function fitCover(cover: HTMLElement): void {
  const blocks = [".cover-organisations", ".cover-title"].flatMap((name) => [
    ...cover.querySelectorAll<HTMLElement>(name),
  ]);
  // A picture behind the words is larger than the page.
  const parts = [...cover.children].filter((part) => getComputedStyle(part).position !== "absolute");
  const foot = cover.getBoundingClientRect().bottom + rounding;
  const isTooLarge = () =>
    parts.some((part) => part.getBoundingClientRect().bottom > foot) ||
    blocks.some((block) => block.scrollWidth > block.clientWidth);
  for (const size of sizes) for (const block of blocks) if (isTooLarge()) setSmaller(block, size);
  if (isTooLarge()) cover.classList.add("close");
}

function setSmaller(block: HTMLElement, size: number): void {
  if (block.classList.contains(`size-${size}`)) block.classList.replace(`size-${size}`, `size-${size + 1}`);
}
