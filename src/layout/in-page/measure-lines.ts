import type { Room } from "../setting/break-lines.ts";
import { px } from "./dom.ts";
import { boxesOf, readTextPieces, type MeasuredParagraph } from "./text-pieces.ts";
import { TextWidths } from "./text-width.ts";

/**
 * Letters that are set by rules that are not ours: of scripts from right to left, and of those without spaces. The word
 * space of Ethiopic (U+1361) is a sign, which does not stretch.
 */
const otherScripts =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u1361\u200b]/u;

/** What a paragraph that is broken as a whole may contain. */
const inline = "a, abbr, b, bdi, cite, code, em, i, q, s, small, span, strong, sub, sup, u, .footnote, .footnote *";

/**
 * Measures the paragraphs, all at once: in a column without width every line ends where the browser would let it end, so
 * each box of a text is a piece.
 */
export function measureParagraphs(blocks: HTMLElement[]): MeasuredParagraph[] {
  const suitable = blocks.filter(isSuitable).map((block) => ({ block, room: roomOf(block) }));
  const narrow = document.createElement("style");
  document.head.append(narrow);
  for (const { block } of suitable) block.dataset["measured"] = "";
  narrow.textContent =
    "[data-measured] { width: 0 !important; text-indent: 0 !important; text-align: start !important; " +
    "text-wrap: wrap !important; overflow-wrap: normal !important; }";
  const boxes = suitable.map(({ block }) => boxesOf(block));
  const widths = new TextWidths();
  const measured = suitable.flatMap(
    ({ block, room }, index) => readTextPieces(block, room, boxes[index]!, widths) ?? [],
  );
  narrow.remove();
  for (const { block } of suitable) delete block.dataset["measured"];
  return measured;
}

function isSuitable(block: HTMLElement): boolean {
  const { textAlign, direction, display } = getComputedStyle(block);
  return (
    textAlign === "justify" &&
    direction === "ltr" &&
    (display === "block" || display === "list-item") &&
    // Beside a large letter, lines are shorter.
    !block.matches(".drop-cap") &&
    !block.querySelector(`:not(${inline})`) &&
    !otherScripts.test(block.textContent)
  );
}

function roomOf(block: HTMLElement): Room {
  const { width, textIndent } = getComputedStyle(block);
  return { measure: px(width), indent: px(textIndent) };
}
