import { middleOf, visibleBoxes } from "./dom.ts";

/**
 * The beginning of a line is looked for in so many characters before an offset, so that long paragraphs do not take
 * long. No line of ours has as many: 400 letters of 10 pt are more than half a metre.
 */
const charactersBefore = 400;

/** How many characters after an offset are read, to find where its letter ends: enough for a letter and its marks. */
const charactersAfter = 20;

const letters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Returns the offset at which the line begins that has the letter at `offset`; `line` is the line height, in px. */
export function startOfLine(text: Text, offset: number, line: number): number {
  const first = Math.max(0, offset - charactersBefore);
  // Letters are taken with the marks that belong to them.
  const near = [...letters.segment(text.data.slice(first, offset + charactersAfter))].map(({ index, segment }) => ({
    start: first + index,
    end: first + index + segment.length,
  }));
  const range = document.createRange();
  const boxOf = ({ start, end }: { start: number; end: number }): DOMRect | undefined => {
    range.setStart(text, start);
    range.setEnd(text, end);
    return visibleBoxes(range).at(-1);
  };
  const here = near.findIndex(({ end }) => end > offset);
  const box = firstDefined(near.slice(here), boxOf);
  if (!box) return offset;
  let { start } = near[here]!;
  for (const letter of near.slice(0, here).toReversed()) {
    const before = boxOf(letter);
    if (!before) continue;
    // Boxes of neighbouring lines overlap, but their middles are a line apart; a next column begins far above.
    if (Math.abs(middleOf(before) - middleOf(box)) > line / 2) break;
    start = letter.start;
  }
  return start;
}

function firstDefined<Item, Result>(items: Item[], find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
