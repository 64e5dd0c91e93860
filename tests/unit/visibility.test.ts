import { expect, test } from "vitest";
import type { Glyph, Paint, Showing } from "../../src/inspect/drawing/drawing.ts";
import { isVisible } from "../../src/inspect/visibility.ts";

const page = { width: 100, height: 100 };
const everywhere: Showing["clip"] = [-Infinity, -Infinity, Infinity, Infinity];

const glyph = (change: Partial<Showing> = {}, x = 50, y = 50): Glyph => ({
  text: "a",
  x,
  y,
  width: 4,
  showing: {
    size: 10,
    upright: true,
    matrix: [1, 0, 0, 1, x, y],
    fontSize: 10,
    order: 5,
    number: 0,
    content: undefined,
    clip: everywhere,
    colour: "#000000",
    hasInk: true,
    ...change,
  },
});
const box = (order: number, colour: string | undefined, left = 40, right = 60, clip = everywhere): Paint => ({
  order,
  colour,
  clip,
  polygons: [
    [
      [left, 40],
      [right, 40],
      [right, 60],
      [left, 60],
    ],
  ],
});
test.each<[string, Glyph, Paint[]]>([
  ["black on the paper", glyph(), []],
  ["white on a dark ground", glyph({ colour: "#ffffff" }), [box(1, "#9e1b1b")]],
  ["on an image, whose colours are not known", glyph({ colour: "#888888" }), [box(1, undefined)]],
  ["beside what is painted later", glyph(), [box(9, "#ffffff", 0, 40)]],
  ["under what is clipped away itself", glyph(), [box(9, "#ffffff", 40, 60, [0, 0, 10, 10])]],
  [
    "inside a ring",
    glyph(),
    [{ ...box(9, "#ffffff"), polygons: [...box(9, "").polygons, ...box(9, "", 45, 58).polygons] }],
  ],
  ["inside its clip", glyph({ clip: [45, 45, 60, 60] }), []],
  ["cut by the edge of the page by less than half", glyph({}, 97.5, 50), []],
])("a glyph is visible: %s", (_, glyph, paints) => expect(isVisible(glyph, page, paints)).toBe(true));

test.each<[string, Glyph, Paint[]]>([
  ["white on the paper", glyph({ colour: "#ffffff" }), []],
  ["nearly white", glyph({ colour: "#eeeeee" }), []],
  ["in the colour of its ground", glyph({ colour: "#9e1b1b" }), [box(1, "#9e1b1b")]],
  ["painted over", glyph(), [box(9, "#ffffff")]],
  ["under an image", glyph(), [box(9, undefined)]],
  ["outside its clip", glyph({ clip: [0, 0, 10, 10] }), []],
  ["left of the page", glyph({}, -20, 50), []],
  ["right of the page", glyph({}, 110, 50), []],
  ["above the page", glyph({}, 50, 120), []],
  ["below the page", glyph({}, 50, -20), []],
  ["without ink", glyph({ hasInk: false }), []],
])("a glyph is not visible: %s", (_, glyph, paints) => expect(isVisible(glyph, page, paints)).toBe(false));
