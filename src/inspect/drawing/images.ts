import { transformCorners, type Point, type Rectangle } from "../../pdf/matrix.ts";
import { OPS } from "../../pdfjs.ts";
import { addPaint, type Canvas, type Operators } from "./canvas.ts";

/** Images fill the unit square of their user space (ISO 32000-2, 8.9.5), a shading all of the clip (8.7.4.2). */
export const imageOperators: Operators = {
  [OPS.paintImageXObject]: coverWithImage,
  [OPS.paintInlineImageXObject]: coverWithImage,
  [OPS.paintImageMaskXObject]: coverWithImage,
  [OPS.paintSolidColorImageMask]: coverWithImage,
  [OPS.paintImageXObjectRepeat]: coverWithImage,
  [OPS.paintInlineImageXObjectGroup]: coverWithImage,
  [OPS.paintImageMaskXObjectGroup]: coverWithImage,
  [OPS.paintImageMaskXObjectRepeat]: coverWithImage,
  [OPS.shadingFill]: (canvas) => addPaint(canvas, undefined, [beyondAnyPage]),
};

const unitSquare: Rectangle = [0, 0, 1, 1];

/** A square around any page, in pt: a page measures at most 14 400 (ISO 32000-1, annex C). */
const beyondAnyPage: Point[] = [
  [-1e5, -1e5],
  [1e5, -1e5],
  [1e5, 1e5],
  [-1e5, 1e5],
];

function coverWithImage(canvas: Canvas): void {
  addPaint(canvas, undefined, [transformCorners(unitSquare, canvas.state.matrix)]);
}
