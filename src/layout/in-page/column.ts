import type { Block, Choice } from "../setting/fill-pages.ts";
import { isElement, linesIn, px } from "./dom.ts";

/** What is divided, if at all, only inside the blocks that it contains. */
const containers =
  "article, section, div, ul, ol, blockquote, dl, li:has(> :is(p, ul, ol, blockquote)), .leaflet-foot *";

/**
 * Reads the blocks of a text, which stands in one column. `choicesOf` returns the ways to set a paragraph; for others it
 * is undefined. Returns undefined for a text with a block about which too little is known, such as a long table.
 */
export function readColumn(
  text: HTMLElement,
  choicesOf: (block: HTMLElement) => Choice[] | undefined,
): { block: HTMLElement; data: Block }[] {
  const blocks: { block: HTMLElement; data: Block }[] = [];
  let bottom = text.getBoundingClientRect().top;
  const visit = (element: HTMLElement, staysWithNext: boolean, staysWithBefore: boolean): void => {
    const style = getComputedStyle(element);
    if (style.position === "absolute" || style.display === "none") return;
    const withNext = staysWithNext || style.breakAfter === "avoid";
    const withBefore = staysWithBefore || style.breakBefore === "avoid";
    const children = [...element.children].filter(isElement);
    if (element.matches(containers) && style.breakInside !== "avoid" && children.length > 0) {
      children.forEach((child, index) =>
        visit(child, withNext && index === children.length - 1, withBefore && index === 0),
      );
      return;
    }
    const box = element.getBoundingClientRect();
    if (box.height === 0) return;
    const gap = box.top - bottom;
    bottom = box.bottom;
    const isDivided = element.matches("p, li") && style.breakInside !== "avoid";
    const choices = isDivided ? (choicesOf(element) ?? [asItIs(element)]) : [];
    const line = isDivided ? { line: px(style.lineHeight) } : { height: box.height };
    blocks.push({
      block: element,
      data: { gap, ...line, choices, staysWithNext: withNext, staysWithBefore: withBefore },
    });
  };
  visit(text, false, false);
  return blocks;
}

function asItIs(block: HTMLElement): Choice {
  return { lines: Math.round(linesIn(block)), cost: 0, notes: [], hyphens: [] };
}
