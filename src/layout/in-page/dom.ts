// Measures the document, and finds its text nodes, for several files of this folder.

/** Reads a length in px, as computed styles have it: "13.5px" is 13.5. */
export function px(length: string): number {
  return Number.parseFloat(length);
}

/** Returns the distance (px) from baseline to baseline of running text, the grid on which everything is set. */
export function gridLine(): number {
  return px(getComputedStyle(document.documentElement).getPropertyValue("--line"));
}

/**
 * Returns how many lines of a block a height (px) has, not rounded; the height of the block itself if none is given.
 */
export function linesIn(block: Element, height = block.getBoundingClientRect().height): number {
  return height / px(getComputedStyle(block).lineHeight);
}

/**
 * Returns what `measure` finds while the document is one column of a width (px). Margins count then, and the body
 * contains all that it holds.
 */
export function inColumn<Result>(width: number, measure: () => Result): Result {
  const { body } = document;
  // With flow-root, margins do not collapse with those of the page.
  body.style.cssText = `width: ${width}px; display: flow-root`;
  const result = measure();
  body.removeAttribute("style");
  return result;
}

export function isText(node: Node | undefined | null): node is Text {
  return node?.nodeType === Node.TEXT_NODE;
}

export function isElement(node: Node | undefined | null): node is HTMLElement {
  return node?.nodeType === Node.ELEMENT_NODE;
}

/** Returns the text nodes inside a node, in order; for a text node, the node itself. */
export function textNodesIn(node: Node): Text[] {
  if (isText(node)) return [node];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/**
 * Returns the first of the headings that stay with a block on a page, or the block itself if it has none; undefined if
 * that is the first of its page or of what is around it.
 */
export function withHeadings(block: HTMLElement): HTMLElement | undefined {
  let first = block;
  while (first.dataset["previousBreakAfter"] === "avoid" && isElement(first.previousElementSibling))
    first = first.previousElementSibling;
  return first.previousElementSibling ? first : undefined;
}

/** Returns the boxes (px) of a range that have a width. A character at which a line breaks has a box without one. */
export function visibleBoxes(range: Range): DOMRect[] {
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/**
 * Up to this height, in lines, a block has one line. Heights are not whole numbers of lines, since note marks are raised
 * and fonts differ; so half a line decides.
 */
export const mostOfOneLine = 1.5;

/** Two lengths that should be equal may differ by so many px, since the browser rounds some of them. */
export const rounding = 1;

/**
 * Two words are on different lines if their tops are further apart than this, in px. Chosen by eye: the least line of
 * ours has 15 px (A6), and a word that is raised or smaller differs by less from its neighbour.
 */
export const differentLine = 4;

/** Returns the height (px) at which the middle of a box is. Boxes of neighbouring lines overlap, but not their middles. */
export function middleOf({ top, bottom }: DOMRect): number {
  return (top + bottom) / 2;
}
