import {
  intersect,
  transformPoint,
  transformRectangle,
  type Matrix,
  type Point,
  type Rectangle,
} from "../../pdf/matrix.ts";
import { OPS } from "../../pdfjs.ts";
import { addPaint, type Canvas, type Operators } from "./canvas.ts";

/** Paths that are filled or that clip (ISO 32000-2, 8.5). Strokes are passed over: a rule is too thin to hide text. */
export const pathOperators: Operators = {
  [OPS.clip]: clipWithNextPath,
  [OPS.eoClip]: clipWithNextPath,
  // pdf.js gives a path together with the operator that ends it, and with the path's bounding box.
  [OPS.constructPath]: (canvas, ending: number, [path]: [Float32Array | null], box: Rectangle | null) => {
    const { state } = canvas;
    if (canvas.clipsWithNextPath)
      state.clip = path && box ? intersect(state.clip, transformRectangle(box, state.matrix)) : nowhere;
    canvas.clipsWithNextPath = false;
    // A translucent fill does not hide what is under it.
    if (path && fills.has(ending) && state.fillAlpha === 1)
      addPaint(canvas, state.fillColour, polygonsOf(path, state.matrix));
  },
};

const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** The clip of an empty path, inside which nothing can be seen. */
const nowhere: Rectangle = [0, 0, 0, 0];

function clipWithNextPath(canvas: Canvas): void {
  canvas.clipsWithNextPath = true;
}

// In a path of pdf.js, the number of each kind of segment, and how many coordinates follow it.
const moveTo = 0;
const closePath = 4;
const coordinatesOf = [2, 2, 6, 4, 0];

// A curve is taken for a straight line to its end, which is near enough to tell what a shape covers.
function polygonsOf(path: Float32Array, matrix: Matrix): Point[][] {
  const polygons: Point[][] = [];
  for (let at = 0; at < path.length;) {
    const segment = path[at]!;
    const length = coordinatesOf[segment] ?? 0;
    if (segment === moveTo || polygons.length === 0) polygons.push([]);
    if (segment < closePath)
      polygons.at(-1)!.push(transformPoint([path[at + length - 1]!, path[at + length]!], matrix));
    at += length + 1;
  }
  return polygons;
}
