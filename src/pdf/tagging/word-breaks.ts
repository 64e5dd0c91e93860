import { readGlyphCodes, type ContentEdit, type Operation } from "../content-stream.ts";

/** What text the glyphs of a font are, and the glyph code of its space, if it has one. */
export interface FontReading {
  texts: Map<string, string>;
  space?: string;
}

/**
 * Returns the edits that add a space to the end of each line, where Chromium writes none. In text that is copied, only a
 * space separates two words, not that they stand on different lines (ISO 32000-1, 14.8.2.5). `readings` has the fonts by
 * their names on the page.
 */
export function findWordBreaks(lines: TextLine[], readings: Map<string, FontReading>): ContentEdit[] {
  return lines.flatMap((line, index): ContentEdit[] => {
    const next = lines[index + 1];
    const reading = readings.get(line.font);
    if (!next || !reading?.space || line.endsInWord || !areApart(line, next)) return [];
    const textOf = (glyph: string | undefined) => reading.texts.get(glyph ?? "") ?? "";
    const [last, before] = [textOf(line.last), textOf(line.before)];
    // After a hyphen or a dash the word may continue; but after a dash that has a space before it, it does not.
    const mayContinue = endsWithHyphen.test(last) && before !== " ";
    if (!last || /\s$/.test(last) || mayContinue) return [];
    return [{ start: line.end, end: line.end, text: `<${reading.space}> Tj\n` }];
  });
}

// Hyphens, dashes and the slash.
const endsWithHyphen = /[-\u00ad\u2010-\u2014/]$/;

/** A line, or a part of one: Chromium writes a text object (BT to ET) for each part in one font. */
export interface TextLine {
  font: string;
  /** Size of the font, and places of the first and the last glyph, in the units of the page (px of Chromium). */
  size: number;
  x: number;
  y: number;
  lastX: number;
  /** The codes of the last glyph and of the one before, in hexadecimal. */
  last?: string;
  before?: string;
  /** Ends at a soft hyphen. */
  endsInWord: boolean;
  /** The place of its ET in the stream. */
  end: number;
}

/** Reads the lines of a page. */
export function readLines(operations: Operation[]): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextLine | undefined;
  for (const [index, { operator, operands, start }] of operations.entries()) {
    if (operator === "BT") line = { font: "", size: 0, x: 0, y: 0, lastX: 0, endsInWord: false, end: 0 };
    if (!line) continue;
    if (operator === "Tf") [line.font, line.size] = [operands[0]!, Number(operands[1])];
    else if (operator === "Tm")
      [line.x, line.y, line.lastX] = [Number(operands[4]), Number(operands[5]), Number(operands[4])];
    else if (operator === "Td") line.lastX += Number(operands[0]);
    else if (operator === "Tj") {
      const glyphs = readGlyphCodes(operands[0]!);
      line.before = glyphs.at(-2) ?? line.last;
      line.last = glyphs.at(-1) ?? line.last;
    } else if (operator === "ET") {
      lines.push({ ...line, endsInWord: isSoftHyphen(operations, index - 1), end: start });
      line = undefined;
    }
  }
  return lines;
}

// Whether the marked content that ends at an operation is a soft hyphen. Chromium writes it as BDC, Td, Tj, EMC.
function isSoftHyphen(operations: Operation[], end: number): boolean {
  const begin = operations.slice(Math.max(0, end - 3), end).findLast(({ operator }) => operator === "BDC");
  return (
    operations[end]?.operator === "EMC" && begin?.operands.some((operand) => /^<feff00ad>$/i.test(operand)) === true
  );
}

/** Baselines of two lines are further apart than this, in type sizes: the tightest lines of styles/ have 1.02. */
const leastLeading = 0.9;

/**
 * On the same line, a text object is apart from the last if it starts further than this from the start of the last
 * glyph, in type sizes. Chosen to be more than a wide letter.
 */
const leastGap = 1.8;

// Whether the next text object is on another line, or so much further along the line that more than a space is between
// them, or starts before this one by more than a letter, as a new line does.
function areApart({ x, y, lastX, size }: TextLine, next: TextLine): boolean {
  return Math.abs(next.y - y) > size * leastLeading || next.x - lastX > size * leastGap || next.x < x - size;
}
