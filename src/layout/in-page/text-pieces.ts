import type { TextPiece, Room } from "../setting/break-lines.ts";
import { hangingShare } from "../setting/hanging.ts";
import { differentLine, middleOf, px, textNodesIn, visibleBoxes } from "./dom.ts";
import type { TextWidths } from "./text-width.ts";

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
  pieces: TextPiece[];
  /** The mean width of a character, in px. */
  advance: number;
  /** After each piece but the last. */
  opportunities: Opportunity[];
  /** Its notes, each with the piece at which its mark stands. */
  marks: { piece: number; note: HTMLElement }[];
}

/** What one text node has on a line of the narrow column. */
interface Box {
  row: number;
  middle: number;
  width: number;
}

export type Boxes = Map<Text, Box[]>;

/** Returns what each text of a block has on the lines of the narrow column. */
export function boxesOf(block: HTMLElement): Boxes {
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

/**
 * Reads the pieces of a paragraph from the boxes of its texts. Returns undefined if these are not what the texts let
 * expect; the browser then keeps its own lines.
 */
export function readTextPieces(
  block: HTMLElement,
  room: Room,
  divided: Boxes,
  widths: TextWidths,
): MeasuredParagraph | undefined {
  const pieces: TextPiece[] = [];
  const opportunities: Opportunity[] = [];
  const marks: MeasuredParagraph["marks"] = [];
  let row = -1;
  let pending: Opportunity | undefined;
  const hang = (element: Element, sign: string, edge: "start" | "end") =>
    hangingShare(sign, edge) * widths.widthOf(element, sign);
  for (const [text, boxes] of divided) {
    if (boxes.length === 0 && text.data.trim()) return undefined;
    let next = 0;
    const parent = text.parentElement!;
    const spaceWidth = widths.widthOf(parent, " ");
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
        if (row >= 0 && !pending && offset > 0) pieces.at(-1)!.hangs.end = hang(parent, text.data[offset - 1]!, "end");
        const start = pending?.text === text ? hang(parent, part[0]!, "start") : 0;
        pieces.push({ width: box.width, inside: inside * spaceWidth, space: 0, hangs: { start, end: 0 } });
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
        if (index > 0) pieces.at(-1)!.hangs.end = hang(parent, text.data[index - 1]!, "end");
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
      pieces.at(-1)!.hangs.end = hyphen.width * hangingShare("-", "end");
      pending = { text, offset, length: 1, kind: "hyphen" };
    }
    if (next !== boxes.length) return undefined;
    for (const note of notesAfter(text)) marks.push({ piece: pieces.length - 1, note });
  }
  const last = pieces.at(-1);
  if (!last || opportunities.length !== pieces.length - 1) return undefined;
  last.space = 0;
  const width = pieces.reduce((sum, piece) => sum + piece.width + piece.space, 0);
  const characters = [...divided.keys()].reduce((sum, { data }) => sum + data.replaceAll("\u00ad", "").length, 0);
  return { block, room, pieces, advance: width / characters, opportunities, marks };
}

// A note stands after its mark.
function notesAfter({ parentElement }: Text): HTMLElement[] {
  const notes: HTMLElement[] = [];
  let next = parentElement!.closest(".noteref")?.nextElementSibling;
  for (; next?.matches(".footnote"); next = next.nextElementSibling) notes.push(next as HTMLElement);
  return notes;
}

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

function shownTexts(block: HTMLElement): Text[] {
  return textNodesIn(block).filter(({ parentElement }) => !parentElement!.closest(".footnote"));
}
