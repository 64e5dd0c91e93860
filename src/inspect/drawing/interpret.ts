import type { Matrix } from "../../pdf/matrix.ts";
import type { PDFPageProxy } from "../../pdfjs.ts";
import { createCanvas, type Canvas, type Operators } from "./canvas.ts";
import type { Drawing } from "./drawing.ts";
import { graphicsStateOperators } from "./graphics-state.ts";
import { imageOperators } from "./images.ts";
import { markedContentOperators } from "./marked-content.ts";
import { pathOperators } from "./paths.ts";
import { textOperators } from "./text.ts";

// Follows the operators of a page (ISO 32000-2, 8 and 9) as pdf.js parses them, and finds each glyph that is drawn with
// its place, colour and clip, and each paint that covers the paper. Operators that have no effect on these are ignored.

const operators: Operators = {
  ...graphicsStateOperators,
  ...pathOperators,
  ...imageOperators,
  ...textOperators,
  ...markedContentOperators,
};

/** Returns what a page draws, measured in pt from the origin of `start`. */
export function interpretPage(
  { fnArray, argsArray }: Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>,
  start: Matrix,
  facts: Pick<Canvas, "actualTexts" | "widthUnitOf">,
): Drawing {
  const canvas = createCanvas(start, facts);
  for (const [order, operator] of fnArray.entries()) {
    canvas.order = order;
    operators[operator]?.(canvas, ...((argsArray[order] ?? []) as never[]));
  }
  return canvas.drawing;
}
