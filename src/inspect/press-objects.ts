import type { PDFDocument } from "@cantoo/pdf-lib";
import { intersect, type Point, type Rectangle } from "../pdf/matrix.ts";
import { openWithPdfjs } from "../pdfjs.ts";
import type { Percentages } from "../shop.ts";
import type { DrawnRun, Glyph } from "./drawing/drawing.ts";
import { boxOf, findInkPaints, type InkPaint } from "./ink-paints.ts";
import { drawPage } from "./pdf-text.ts";
import { isInPolygons, isInRectangle } from "./visibility.ts";

// What a print shop's preflight looks at: type, lines and grounds with their sizes and inks. Lengths are in pt.

/** Type that one operator shows. */
export interface PrintedType {
  text: string;
  size: number;
  /** Undefined for what is neither grey nor four inks. */
  inks: Percentages | undefined;
  /** The inks below it; of paper, none. */
  ground: Percentages;
  /** Whether it is printed over them, so that the inks of both are on one spot. */
  overprints: boolean;
  /** How far it is from the nearest edge of the trim; less than nothing beyond it. */
  toTrim: number;
}

/** A line, or an area: its place is that of its upper left corner, from the left and from the top of the trim. */
export interface PrintedShape {
  /** The width of a line; undefined for an area that is none. */
  lineWidth?: number;
  width: number;
  height: number;
  left: number;
  top: number;
  inks: Percentages | undefined;
}

export interface PressObjects {
  type: PrintedType[];
  shapes: PrintedShape[];
}

const paper: Percentages = [0, 0, 0, 0];

/** A rectangle of which one side is so many times the other is a line. Chosen by eye. */
const lineRatio = 8;

/** How far above the baseline type reaches, and how far below, in parts of its size. Chosen by eye. */
const [ascent, descent] = [0.7, 0.2];

/** Returns what each page of a PDF for the press shows inside its trim. `bytes` is the same PDF. */
export async function findPressObjects(bytes: Uint8Array, opened: PDFDocument): Promise<PressObjects[]> {
  const task = openWithPdfjs(bytes);
  try {
    const pdf = await task.promise;
    const found: PressObjects[] = [];
    for (const [index, page] of opened.getPages().entries()) {
      const { width, height } = page.getTrimBox();
      const trim: Rectangle = [0, 0, width, height];
      const paints = findInkPaints(page);
      const { runs } = await drawPage(await pdf.getPage(index + 1), page);
      found.push({ type: findType(runs, paints, trim), shapes: paints.flatMap((paint) => findShape(paint, trim)) });
    }
    return found;
  } finally {
    await task.destroy();
  }
}

// Both libraries find the operators that show text in the same order.
function findType(runs: DrawnRun[], paints: InkPaint[], trim: Rectangle): PrintedType[] {
  const shown = new Map<number, Glyph[]>();
  for (const glyph of runs.flatMap(({ pieces }) => pieces.flatMap(({ glyphs }) => glyphs)))
    if (glyph.showing.hasInk) shown.set(glyph.showing.number, [...(shown.get(glyph.showing.number) ?? []), glyph]);
  const texts = paints.flatMap((paint, at) => (paint.kind === "text" ? [{ ...paint, at }] : []));
  return [...shown].flatMap(([number, glyphs]) => {
    const shownBy = texts[number];
    if (!shownBy) throw new Error("A page shows text by an operator that was not found.");
    const { inks, overprints, at } = shownBy;
    const letters = glyphs.filter(({ text }) => text.trim() !== "");
    const corners = letters.flatMap(cornersOf);
    if (!corners.some((corner) => isInRectangle(corner, trim))) return [];
    const middle = middleOf(letters[Math.floor(letters.length / 2)]!);
    return [
      {
        text: glyphs.map(({ text }) => text).join(""),
        size: glyphs[0]!.showing.size,
        inks,
        ground: groundAt(middle, paints.slice(0, at)),
        overprints,
        toTrim: Math.min(...corners.flatMap(([x, y]) => [x, y, trim[2] - x, trim[3] - y])),
      },
    ];
  });
}

function groundAt(point: Point, paints: InkPaint[]): Percentages {
  const below = paints.findLast((paint) =>
    paint.kind === "fill"
      ? isInRectangle(point, paint.clip) && isInPolygons(point, paint.polygons)
      : paint.kind === "image" && isInRectangle(point, paint.box),
  );
  return below?.inks ?? paper;
}

function findShape(paint: InkPaint, trim: Rectangle): PrintedShape[] {
  if (paint.kind === "text") return [];
  const shapeOf = (box: Rectangle, toLineWidth: (thin: number, long: number) => number | undefined): PrintedShape[] => {
    const [left, bottom, right, top] = intersect(box, trim);
    const [width, height] = [right - left, top - bottom];
    if (width < 0 || height < 0) return [];
    const lineWidth = toLineWidth(Math.min(width, height), Math.max(width, height));
    return [{ lineWidth, width, height, left, top: trim[3] - top, inks: paint.inks }];
  };
  if (paint.kind === "image") return shapeOf(paint.box, () => undefined);
  if (paint.kind === "stroke") return shapeOf(paint.box, () => paint.width);
  const rectangles = findRectangles(paint.polygons, paint.clip);
  if (!rectangles) return shapeOf(intersect(boxOf(paint.polygons), paint.clip), () => undefined);
  return rectangles.flatMap((box) => shapeOf(box, (thin, long) => (long >= lineRatio * thin ? thin : undefined)));
}

// Returns what can be seen of a rectangle; of a frame, which is one rectangle without another one inside it, its four
// sides. Chromium draws a shadow inside a box so, of which the clip leaves one side. Returns undefined for other shapes.
function findRectangles(polygons: Point[][], clip: Rectangle): Rectangle[] | undefined {
  const [outer, inner, ...others] = polygons.map((polygon) => boxOf([polygon]));
  if (!outer || others.length > 0 || !polygons.every(isRectangle)) return undefined;
  const whole = intersect(outer, clip);
  const [left, bottom, right, top] = whole;
  const [l, b, r, t] = inner ? intersect(inner, whole) : whole;
  const sides: Rectangle[] = [
    [left, bottom, right, b],
    [left, t, right, top],
    [left, b, l, t],
    [r, b, right, t],
  ];
  return (inner ? sides : [whole]).filter(([left, bottom, right, top]) => right > left && top > bottom);
}

function isRectangle(polygon: Point[]): boolean {
  const [left, bottom, right, top] = boxOf([polygon]);
  return polygon.length >= 4 && polygon.every(([x, y]) => (x === left || x === right) && (y === bottom || y === top));
}

function cornersOf({ x, y, width, showing }: Glyph): Point[] {
  const [a, b, c, d] = showing.matrix;
  return [-descent, ascent].flatMap((part) =>
    [0, width].map((along): Point => {
      const above = part * showing.fontSize;
      return [x + along * a + above * c, y + along * b + above * d];
    }),
  );
}

function middleOf(glyph: Glyph): Point {
  const corners = cornersOf(glyph);
  return [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length) as Point;
}
