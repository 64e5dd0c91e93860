import type { DrawnRun, Glyph } from "./drawing/drawing.ts";

/** How far the text of a page reaches to one side. */
export interface Reach {
  /** The place of its edge, in pt from the left side of the trim. */
  edge: number;
  /** The text of the run that reaches there, as its fonts give it. */
  text: string;
}

/** How far the text of a page reaches to the left and to the right. */
export interface Extent {
  left: Reach;
  right: Reach;
}

/** Matches punctuation and hyphens, which may hang: stand beyond the edge of the lines, so that this looks even. */
const mayHang = /^[\p{P}\u00ad]+$/u;

/**
 * Returns how far the text of a page reaches; undefined for a page without text. Running heads, folios and spaces do not
 * count. A sign that may hang counts with its inner edge, so that it may hang by its own width at most.
 */
export function findExtent(runs: DrawnRun[]): Extent | undefined {
  const inked = runs.map(glyphsOf);
  const edge = { left: Infinity, right: -Infinity };
  const reaching: { left?: DrawnRun; right?: DrawnRun } = {};
  for (const [index, run] of runs.entries()) {
    if (run.artifact) continue;
    const glyphs = inked[index]!;
    const bearing = isLargeLetter(glyphs, inked[index + 1]) ? mostBearing * glyphs[0]!.showing.size : 0;
    for (const glyph of glyphs) {
      const [left, right] = edgesOf(glyph);
      if (left + bearing < edge.left) [edge.left, reaching.left] = [left + bearing, run];
      if (right > edge.right) [edge.right, reaching.right] = [right, run];
    }
  }
  const { left, right } = reaching;
  return left && right && { left: reachOf(left, edge.left), right: reachOf(right, edge.right) };
}

/**
 * A large letter with which a paragraph begins stands at the edge with its ink, not with the room that its font leaves
 * beside it. That is less than this part of its size: 0.09 of the capitals and figures of Source Serif Display.
 */
const mostBearing = 0.1;

// Whether a run is a letter alone, more than twice as large as what follows.
function isLargeLetter(glyphs: Glyph[], [following]: Glyph[] = []): boolean {
  return glyphs.length === 1 && following !== undefined && glyphs[0]!.showing.size > 2 * following.showing.size;
}

/** Matches what is above and below letters: it has a width in the font, and none in the line. */
const isMark = /^\p{M}+$/u;

// Returns the glyphs of a run that are neither spaces nor marks.
function glyphsOf({ pieces }: DrawnRun): Glyph[] {
  return pieces.flatMap(({ glyphs }) => glyphs).filter(({ text }) => text.trim() !== "" && !isMark.test(text));
}

function reachOf({ pieces }: DrawnRun, edge: number): Reach {
  return { edge, text: pieces.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join("") };
}

// The left and the right edge of a glyph; of one that may hang, both in reverse.
function edgesOf({ text, x, width, showing }: Glyph): [left: number, right: number] {
  const end = x + width * showing.matrix[0];
  const [left, right] = [Math.min(x, end), Math.max(x, end)];
  return mayHang.test(text) ? [right, left] : [left, right];
}
