import { expect, it } from "vitest";
import type { DrawnRun } from "../../src/inspect/drawing/drawing.ts";
import { findExtent } from "../../src/inspect/extent.ts";

/** A run of glyphs of 5 pt from `x` on, in type of so many pt. */
const run = (text: string, x: number, { size = 10, artifact = false } = {}): DrawnRun => ({
  reversed: false,
  artifact,
  pieces: [...text].map((letter, index) => ({
    actualText: undefined,
    glyphs: [
      {
        text: letter,
        x: x + 5 * index,
        y: 50,
        width: 5,
        showing: {
          size,
          upright: true,
          matrix: [1, 0, 0, 1, x + 5 * index, 50],
          fontSize: size,
          order: 1,
          number: 0,
          content: 0,
          clip: [-Infinity, -Infinity, Infinity, Infinity],
          colour: "#000000",
          hasInk: true,
        },
      },
    ],
  })),
});

const reach = (...runs: DrawnRun[]) => {
  const extent = findExtent(runs);
  return extent && [extent.left.edge, extent.right.edge];
};

it("text reaches as far as its letters, but not its spaces, running heads and folios", () => {
  expect(findExtent([run("ab", 20), run("one ", 30), run("12", 90, { artifact: true })])).toEqual({
    left: { edge: 20, text: "ab" },
    right: { edge: 45, text: "one " },
  });
  expect(reach(run(" ", 20))).toBeUndefined();
  expect(reach()).toBeUndefined();
});

it("punctuation and hyphens reach as far as their inner edge, and the sign before them as far as its own", () => {
  expect(reach(run("“ab-", 20))).toEqual([25, 35]);
  expect(reach(run("ab,”", 20))).toEqual([20, 35]);
  expect(reach(run("ab\u00ad", 20))).toEqual([20, 30]);
  expect(reach(run("ab+", 20))).toEqual([20, 35]);
});

it("a large initial reaches to the left as far as its ink, at a tenth of its size", () => {
  expect(reach(run("H", 20, { size: 40 }), run("ow", 40))).toEqual([24, 50]);
  expect(reach(run("Ho", 20, { size: 40 }), run("w", 40))).toEqual([20, 45]);
  expect(reach(run("H", 20), run("ow", 40))).toEqual([20, 50]);
});

it("does not count a mark above or below a letter, which has a width in the font alone", () => {
  expect(findExtent([run("سر\u064b", 40)])!.right.edge).toBe(50);
  expect(findExtent([run("\u064bسر", 40)])!.left.edge).toBe(45);
});
