import { formatInteger } from "../locale-format.ts";
import { splitWords } from "../words.ts";
import type { PageText, PdfText, TextRun } from "./pdf-text.ts";
import { groupIntoLines, rightToLeftLetter, type Line } from "./reading-order.ts";

/** A word of a printed page, in one piece even if it is divided between two lines or pages. */
export interface PageWord {
  text: string;
  /** Its normal form (words.ts). A number in brackets is one that the program sets: of a note, or of a page. */
  key: string;
  /** The normal form without the hyphen at which a line ends; only the source knows whether that belongs to the word. */
  unbroken?: string;
  /** From 1. */
  page: number;
  /** From 1, counted from the top of the page, without the running head. */
  line: number;
  /** The type size of its line, in pt. */
  size: number;
  /** Whether its type is that of notes and captions, which a page break moves among the words of the text. */
  small: boolean;
}

/** Type smaller than this part of the usual size is that of notes and captions: styles/paged.css sets notes in 0.8. */
const smallType = 0.95;

/**
 * Returns the words that the pages of a PDF show, in reading order, without running heads and folios. What depends on
 * where lines and pages end makes no difference: neither hyphens at the ends of lines nor spaces.
 */
export function readPageWords({ pages, language }: Pick<PdfText, "pages" | "language">): PageWord[] {
  const usual = findUsualSize(pages);
  const words: PageWord[] = [];
  // A word that is divided goes on in the next line of the same size, which may be on the next page, after notes.
  const divided = new Map<string, PageWord>();
  for (const [index, page] of pages.entries()) {
    const runs = markNumbers(page, usual, language || "en");
    const lineAt = numberLines(runs);
    const lines = groupIntoLines(runs, false);
    for (const line of lines) {
      const text = readLine(line);
      const { size } = largestOf(line.runs);
      const sizeName = size.toFixed(2);
      const found = splitWords(text).map((word): PageWord => ({
        text: word.text.replaceAll("\u00ad", ""),
        key: word.key,
        page: index + 1,
        line: lineAt(line.runs[0]!),
        size,
        small: size < smallType * usual,
      }));
      const before = divided.get(sizeName);
      if (before && found.length > 0) joinWords(before, found.shift()!);
      const last = found.at(-1) ?? before;
      divided.delete(sizeName);
      // At the end of a page no space need follow a word.
      if (last && (line === lines.at(-1) ? /\S[-\u00ad\u2010-\u2014/]$/ : /\S$/).test(text))
        divided.set(sizeName, last);
      for (const word of found) words.push(word);
    }
  }
  return words;
}

function joinWords(before: PageWord, after: PageWord): void {
  const withHyphen = before.key + after.key;
  const unbroken = (before.unbroken ?? before.key).replace(/-$/, "") + after.key;
  before.text += after.text;
  before.key = withHyphen;
  if (unbroken !== withHyphen) before.unbroken = unbroken;
}

// A line with mostly letters that are written from right to left is read so. The space after it stands in the run that
// was drawn last, which is the one at its right end: the first one to be read.
function readLine({ readings, runs }: Line): string {
  const letters = readings[0]!.match(/\p{L}/gu) ?? [];
  const fromRight = letters.filter((letter) => rightToLeftLetter.test(letter)).length;
  if (2 * fromRight <= letters.length) return readings[0]!;
  const last = runs.at(-1)!;
  const [line] = groupIntoLines([...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }], false);
  return `${line!.readings.at(-1)!} `;
}

// Puts the numbers of notes and of pages in brackets, which make a word of each of them (words.ts). A note mark stands
// at its word without a space, and before a note its number has a space to itself. A number of a page is a link to it.
function markNumbers({ runs, links }: PageText, usual: number, language: string): TextRun[] {
  const targets = new Set(links.map((page) => formatInteger(page, language)));
  const shown = runs.filter(({ artifact }) => !artifact);
  return shown.map((run, index) => {
    const number = run.text.trim();
    if (links.length === 0 || !/^\p{Nd}{1,3}$/u.test(number)) return run;
    const before = shown[index - 1];
    const isMark = before !== undefined && isBeside(before, run) && /\S$/.test(before.text);
    const isBeforeNote = run.size < smallType * usual && shown[index + 1]?.text.trim() === "";
    return isMark || isBeforeNote || targets.has(number)
      ? { ...run, text: run.text.replace(number, `[${number}]`) }
      : run;
  });
}

function isBeside(one: TextRun, other: TextRun): boolean {
  return Math.abs(one.y - other.y) < one.size;
}

// Returns a function that gives the line of a run, from 1. Runs at nearly the same height are on one line, as the cells
// of a row are.
function numberLines(runs: TextRun[]): (run: TextRun) => number {
  const baselines: number[] = [];
  for (const { y, size } of runs.toSorted((one, other) => other.y - one.y))
    if (baselines.length === 0 || baselines.at(-1)! - y > size / 2) baselines.push(y);
  return ({ y, size }) => baselines.findIndex((baseline) => baseline - y < size / 2) + 1;
}

function findUsualSize(pages: PageText[]): number {
  const letters = new Map<number, number>();
  for (const { runs } of pages)
    for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, other) => (other[1] > most[1] ? other : most), [0, 0])[0];
}

function largestOf(runs: TextRun[]): TextRun {
  return runs.reduce((largest, run) => (run.size > largest.size ? run : largest));
}
