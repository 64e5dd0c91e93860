import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFPage } from "@cantoo/pdf-lib";
import {
  decodeContent,
  decodePageContent,
  hasName,
  parseOperations,
  readNumber,
  unpackStream,
  type Operation,
} from "../pdf/content-stream.ts";
import {
  intersect,
  multiply,
  transformCorners,
  transformPoint,
  transformRectangle,
  type Matrix,
  type Point,
  type Rectangle,
} from "../pdf/matrix.ts";
import type { Percentages } from "../shop.ts";

// What a page for the press paints, in inks. pdf.js turns all colours into light, so the operators are followed here once
// more, as far as colours, lines and shapes depend on them.

/** Something that a page paints, in the order of painting. Places are in pt from the lower left corner of the trim. */
export type InkPaint =
  | { kind: "text"; inks: Percentages | undefined; overprints: boolean }
  | { kind: "fill"; inks: Percentages | undefined; polygons: Point[][]; clip: Rectangle }
  | { kind: "stroke"; inks: Percentages | undefined; width: number; box: Rectangle }
  /** An image in four inks; the inks are those of the pixel that has the most. */
  | { kind: "image"; inks: Percentages | undefined; box: Rectangle };

/** What decides how the next operator paints. Inks are undefined for what is neither grey nor four inks. */
interface InkState {
  matrix: Matrix;
  clip: Rectangle;
  fill: Percentages | undefined;
  stroke: Percentages | undefined;
  lineWidth: number;
  overprints: boolean;
}

const black: Percentages = [0, 0, 0, 100];

/** Returns what a page paints with its inks; grey images are left out. */
export function findInkPaints(page: PDFPage): InkPaint[] {
  const { x, y } = page.getTrimBox();
  const state: InkState = {
    matrix: [1, 0, 0, 1, -x, -y],
    clip: [-Infinity, -Infinity, Infinity, Infinity],
    fill: black,
    stroke: black,
    lineWidth: 1,
    overprints: false,
  };
  const paints: InkPaint[] = [];
  follow(parseOperations(decodePageContent(page)), page.node.Resources(), state, paints);
  return paints;
}

const textOperators = new Set(["Tj", "TJ", "'", '"']);
const fillOperators = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const strokeOperators = new Set(["S", "s", "B", "B*", "b", "b*"]);

function follow(operations: Operation[], resources: PDFDict | undefined, start: InkState, paints: InkPaint[]): void {
  const saved: InkState[] = [];
  let state = start;
  let path: Path = { polygons: [], clips: false };
  for (const { operator, operands } of operations) {
    const numbers = operands.map(Number);
    if (operator === "q") saved.push(state);
    else if (operator === "Q") state = saved.pop() ?? state;
    else if (operator === "cm") state = { ...state, matrix: multiply(numbers as Matrix, state.matrix) };
    else if (operator === "w") state = { ...state, lineWidth: numbers[0]! };
    else if (operator === "gs") state = { ...state, ...readState(operands[0]!, resources) };
    else if (operator === "Do") followObject(operands[0]!, resources, state, paints);
    else if (textOperators.has(operator)) paints.push({ kind: "text", inks: state.fill, overprints: state.overprints });
    else if (operator === "W" || operator === "W*") path.clips = true;
    else if (fillOperators.has(operator) || strokeOperators.has(operator) || operator === "n") {
      const box = boxOf(path.polygons);
      if (fillOperators.has(operator))
        paints.push({ kind: "fill", inks: state.fill, polygons: path.polygons, clip: state.clip });
      if (strokeOperators.has(operator)) {
        const [a, b, c, d] = state.matrix;
        const width = state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
        paints.push({ kind: "stroke", inks: state.stroke, width, box: intersect(box, state.clip) });
      }
      if (path.clips) state = { ...state, clip: intersect(state.clip, box) };
      path = { polygons: [], clips: false };
    } else if (operator.toLowerCase() in inksOf || /^(?:sc|cs|rg)n?$/i.test(operator)) {
      const inks = inksOf[operator.toLowerCase()]?.(numbers);
      state = /^[a-z]/.test(operator) ? { ...state, fill: inks } : { ...state, stroke: inks };
    } else extendPath(path, operator, numbers, state.matrix);
  }
}

/** The operators of plain inks; those of strokes are the same in capitals. */
const inksOf: Record<string, (numbers: number[]) => Percentages> = {
  g: ([grey = 0]) => [0, 0, 0, 100 * (1 - grey)],
  k: (shares) => shares.map((share) => 100 * share) as Percentages,
};

/** The path that is being built. */
interface Path {
  polygons: Point[][];
  /** Whether it clips what follows. */
  clips: boolean;
}

// A curve is taken for a straight line to its end, which is near enough to tell what a shape covers.
function extendPath(path: Path, operator: string, numbers: number[], matrix: Matrix): void {
  if (operator === "re") {
    const [x, y, width, height] = numbers as Rectangle;
    path.polygons.push(transformCorners([x, y, x + width, y + height], matrix));
  } else if (["m", "l", "c", "v", "y"].includes(operator)) {
    if (operator === "m") path.polygons.push([]);
    path.polygons.at(-1)?.push(transformPoint(numbers.slice(-2) as Point, matrix));
  }
}

function readState(operand: string, resources: PDFDict | undefined): Partial<InkState> {
  const state = lookUp(resources, "ExtGState", operand);
  if (!(state instanceof PDFDict)) return {};
  const width = readNumber(state, "LW");
  const overprint = state.lookup(PDFName.of("op"))?.toString();
  return {
    ...(Number.isFinite(width) && { lineWidth: width }),
    ...(overprint !== undefined && { overprints: overprint === "true" }),
  };
}

function followObject(operand: string, resources: PDFDict | undefined, state: InkState, paints: InkPaint[]): void {
  const object = lookUp(resources, "XObject", operand);
  if (!(object instanceof PDFRawStream)) return;
  if (hasName(object.dict, "Subtype", "Form")) followForm(object, resources, state, paints);
  else if (hasName(object.dict, "ColorSpace", "DeviceCMYK")) {
    // An image is drawn on the unit square.
    const box = intersect(transformRectangle([0, 0, 1, 1], state.matrix), state.clip);
    paints.push({ kind: "image", inks: findMostInk(object), box });
  }
}

function findMostInk(image: PDFRawStream): Percentages | undefined {
  if (!hasName(image.dict, "Filter", "FlateDecode")) return undefined;
  const pixels = unpackStream(image);
  let [most, found] = [-1, 0];
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const sum = pixels[at]! + pixels[at + 1]! + pixels[at + 2]! + pixels[at + 3]!;
    if (sum > most) [most, found] = [sum, at];
  }
  return [...pixels.subarray(found, found + 4)].map((share) => (100 * share) / 255) as Percentages;
}

function followForm(form: PDFRawStream, resources: PDFDict | undefined, state: InkState, paints: InkPaint[]): void {
  const numbersAt = (key: string) =>
    form.dict.lookupMaybe(PDFName.of(key), PDFArray)?.asArray().map(String).map(Number);
  const ownMatrix = numbersAt("Matrix");
  const matrix = ownMatrix ? multiply(ownMatrix as Matrix, state.matrix) : state.matrix;
  const box = numbersAt("BBox");
  const clip = box ? intersect(state.clip, transformRectangle(box as Rectangle, matrix)) : state.clip;
  const own = form.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? resources;
  follow(parseOperations(decodeContent(form)), own, { ...state, matrix, clip }, paints);
}

function lookUp(resources: PDFDict | undefined, kind: string, operand: string) {
  return resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(operand.slice(1)));
}

/** Returns the smallest upright rectangle around some polygons; around none, one in which nothing lies. */
export function boxOf(polygons: Point[][]): Rectangle {
  const [xs, ys] = [0, 1].map((axis) => polygons.flatMap((points) => points.map((point) => point[axis]!)));
  return [Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)];
}
