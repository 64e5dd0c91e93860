import type { Piece, Room } from "../setting/break-lines.ts";
import { px, textNodesIn, visibleBoxes } from "./dom.ts";

/** What stands after a piece: what the browser would end a line at, and where. */
export interface Opportunity {
  text: Text;
  /** The first character after the piece. */
  offset: number;
  /** How many characters of white space or soft hyphens follow there. */
  length: number;
  kind: "space" | "hyphen" | "none";
}

/** A paragraph that can be broken as a whole. */
export interface MeasuredParagraph {
  block: HTMLElement;
  room: Room;
  pieces: Piece[];
  /** After each piece but the last. */
  opportunities: Opportunity[];
  /** Its notes, each with the piece at which its mark stands. */
  marks: { piece: number; note: HTMLElement }[];
}

/** Letters that are set by rules that are not ours: of scripts from right to left, and of those without spaces. */
const otherScripts =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u200b]/u;

/** What a paragraph that is broken as a whole may contain. */
const inline = "a, abbr, b, bdi, cite, code, em, i, q, s, small, span, strong, sub, sup, u, .footnote, .footnote *";

/** Widths of a space (px), by the style of the text in which it stands. */
type SpaceWidths = Map<string, number>;

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
  const spaces: SpaceWidths = new Map();
  const measured = suitable.flatMap(({ block, room }, index) => readPieces(block, room, boxes[index]!, spaces) ?? []);
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

/** What one text node has on a line of the narrow column. */
interface Box {
  row: number;
  middle: number;
  width: number;
}

type Boxes = Map<Text, Box[]>;

function boxesOf(block: HTMLElement): Boxes {
  const half = px(getComputedStyle(block).lineHeight) / 2;
  const range = document.createRange();
  let row = -1;
  let middle = -Infinity;
  return new Map(
    shownTexts(block).map((text) => {
      range.selectNodeContents(text);
      const boxes = visibleBoxes(range).map((box) => {
        // Rows follow each other in the order of the text; raised marks differ by less than half a line.
        if (middleOf(box) > middle + half) row += 1;
        middle = middleOf(box);
        return { row, middle, width: box.width };
      });
      return [text, boxes];
    }),
  );
}

/** A run of white space, or the letters up to the next one or to a soft hyphen. */
const tokens = /([ \t\n]+)|[^ \t\n\u00ad]*\u00ad|[^ \t\n\u00ad]+/gu;

/** Words in which no line can end but at a soft hyphen. */
const plainWord = /^[("“‘«[]*[\p{L}\p{M}\p{N}'’.,\u00a0\u2060]*[.,;:!?"”’)»\]]*\u00ad?$/u;

// Returns undefined if the boxes are not what the text lets expect; the browser then keeps its own lines.
function readPieces(
  block: HTMLElement,
  room: Room,
  divided: Boxes,
  spaces: SpaceWidths,
): MeasuredParagraph | undefined {
  const pieces: Piece[] = [];
  const opportunities: Opportunity[] = [];
  const marks: MeasuredParagraph["marks"] = [];
  let row = -1;
  let pending: Opportunity | undefined;
  for (const [text, boxes] of divided) {
    if (boxes.length === 0 && text.data.trim()) return undefined;
    let next = 0;
    const spaceWidth = spaceIn(text.parentElement!, spaces);
    const addPart = (part: string, box: Box | undefined, offset: number): boolean => {
      if (!box) return false;
      const inside = (part.match(/\u00a0/g) ?? []).length;
      if (box.row === row) {
        if (pending) return false;
        const piece = pieces.at(-1)!;
        piece.width += box.width;
        piece.inside += inside * spaceWidth;
      } else {
        if (row >= 0) opportunities.push(pending ?? { text, offset, length: 0, kind: "none" });
        pieces.push({ width: box.width, inside: inside * spaceWidth, space: 0, hangs: { start: 0, end: 0 } });
        row = box.row;
      }
      pieces.at(-1)!.endsDashed = /[-\u2010\u2013\u2014]$/.test(part);
      pending = undefined;
      return true;
    };
    for (const { 0: token, 1: space, index } of text.data.matchAll(tokens)) {
      if (space !== undefined) {
        if (pending?.kind === "space") return undefined;
        if (pieces.length === 0) continue;
        pending = { text, offset: index, length: space.length, kind: "space" };
        pieces.at(-1)!.space = spaceWidth;
        continue;
      }
      const letters = token.replace(/\u00ad$/, "");
      if (letters === "") return undefined;
      const parts = plainWord.test(token) ? [letters] : divideByRows(text, index, letters);
      let offset = index;
      for (const part of parts) {
        if (!addPart(part, boxes[next++], offset)) return undefined;
        offset += part.length;
      }
      if (letters === token) continue;
      // The hyphen has a box of its own.
      const hyphen = boxes[next];
      if (hyphen?.row !== row) continue;
      next += 1;
      pieces.at(-1)!.hyphen = hyphen.width;
      pending = { text, offset, length: 1, kind: "hyphen" };
    }
    if (next !== boxes.length) return undefined;
    for (const note of notesAfter(text)) marks.push({ piece: pieces.length - 1, note });
  }
  const last = pieces.at(-1);
  if (!last || opportunities.length !== pieces.length - 1) return undefined;
  last.space = 0;
  return { block, room, pieces, opportunities, marks };
}

// A note stands after its mark.
function notesAfter({ parentElement }: Text): HTMLElement[] {
  const notes: HTMLElement[] = [];
  let next = parentElement!.closest(".noteref")?.nextElementSibling;
  for (; next?.matches(".footnote"); next = next.nextElementSibling) notes.push(next as HTMLElement);
  return notes;
}

/** Characters of one text are on different lines if they are further apart than this, in px. */
const differentLine = 4;

function divideByRows(text: Text, start: number, letters: string): string[] {
  const range = document.createRange();
  const parts: string[] = [];
  let middle = -Infinity;
  let offset = start;
  for (const letter of letters) {
    range.setStart(text, offset);
    range.setEnd(text, (offset += letter.length));
    const box = visibleBoxes(range).at(-1);
    if (parts.length === 0 || (box && middleOf(box) > middle + differentLine)) parts.push(letter);
    else parts.push(parts.pop()! + letter);
    if (box) middle = middleOf(box);
  }
  return parts;
}

function spaceIn(element: HTMLElement, widths: SpaceWidths): number {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const key = [fontStyle, fontWeight, fontSize, fontFamily].join(" ");
  let width = widths.get(key);
  if (width === undefined) {
    const probe = document.createElement("span");
    probe.textContent = "\u00a0";
    element.append(probe);
    width = probe.getBoundingClientRect().width;
    probe.remove();
    widths.set(key, width);
  }
  return width;
}

function shownTexts(block: HTMLElement): Text[] {
  return textNodesIn(block).filter(({ parentElement }) => !parentElement!.closest(".footnote"));
}

function middleOf({ top, bottom }: DOMRect): number {
  return (top + bottom) / 2;
}
