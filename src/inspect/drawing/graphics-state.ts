import { intersect, multiply, transformRectangle, type Matrix, type Rectangle } from "../../pdf/matrix.ts";
import { OPS } from "../../pdfjs.ts";
import type { Canvas, Operators } from "./canvas.ts";

/** The graphics state, and form XObjects, which save and change it (ISO 32000-2, 8.4.4 and 8.10). */
export const graphicsStateOperators: Operators = {
  [OPS.save]: save,
  [OPS.restore]: restore,
  [OPS.transform]: ({ state }, ...matrix: Matrix) => {
    state.matrix = multiply(matrix, state.matrix);
  },
  [OPS.setGState]: ({ state }, parameters: [key: string, value: unknown][]) => {
    for (const [key, value] of parameters) if (key === "ca") state.fillAlpha = Number(value);
  },
  [OPS.setFillRGBColor]: ({ state }, colour: string) => {
    state.fillColour = colour;
  },
  // Only patterns are set in this way: pdf.js gives all plain colours as RGB.
  [OPS.setFillColorN]: ({ state }) => {
    state.fillColour = undefined;
  },
  [OPS.paintFormXObjectBegin]: (canvas, matrix: Matrix | null, box: Rectangle | null) => {
    save(canvas);
    const { state } = canvas;
    if (matrix) state.matrix = multiply(matrix, state.matrix);
    if (box) state.clip = intersect(state.clip, transformRectangle(box, state.matrix));
    canvas.formDepth++;
  },
  [OPS.paintFormXObjectEnd]: (canvas) => {
    restore(canvas);
    canvas.formDepth--;
  },
};

function save(canvas: Canvas): void {
  canvas.saved.push({ ...canvas.state });
}

function restore(canvas: Canvas): void {
  canvas.state = canvas.saved.pop() ?? canvas.state;
}
