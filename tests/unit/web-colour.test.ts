import { expect, it } from "vitest";
import { contrast, inkOn, legibleOn } from "../../src/colour.ts";

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

it.each(["#000000", "#ffffff", "#ffd500", "#9e1b1b", "#1b2c9e", "#808080"])(
  "makes %s legible by day and by night",
  (colour) => {
    for (const paper of ["#fdfcfa", "#171513"])
      expect(contrast(legibleOn(colour, paper), paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
  },
);

it("leaves a colour alone that is legible", () => {
  expect(legibleOn("#9e1b1b", "#ffffff")).toBe("#9e1b1b");
});
