import type { PrintedLine, PrintedSpace } from "../inspect/printed-line.ts";
import { rightToLeftLetter } from "../inspect/reading-order.ts";
import { edgeTolerance, type TypeArea } from "./type-area.ts";

/** How the lines of some blocks are set. */
export interface LineMeasures {
  lines: number;
  /** Of justified lines, how much wider their spaces are than in the font, in per cent; absent if none is justified. */
  stretch?: Stretch;
  /** Lines that end a little before the edge, in paragraphs that are justified. */
  uneven: number;
  /** Lines that end with a hyphen. */
  hyphens: number;
  /** The most lines in a row that end with a hyphen. */
  hyphensInARow: number;
  rivers: number;
  /** Paragraphs whose last line is one short word. */
  shortLastLines: number;
}

export interface Stretch {
  /** The mean of the deviations, whether spaces are wider or narrower. */
  mean: number;
  widest: number;
  /** Of last lines too. Negative if spaces are narrower than in the font. */
  tightest: number;
}

/** Returns how the lines of blocks are set, each block an array of lines. `areaOf` gives the type area of a page. */
export function measureLines(blocks: PrintedLine[][], areaOf: (page: number) => TypeArea): LineMeasures {
  const justifiedOf = (lines: PrintedLine[]) =>
    lines.slice(0, -1).filter((line) => isJustified(line, areaOf(line.page)));
  const justified = blocks.flatMap(justifiedOf).map(stretchOf);
  // The last line of a paragraph has room; its spaces can only be too narrow.
  const last = blocks.filter((lines) => justifiedOf(lines).length > 0).map((lines) => lines.at(-1)!);
  const atEnds = last.filter(({ spaces }) => spaces.length > 0).map(stretchOf);
  const hyphened = blocks.map((lines) => lines.map(endsWithHyphen));
  return {
    lines: blocks.flat().length,
    ...(justified.length > 0 && { stretch: summarize(justified, atEnds) }),
    uneven: blocks.reduce((sum, lines) => sum + countUneven(lines, areaOf), 0),
    hyphens: hyphened.flat().filter(Boolean).length,
    hyphensInARow: Math.max(0, ...hyphened.map(longestRun)),
    rivers: blocks.reduce((sum, lines) => sum + countRivers(lines), 0),
    shortLastLines: blocks.filter((lines) => hasShortLastLine(lines, areaOf)).length,
  };
}

/** Whether a line ends with a hyphen, as Unicode and the layout know them. */
export function endsWithHyphen({ text }: PrintedLine): boolean {
  return /[\p{L}\p{N}][-\u00ad\u2010]$/u.test(text);
}

// A justified line has spaces and ends at the edge, or beyond it with punctuation that hangs.
function isJustified(line: PrintedLine, area: TypeArea): boolean {
  return line.spaces.length > 0 && lackOf(line, area) <= edgeTolerance;
}

/** A line that ends before the edge by more em was ended there, as in verse. Chosen by eye. */
const mostUneven = 1;

function countUneven(lines: PrintedLine[], areaOf: (page: number) => TypeArea): number {
  const divided = lines.slice(0, -1);
  if (!divided.some((line) => isJustified(line, areaOf(line.page)))) return 0;
  return divided.filter((line) => {
    const short = lackOf(line, areaOf(line.page));
    return line.spaces.length > 0 && short > edgeTolerance && short < mostUneven * line.size;
  }).length;
}

// Returns how far from the edge a line ends; negative if it ends beyond it.
function lackOf({ text, left, right }: PrintedLine, area: TypeArea): number {
  return isFromRight(text) ? left - area.left : area.right - right;
}

function isFromRight(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return 2 * letters.filter((letter) => rightToLeftLetter.test(letter)).length > letters.length;
}

// Of all spaces of the line together: kerning makes single ones narrower, as after a comma.
function stretchOf({ spaces }: PrintedLine): number {
  const sum = (width: (space: PrintedSpace) => number) => spaces.reduce((total, space) => total + width(space), 0);
  return (sum(({ left, right }) => right - left) / sum(({ natural }) => natural) - 1) * 100;
}

function summarize(stretches: number[], atEnds: number[]): Stretch {
  const total = stretches.reduce((sum, stretch) => sum + Math.abs(stretch), 0);
  return {
    mean: toInteger(total / stretches.length),
    widest: toInteger(Math.max(...stretches)),
    tightest: toInteger(Math.min(...stretches, ...atEnds)),
  };
}

// Without the sign of a zero.
function toInteger(number: number): number {
  return Math.round(number) + 0;
}

function longestRun(marks: boolean[]): number {
  let [longest, run] = [0, 0];
  for (const mark of marks) longest = Math.max(longest, (run = mark ? run + 1 : 0));
  return longest;
}

/**
 * A river runs through so many lines or more. Spaces that meet on three lines in a row are what the LaTeX package
 * impnattypo marks as one.
 */
const leastRiverLines = 3;

/**
 * So much of the narrower of two spaces must lie over the other one, so that they are seen as one gap. Chosen by eye:
 * in the 505 lines of `statements/`, any overlap at all makes 163 rivers, most of which no eye sees.
 */
const leastOverlap = 0.5;

// A river is a chain of spaces in successive lines of a page, each over the next. Where it parts in two, or two meet, the
// longest way counts once for each of its ends.
function countRivers(lines: PrintedLine[]): number {
  let rivers = 0;
  let above: { space: PrintedSpace; depth: number }[] = [];
  for (const [index, { page, spaces }] of lines.entries()) {
    if (page !== lines[index - 1]?.page) above = [];
    const here = spaces.map((space) => {
      const joined = above.filter((other) => areOverEachOther(space, other.space));
      return { space, depth: 1 + Math.max(0, ...joined.map(({ depth }) => depth)) };
    });
    const below = lines[index + 1];
    const next = below?.page === page ? below.spaces : [];
    rivers += here.filter(
      ({ space, depth }) => depth >= leastRiverLines && !next.some((other) => areOverEachOther(space, other)),
    ).length;
    above = here;
  }
  return rivers;
}

function areOverEachOther(one: PrintedSpace, other: PrintedSpace): boolean {
  const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return overlap >= leastOverlap * Math.min(one.right - one.left, other.right - other.left);
}

/** A last line of one word is short below so many em: twice the indent of a paragraph, as the package lua-typo has it. */
const shortLastLine = 2.4;

// Only of justified paragraphs: in verse and in signatures, who wrote them ended the lines.
function hasShortLastLine(lines: PrintedLine[], areaOf: (page: number) => TypeArea): boolean {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (!last || !before || !isJustified(before, areaOf(before.page))) return false;
  return last.spaces.length === 0 && last.right - last.left < shortLastLine * last.size;
}
