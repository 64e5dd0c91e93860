import type { Source } from "../publication.ts";
import type { Word } from "../words.ts";
import { findWords, isSameWord, splitSource, type SourceWord } from "./passage.ts";

/** Which part of a document a text is, as its front matter says it, and what of the document is not in it. */
export interface DerivedPassage extends Pick<Source, "from" | "to" | "omit"> {
  /** The words of the document that are not in the text: before it, between its parts, after it. */
  leftOut: SourceWord[][];
}

/**
 * Finds which part of a document the words of a text are. Where the two differ by more than what is left out, the rest
 * is for the comparison of checkVerbatim() to tell.
 */
export function derivePassage(document: string, text: Word[]): DerivedPassage {
  const all = splitSource(document, text);
  const gaps = findGaps(all, text);
  const first = gaps[0]?.[0] === 0 ? gaps.shift()![1] : 0;
  const end = gaps.at(-1)?.[1] === all.length ? gaps.pop()![0] : all.length;
  const from = first > 0 ? nameStart(all, first, end) : undefined;
  const to = end < all.length ? nameEnd(all, first, end) : undefined;
  let kept = all.slice(first, end);
  let removed = first;
  const omit: NonNullable<Source["omit"]> = [];
  for (const [start, stop] of gaps) {
    const [a, b] = [start - removed, stop - removed];
    const ends = { from: nameStart(kept, a, b), to: nameEnd(kept, a, b) };
    if (ends.from === undefined || ends.to === undefined) continue;
    omit.push({ from: ends.from, to: ends.to });
    kept = [...kept.slice(0, a), ...kept.slice(b)];
    removed += b - a;
  }
  const leftOut = [all.slice(0, first), ...gaps.map(([start, stop]) => all.slice(start, stop)), all.slice(end)];
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(omit.length > 0 && { omit }),
    leftOut: leftOut.map((words) => words.filter(({ bullet }) => !bullet)).filter(({ length }) => length > 0),
  };
}

/**
 * How many words in a row must agree for the text to go on at a later place of the document; chosen by eye. A place with
 * more of them is better: a heading may stand in the introduction too.
 */
const rows = [20, 5];

/** After how many words that the document has not the search for their places ends: it takes long. */
const mostStrange = 200;

// Walks through both, and returns the ranges of the document that the text passes over.
function findGaps(all: SourceWord[], text: Word[]): [from: number, to: number][] {
  let at = findRow(all, text, 0) ?? 0;
  let strange = 0;
  const gaps: [number, number][] = at > 0 ? [[0, at]] : [];
  for (let index = 0; index < text.length; index++) {
    let next = at;
    while (next < all.length && all[next]!.bullet && !isSameWord(all[next]!, text[index]!)) next++;
    if (next < all.length && isSameWord(all[next]!, text[index]!)) {
      at = next + 1;
      continue;
    }
    if (text[index]!.mark) continue;
    const later = strange < mostStrange ? findRow(all, text.slice(index), at) : undefined;
    if (later === undefined) strange++;
    else {
      gaps.push([at, later]);
      at = later + 1;
    }
  }
  if (all.slice(at).some(({ bullet }) => !bullet)) gaps.push([at, all.length]);
  return gaps;
}

// Returns the first place, from an index on, at which the document has the first words of a text in a row.
function findRow(all: SourceWord[], text: Word[], from: number): number | undefined {
  const words = text.filter(({ mark }) => !mark);
  for (const count of rows) {
    const row = words.slice(0, count);
    for (let start = from; start <= all.length - row.length; start++) if (isRowAt(all, row, start)) return start;
  }
  return undefined;
}

// Between the words of a row the document may have the numbers of notes and items, and signs.
function isRowAt(all: SourceWord[], row: Word[], start: number): boolean {
  let place = start;
  for (const [index, word] of row.entries()) {
    if (index > 0) while (place < all.length && isMarkOrBullet(all[place]!) && !isSameWord(all[place]!, word)) place++;
    if (place >= all.length || !isSameWord(all[place]!, word)) return false;
    place++;
  }
  return true;
}

function isMarkOrBullet({ bullet, key }: SourceWord): boolean {
  return bullet === true || /^[[(]?\p{N}{1,3}[\]).]?$/u.test(key);
}

/** The most words by which the beginning or the end of a passage is named; chosen by eye. */
const mostNamed = 40;

/** The fewest, so that an editor sees what is meant. */
const fewestNamed = 4;

// Returns the first words of a range, as many as are needed to find its beginning and no place before it.
function nameStart(all: SourceWord[], first: number, end: number): string | undefined {
  for (let count = Math.min(fewestNamed, end - first); count <= Math.min(mostNamed, end - first); count++) {
    const phrase = join(all.slice(first, first + count));
    if (findWords(all, phrase) === first) return phrase;
  }
  return undefined;
}

function nameEnd(all: SourceWord[], first: number, end: number): string | undefined {
  for (let count = Math.min(fewestNamed, end - first); count <= Math.min(mostNamed, end - first); count++) {
    const phrase = join(all.slice(end - count, end));
    if (findWords(all, phrase, first) === end - count) return phrase;
  }
  return undefined;
}

function join(words: SourceWord[]): string {
  return words.map(({ text }) => text).join(" ");
}
