import { identity, type Matrix, type Point, type Rectangle } from "../../pdf/matrix.ts";
import type { DrawnPiece, DrawnRun, Drawing } from "./drawing.ts";

// The state of the interpreter between two operators. The functions in the other files of this folder change it.

/** What each operator does to the canvas, by the operator's number in pdf.js (OPS). */
export type Operators = Record<number, (canvas: Canvas, ...operands: never[]) => void>;

export interface Canvas {
  drawing: Drawing;
  /** The number of the present operator, from 0. */
  order: number;
  state: GraphicsState;
  saved: GraphicsState[];
  /** How many operators have shown text. */
  shown: number;
  /** How many form XObjects are open around the present operator. */
  formDepth: number;
  /** Whether the next path clips what is drawn after it. */
  clipsWithNextPath: boolean;
  /** From text space to user space, at the next glyph. */
  textMatrix: Matrix;
  /** The same at the beginning of the line that the next glyph is in. */
  lineMatrix: Matrix;
  /** The run to which the next glyph is added, if the marks around it still have the same effect. */
  run: DrawnRun | undefined;
  /** Sequences of marked content that are open, the innermost last. */
  marks: Mark[];
  /** The ActualText of every marked sequence in the page's own content (not in forms), in order. */
  actualTexts: (string | undefined)[];
  /** How many of these sequences have begun. */
  opened: number;
  /** Returns the length, in text space, of one unit of a font's glyph widths. `font` is its name in pdf.js. */
  widthUnitOf(font: string): number;
}

/** The part of the graphics state (ISO 32000-2, 8.4) that decides where and how glyphs and paints appear. */
export interface GraphicsState extends TextState {
  /** From user space to the page, the current transformation matrix. */
  matrix: Matrix;
  /** The bounding box of the clip. So a clip of another shape is taken to hide less than it does. */
  clip: Rectangle;
  /** As #rrggbb; undefined for a pattern. */
  fillColour: string | undefined;
  /** Opacity of fills, 0…1. */
  fillAlpha: number;
}

/** The text state (ISO 32000-2, 9.3). Lengths are in units of text space. */
export interface TextState {
  /** The length of one unit of the font's glyph widths. */
  widthUnit: number;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** As a factor: 1 is the font's own width. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

/** A sequence of marked content (ISO 32000-2, 14.6). */
export interface Mark {
  tag: string;
  actualText: string | undefined;
  /** Its number, if it is content that a tag owns (MCID; 14.7.4). */
  content: number | undefined;
  /** The piece to which its glyphs belong, once it has any. */
  piece?: DrawnPiece;
}

/** Glyph widths are in thousandths of text space, except in Type 3 fonts (ISO 32000-2, 9.2.4). */
export const usualWidthUnit = 0.001;

/** Returns an empty canvas; `start` leads from the page's user space to the space in which the drawing is measured. */
export function createCanvas(
  start: Matrix,
  { actualTexts, widthUnitOf }: Pick<Canvas, "actualTexts" | "widthUnitOf">,
): Canvas {
  return {
    drawing: { runs: [], paints: [] },
    order: 0,
    state: {
      matrix: start,
      clip: [-Infinity, -Infinity, Infinity, Infinity],
      fillColour: "#000000",
      fillAlpha: 1,
      widthUnit: usualWidthUnit,
      fontSize: 0,
      characterSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
      renderingMode: 0,
    },
    saved: [],
    shown: 0,
    formDepth: 0,
    clipsWithNextPath: false,
    textMatrix: identity,
    lineMatrix: identity,
    run: undefined,
    marks: [],
    actualTexts,
    opened: 0,
    widthUnitOf,
  };
}

/** Records that the present operator covers the polygons, as far as they are inside the present clip. */
export function addPaint({ drawing, order, state }: Canvas, colour: string | undefined, polygons: Point[][]): void {
  drawing.paints.push({ order, colour, clip: state.clip, polygons });
}
