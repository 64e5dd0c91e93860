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
  let extent: Extent | undefined;
  for (const run of runs) {
    if (run.artifact) continue;
    for (const glyph of run.pieces.flatMap(({ glyphs }) => glyphs)) {
      if (glyph.text.trim() === "") continue;
      const [left, right] = edgesOf(glyph);
      if (!extent || left < extent.left.edge) extent = { ...(extent ?? emptyExtent), left: reachOf(run, left) };
      if (right > extent.right.edge) extent = { ...extent, right: reachOf(run, right) };
    }
  }
  return extent;
}

const emptyExtent: Extent = { left: { edge: Infinity, text: "" }, right: { edge: -Infinity, text: "" } };

function reachOf({ pieces }: DrawnRun, edge: number): Reach {
  return { edge, text: pieces.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join("") };
}

// The left and the right edge of a glyph; of one that may hang, both in reverse.
function edgesOf({ text, x, width, showing }: Glyph): [left: number, right: number] {
  const end = x + width * showing.matrix[0];
  const [left, right] = x < end ? [x, end] : [end, x];
  return mayHang.test(text) ? [right, left] : [left, right];
}
