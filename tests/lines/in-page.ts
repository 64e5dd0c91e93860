import { linesIn, mostOfOneLine, textNodesIn } from "../../src/layout/in-page/dom.ts";
import { measureParagraphs } from "../../src/layout/in-page/measure-lines.ts";
import type { MeasuredParagraph } from "../../src/layout/in-page/text-pieces.ts";
import type { Room, TextPiece } from "../../src/layout/setting/break-lines.ts";

// Runs in the browser's page, beside in-page/.

/** A paragraph as it stands in a document before its lines are set. */
export interface FoundParagraph {
  /** The id of the text that it is in. */
  text: string;
  room: Room;
  pieces: TextPiece[];
  /** The pieces after which the browser ends a line by itself. */
  ends: number[];
}

/** What a document has: paragraphs that are broken as a whole, and how many others of several lines, by text. */
export interface FoundDocument {
  paragraphs: FoundParagraph[];
  others: [text: string, count: number][];
}

/** Measures the paragraphs of a document in a column of the given width (px). */
export async function findParagraphs(width: number): Promise<FoundDocument> {
  await document.fonts.ready;
  const column = document.createElement("style");
  column.textContent = `body { width: ${width}px !important } .footnote { display: none !important }`;
  document.head.append(column);
  const blocks = [...document.querySelectorAll<HTMLElement>(".prose p, .prose li")];
  const measured = measureParagraphs(blocks);
  const known = new Set(measured.map(({ block }) => block));
  const others = new Map<string, number>();
  for (const block of blocks.filter((block) => !known.has(block) && isJustified(block)))
    others.set(textOf(block), (others.get(textOf(block)) ?? 0) + 1);
  const paragraphs = measured.map((paragraph) => ({
    text: textOf(paragraph.block),
    room: paragraph.room,
    pieces: paragraph.pieces,
    ends: findEnds(paragraph),
  }));
  return { paragraphs, others: [...others] };
}

// Whether a block has lines of its own, more than one, that the browser justifies.
function isJustified(block: HTMLElement): boolean {
  return (
    getComputedStyle(block).textAlign === "justify" && !block.querySelector("p, li") && linesIn(block) > mostOfOneLine
  );
}

function textOf(block: HTMLElement): string {
  return block.closest("[data-bookmark]")?.id ?? "";
}

// A line ends after a piece if the next piece stands lower by more than half a line; raised marks differ by less.
function findEnds({ block, opportunities }: MeasuredParagraph): number[] {
  const half = Number.parseFloat(getComputedStyle(block).lineHeight) / 2;
  const texts = textNodesIn(block).filter(({ parentElement }) => !parentElement!.closest(".footnote"));
  const last = texts.findLast(({ data }) => data.trim() !== "")!;
  const places = [
    ...opportunities.map(({ text, offset }) => middleBefore(texts, text, offset)),
    middleBefore(texts, last, last.data.trimEnd().length),
  ];
  return places.flatMap((middle, index) => (places[index + 1]! > middle + half ? [index] : []));
}

// Returns the middle (px) of the character before a place.
function middleBefore(texts: Text[], text: Text, offset: number): number {
  if (offset === 0) {
    const before = texts[texts.indexOf(text) - 1]!;
    return middleBefore(texts, before, before.length);
  }
  const range = document.createRange();
  range.setStart(text, offset - 1);
  range.setEnd(text, offset);
  const { top, bottom } = range.getClientRects()[0]!;
  return (top + bottom) / 2;
}
