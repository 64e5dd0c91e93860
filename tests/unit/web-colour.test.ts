import { expect, it } from "vitest";
import { chooseInk, findLegibleShade } from "../../src/colour.ts";
import { contrastRatio } from "../../src/contrast.ts";

it("measures contrast as WCAG does", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastRatio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

it.each(["#000000", "#ffffff", "#ffd500", "#9e1b1b", "#1b2c9e", "#808080"])(
  "makes %s legible by day and by night",
  (colour) => {
    for (const paper of ["#fdfcfa", "#171513"])
      expect(contrastRatio(findLegibleShade(colour, paper), paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(chooseInk(colour), colour)).toBeGreaterThanOrEqual(4.5);
  },
);

it("leaves a colour alone that is legible", () => {
  expect(findLegibleShade("#9e1b1b", "#ffffff")).toBe("#9e1b1b");
});

it.each([
  ["black on dark paper", "#000000", "#171513"],
  ["white on light paper", "#ffffff", "#fdfcfa"],
  ["a dark red on dark paper", "#3a0a0a", "#171513"],
  ["a yellow on light paper", "#ffd500", "#fdfcfa"],
])("takes the nearest shade that is legible: %s", (_, colour, paper) => {
  const contrast = contrastRatio(findLegibleShade(colour, paper), paper);
  // 4.8 is asked for; one step of lightness changes the contrast by less than 0.4.
  expect(contrast).toBeGreaterThanOrEqual(4.8);
  expect(contrast).toBeLessThan(5.2);
});
