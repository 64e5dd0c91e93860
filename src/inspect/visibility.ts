import { contrastRatio } from "../colour.ts";
import type { Glyph, Paint } from "./drawing/drawing.ts";
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

/** Returns whether a reader can see a glyph on a page of the given size (pt); space counts as seen. */
export function isVisible(glyph: Glyph, page: { width: number; height: number }, paints: Paint[]): boolean {
  if (glyph.text.trim() === "") return true;
  if (!glyph.hasInk) return false;
  const trim: Rectangle = [0, 0, page.width, page.height];
  const visible = glyph.samples.filter(
    (point) => isInRectangle(point, trim) && isInRectangle(point, glyph.clip) && isVisibleAmong(paints, point, glyph),
  );
  return visible.length >= leastVisibleSamples;
}

function isVisibleAmong(paints: Paint[], point: Point, { order, colour }: Glyph): boolean {
  const here = paints.filter(({ clip, polygons }) => isInRectangle(point, clip) && isInPolygons(point, polygons));
  if (here.some((paint) => paint.order > order)) return false;
  const under = here.length === 0 ? "#ffffff" : here.at(-1)!.colour;
  return under === undefined || colour === undefined || hasContrast(colour, under);
}

// Nearly all glyphs have one of a few pairs of colours. To compute the contrast again for each glyph took a fifth of
// the time of reading a page.
const knownPairs = new Map<string, boolean>();

function hasContrast(colour: string, under: string): boolean {
  const pair = `${colour} ${under}`;
  const known = knownPairs.get(pair) ?? contrastRatio(colour, under) >= leastContrast;
  knownPairs.set(pair, known);
  return known;
}

function isInRectangle([x, y]: Point, [left, bottom, right, top]: Rectangle): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

// The even-odd rule (ISO 32000-2, 8.5.3.3.3), whichever the operator asked for: a ray to the right crosses the outline
// an odd number of times.
function isInPolygons([x, y]: Point, polygons: Point[][]): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (const [index, [x1, y1]] of polygon.entries()) {
      const [x2, y2] = polygon[(index + 1) % polygon.length]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
