import type { Glyph } from "./drawing/drawing.ts";

/** A line of a block as it is printed. Lengths and places are in pt, places from the lower left corner of the trim. */
export interface PrintedLine {
  /** The page that it is on, from 1. */
  page: number;
  baseline: number;
  left: number;
  right: number;
  /** The type size of most of its glyphs. */
  size: number;
  /** The text that its fonts give for its glyphs, from left to right. */
  text: string;
  /** The spaces between its words, from left to right. */
  spaces: PrintedSpace[];
}

/** A space between two words. */
export interface PrintedSpace {
  left: number;
  right: number;
  /** Its width in the font. */
  natural: number;
}

/** Matches spaces that become wider or narrower in a justified line (CSS Text Module Level 3, 4.1). */
const stretches = /^[ \u00a0]+$/;

/** Makes a line of glyphs, which stand on `page`. Throws if none of them is more than a space. */
export function makeLine(glyphs: Glyph[], page: number): PrintedLine {
  const placed = glyphs.toSorted((one, other) => one.x - other.x);
  const isInk = ({ text }: Glyph) => text.trim() !== "";
  const shown = placed.slice(placed.findIndex(isInk), placed.findLastIndex(isInk) + 1);
  const [first] = shown;
  if (!first) throw new Error(`A line on page ${page} has no glyphs.`);
  return {
    page,
    baseline: findMostCommon(shown.map(({ y }) => y)),
    left: first.x,
    right: Math.max(...shown.map(rightOf)),
    size: findMostCommon(shown.map(({ showing }) => showing.size)),
    text: shown.map(({ text }) => text).join(""),
    spaces: findSpaces(shown),
  };
}

function findSpaces(glyphs: Glyph[]): PrintedSpace[] {
  const spaces: PrintedSpace[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const next = glyphs[index + 1];
    if (!next || !stretches.test(glyph.text)) continue;
    const natural = widthOf(glyph);
    const last = spaces.at(-1);
    // Two spaces in a row are one wide space.
    if (last && last.right === glyph.x) Object.assign(last, { right: next.x, natural: last.natural + natural });
    else spaces.push({ left: glyph.x, right: next.x, natural });
  }
  return spaces;
}

function widthOf({ width, showing }: Glyph): number {
  const [a, b] = showing.matrix;
  return width * Math.hypot(a, b);
}

function rightOf(glyph: Glyph): number {
  return glyph.x + widthOf(glyph);
}

/** Returns the number that occurs most often; of several, the first. */
export function findMostCommon(numbers: number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most))[0];
}
