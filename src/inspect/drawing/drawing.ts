import type { Matrix, Point, Rectangle } from "../../pdf/matrix.ts";

// What a page draws, as interpret.ts finds it. Lengths are in pt, places from the lower left corner of
// the trim.

export interface Drawing {
  runs: DrawnRun[];
  paints: Paint[];
}

/** The pieces of one text object, or of a part of it if only a part is reversed or an artifact. */
export interface DrawnRun {
  pieces: DrawnPiece[];
  /** Whether it is marked as text written from right to left (ReversedChars; ISO 32000-2, 14.8.2.5.3). */
  reversed: boolean;
  /** Whether it belongs to the page, not to the text, as running heads and folios do (ISO 32000-2, 14.8.2.2). */
  artifact: boolean;
}

/** Glyphs that are one piece of text: all glyphs under one ActualText, or a single glyph. */
export interface DrawnPiece {
  /** The text that the page gives for the glyphs (ISO 32000-2, 14.9.4). */
  actualText: string | undefined;
  glyphs: Glyph[];
}

export interface Glyph {
  /** The text that its font gives for it. */
  text: string;
  /** Its origin: the left end of its baseline. */
  x: number;
  y: number;
  /** Its width in units of text space. */
  width: number;
  showing: Showing;
}

/** What all glyphs have in common that one operator shows. */
export interface Showing {
  size: number;
  /** False if they are drawn head down. */
  upright: boolean;
  /** From text space to the page. */
  matrix: Matrix;
  /** The type size in units of text space. */
  fontSize: number;
  /** Its place in the order of painting. */
  order: number;
  /** How many operators before it show text. */
  number: number;
  /** The number of the marked content that they are in (MCID), if they are in any. */
  content: number | undefined;
  clip: Rectangle;
  /** As #rrggbb; undefined for a pattern. */
  colour: string | undefined;
  /** False if the size, opacity or rendering mode leaves no ink on the page. */
  hasInk: boolean;
}

/** Anything but text that covers the paper: a filled path, an image or a shading. */
export interface Paint {
  /** Its place in the order of painting. */
  order: number;
  /** As #rrggbb; undefined for an image, a pattern or a shading, which have many colours. */
  colour: string | undefined;
  clip: Rectangle;
  polygons: Point[][];
}
