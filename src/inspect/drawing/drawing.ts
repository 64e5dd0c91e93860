import type { Point, Rectangle } from "../../pdf/matrix.ts";

// What a page draws, as interpret.ts finds it. Lengths are in pt from the lower left corner of the trim.

export interface Drawing {
  runs: DrawnRun[];
  paints: Paint[];
}

/** Pieces of text that are drawn one after the other, between marks of the same kind. */
export interface DrawnRun {
  pieces: DrawnPiece[];
  /** Whether it is text written from right to left (ReversedChars; ISO 32000-2, 14.8.2.5.3). */
  reversed: boolean;
  /** Whether it belongs to the page, not to the text, as running heads and folios do (ISO 32000-2, 14.8.2.2). */
  artifact: boolean;
}

/** Glyphs that are one piece of text, and the text that the page says they are (ActualText; ISO 32000-2, 14.9.4). */
export interface DrawnPiece {
  actualText: string | undefined;
  glyphs: Glyph[];
}

export interface Glyph {
  /** What the font says that it is. */
  text: string;
  /** Its origin: the left end of its baseline. */
  x: number;
  y: number;
  size: number;
  /** False if it is drawn head down. */
  upright: boolean;
  /** Points inside it; visibility.ts asks of each whether it can be seen. */
  samples: Point[];
  /** Its place in the order of painting. */
  order: number;
  clip: Rectangle;
  /** As #rrggbb; undefined for a pattern. */
  colour: string | undefined;
  /** False if its size, opacity or rendering mode leaves no ink on the page. */
  hasInk: boolean;
}

/** What covers the paper: a filled path, an image or a shading. */
export interface Paint {
  /** Its place in the order of painting. */
  order: number;
  /** As #rrggbb; undefined for an image, a pattern or a shading, which have many colours. */
  colour: string | undefined;
  clip: Rectangle;
  polygons: Point[][];
}
