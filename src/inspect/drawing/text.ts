import { identity, multiply, type Matrix } from "../../pdf/matrix.ts";
import { OPS } from "../../pdfjs.ts";
import type { Canvas, Mark, Operators } from "./canvas.ts";
import type { DrawnRun, Glyph, Showing } from "./drawing.ts";

/** Text objects and the text state (ISO 32000-2, 9.3 and 9.4). */
export const textOperators: Operators = {
  [OPS.beginText]: (canvas) => {
    canvas.textMatrix = canvas.lineMatrix = identity;
    canvas.run = undefined;
  },
  [OPS.endText]: (canvas) => {
    canvas.run = undefined;
  },
  [OPS.setFont]: ({ state, widthUnitOf }, font: string, size: number) => {
    state.widthUnit = widthUnitOf(font);
    state.fontSize = size;
  },
  [OPS.setTextMatrix]: (canvas, matrix: Float32Array) => {
    canvas.textMatrix = canvas.lineMatrix = [...matrix] as Matrix;
  },
  [OPS.moveText]: startLine,
  [OPS.setLeadingMoveText]: (canvas, x: number, y: number) => {
    canvas.state.leading = -y;
    startLine(canvas, x, y);
  },
  [OPS.nextLine]: (canvas) => startLine(canvas, 0, -canvas.state.leading),
  [OPS.setLeading]: ({ state }, leading: number) => {
    state.leading = leading;
  },
  [OPS.setCharSpacing]: ({ state }, spacing: number) => {
    state.characterSpacing = spacing;
  },
  [OPS.setWordSpacing]: ({ state }, spacing: number) => {
    state.wordSpacing = spacing;
  },
  [OPS.setHScale]: ({ state }, percentage: number) => {
    state.horizontalScale = percentage / 100;
  },
  [OPS.setTextRise]: ({ state }, rise: number) => {
    state.rise = rise;
  },
  [OPS.setTextRenderingMode]: ({ state }, mode: number) => {
    state.renderingMode = mode;
  },
  [OPS.showText]: showText,
};

/** What pdf.js gives to be shown: a glyph, or a step back in thousandths of the font size. */
type Shown = { unicode: string; width: number; isSpace: boolean } | number;

/** Rendering modes that leave no ink: invisible, and for clipping only (ISO 32000-2, 9.3.6). */
const modesWithoutInk = new Set([3, 7]);

function startLine(canvas: Canvas, x: number, y: number): void {
  canvas.textMatrix = canvas.lineMatrix = multiply([1, 0, 0, 1, x, y], canvas.lineMatrix);
}

function showText(canvas: Canvas, glyphs: Shown[]): void {
  const { state, marks } = canvas;
  const run = continueOrStartRun(canvas);
  const innermost = marks.findLast(({ actualText }) => actualText !== undefined);
  const matrix = multiply(multiply([1, 0, 0, 1, 0, state.rise], canvas.textMatrix), state.matrix);
  const showing = describeShowing(canvas, matrix);
  const [a, b, , , x, y] = matrix;
  canvas.shown++;
  let advance = 0;
  for (const shown of glyphs) {
    if (typeof shown === "number") {
      advance -= (shown * state.fontSize * state.horizontalScale) / 1000;
      continue;
    }
    const width = shown.width * state.widthUnit * state.fontSize;
    const place = { x: x + advance * a, y: y + advance * b, width: width * state.horizontalScale };
    addGlyph(run, { text: shown.unicode, ...place, showing }, innermost);
    const spacing = shown.isSpace ? state.wordSpacing : 0;
    advance += (width + state.characterSpacing + spacing) * state.horizontalScale;
  }
  canvas.textMatrix = multiply([1, 0, 0, 1, advance, 0], canvas.textMatrix);
}

// A run ends where text begins or ceases to be reversed or an artifact.
function continueOrStartRun(canvas: Canvas): DrawnRun {
  const isMarked = (name: string) => canvas.marks.some(({ tag }) => tag === name);
  const [reversed, artifact] = [isMarked("ReversedChars"), isMarked("Artifact")];
  if (canvas.run?.reversed === reversed && canvas.run.artifact === artifact) return canvas.run;
  canvas.run = { pieces: [], reversed, artifact };
  canvas.drawing.runs.push(canvas.run);
  return canvas.run;
}

function describeShowing({ state, order, shown, marks }: Canvas, matrix: Matrix): Showing {
  const [a, b] = matrix;
  const size = Math.hypot(a, b) * state.fontSize;
  return {
    size,
    upright: a >= 0,
    matrix,
    fontSize: state.fontSize,
    order,
    number: shown,
    content: marks.findLast(({ content }) => content !== undefined)?.content,
    clip: state.clip,
    colour: state.fillColour,
    hasInk: state.fillAlpha > 0 && !modesWithoutInk.has(state.renderingMode) && size > 0,
  };
}

// All glyphs under one ActualText are one piece, in however many text objects they are drawn.
// `mark` is the innermost mark with an ActualText.
function addGlyph(run: DrawnRun, glyph: Glyph, mark: Mark | undefined): void {
  if (mark?.piece) {
    mark.piece.glyphs.push(glyph);
    return;
  }
  const piece = { actualText: mark?.actualText, glyphs: [glyph] };
  run.pieces.push(piece);
  if (mark) mark.piece = piece;
}
