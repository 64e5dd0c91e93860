import { contrastRatio } from "../contrast.ts";
import type { Glyph, Paint, Showing } from "./drawing/drawing.ts";
import type { Point, Rectangle } from "../pdf/matrix.ts";

// Whether a reader can see a glyph. Three points inside it are looked at; two of them must be visible. A point is
// visible if
// 1. the glyph has ink, and the point lies inside the trim and inside the glyph's clip;
// 2. nothing that is painted after the glyph covers the point, whatever its colour;
// 3. the glyph's colour differs enough from the last paint under the point, or from white paper if there is none. Where
//    one of the two colours is not known (a pattern, an image, a shading), the point counts as visible.
// Glyphs and paints come from drawing/interpret.ts.

/** How many of a glyph's three sample points must be visible. One may be hidden, as where the trim cuts the glyph. */
const leastVisibleSamples = 2;

/** The contrast that WCAG 2.2 (1.4.3) requires of large type. It requires more of other text. */
const leastContrast = 3;

/** How far to the right the sample points of a glyph are, in parts of its width. Chosen by eye. */
const sampledWidths = [0.25, 0.5, 0.75];
/**
 * How far above the baseline they are, in parts of the type size. Chosen by eye: half the x-height of most fonts, so
 * inside nearly every letter.
 */
const sampledHeight = 0.25;

/** Returns whether a reader can see a glyph on a page of the given size (pt); space counts as seen. */
export function isVisible(glyph: Glyph, page: { width: number; height: number }, paints: Paint[]): boolean {
  const { x, y, width, showing } = glyph;
  if (glyph.text.trim() === "") return true;
  if (!showing.hasInk) return false;
  const trim: Rectangle = [0, 0, page.width, page.height];
  const [a, b, c, d] = showing.matrix;
  const above = sampledHeight * showing.fontSize;
  const visible = sampledWidths.filter((part) => {
    const along = part * width;
    const point: Point = [x + along * a + above * c, y + along * b + above * d];
    return isInRectangle(point, trim) && isInRectangle(point, showing.clip) && isVisibleAmong(paints, point, showing);
  });
  return visible.length >= leastVisibleSamples;
}

function isVisibleAmong(paints: Paint[], point: Point, { order, colour }: Showing): boolean {
  let under: string | undefined = "#ffffff";
  for (const paint of paints) {
    if (!isInRectangle(point, paint.clip) || !isInPolygons(point, paint.polygons)) continue;
    if (paint.order > order) return false;
    under = paint.colour;
  }
  return under === undefined || colour === undefined || hasContrast(colour, under);
}

// Nearly all glyphs have one of a few pairs of colours. To compute the contrast again for each glyph took a fifth of
// the time of reading a page.
const knownPairs = new Map<string, Map<string, boolean>>();

function hasContrast(colour: string, under: string): boolean {
  let pairs = knownPairs.get(under);
  if (!pairs) knownPairs.set(under, (pairs = new Map()));
  let known = pairs.get(colour);
  if (known === undefined) pairs.set(colour, (known = contrastRatio(colour, under) >= leastContrast));
  return known;
}

/** Returns whether a point lies in a rectangle, or on its edge. */
export function isInRectangle([x, y]: Point, [left, bottom, right, top]: Rectangle): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/**
 * Returns whether a point lies in polygons by the even-odd rule (ISO 32000-2, 8.5.3.3.3), whichever the operator asked
 * for: a ray to the right crosses the outline an odd number of times.
 */
export function isInPolygons([x, y]: Point, polygons: Point[][]): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (const [index, [x1, y1]] of polygon.entries()) {
      const [x2, y2] = polygon[(index + 1) % polygon.length]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
