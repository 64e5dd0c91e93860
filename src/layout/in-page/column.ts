import type { PageBlock, Choice } from "../setting/fill-pages.ts";
import { gridLine, isElement, px } from "./dom.ts";

/** A block of a text that stands in one column, and the ways to set it. */
export interface ColumnBlock<Way extends Choice> {
  block: HTMLElement;
  data: PageBlock<Way>;
}

/** What is divided, if at all, between the blocks that it contains. A table in another block is not. */
const containers =
  "article, section, div, ul, ol, dl, blockquote, li:has(> :is(p, ul, ol, blockquote)), " +
  ".prose > table:not(.table-in-blocks), .prose > table:not(.table-in-blocks) > :is(thead, tbody)";

/** What may have one line more above it, so that a page is full, and what that costs. Chosen by eye. */
const movable = "h2, h3, h4, h5, h6, .signature";
const costOfSpace = 30;

/**
 * Reads the blocks of a text, which stands in one column, each with the way in which it is set now. `wayOf` describes that
 * of a paragraph; `leave` leaves any other block as it is, with so many px more above it, at a cost.
 */
export function readColumn<Way extends Choice>(
  text: HTMLElement,
  wayOf: (block: HTMLElement) => Way,
  leave: (space: number, cost: number) => Way,
): ColumnBlock<Way>[] {
  const blocks: ColumnBlock<Way>[] = [];
  let bottom = text.getBoundingClientRect().top;
  const visit = (element: HTMLElement, isBeforeStay: boolean, isAfterStay: boolean): void => {
    const { position, display, breakAfter, breakBefore, breakInside, lineHeight } = getComputedStyle(element);
    if (position === "absolute" || display === "none") return;
    const staysWithNext = isBeforeStay || breakAfter === "avoid";
    const staysWithBefore = isAfterStay || breakBefore === "avoid";
    const isDivided = breakInside !== "avoid";
    const children = [...element.children].filter(isElement);
    if (isDivided && element.matches(containers) && children.length > 0) {
      children.forEach((child, index) =>
        visit(child, staysWithNext && index === children.length - 1, staysWithBefore && index === 0),
      );
      return;
    }
    const box = element.getBoundingClientRect();
    if (box.height === 0) return;
    const base = { gap: box.top - bottom, staysWithNext, staysWithBefore };
    bottom = box.bottom;
    if (isDivided && element.matches(".prose :is(p, li)")) {
      const line = px(lineHeight);
      blocks.push({ block: element, data: { ...base, line, choices: [wayOf(element)] } });
    } else {
      const isMovable = blocks.length > 0 && element.matches(movable);
      const choices = [leave(0, 0), ...(isMovable ? [leave(gridLine(), costOfSpace)] : [])];
      blocks.push({ block: element, data: { ...base, height: box.height, choices } });
    }
  };
  visit(text, false, false);
  return blocks;
}
