import type { AskedOfShop } from "./shop.ts";

/** What a kind of shop asks for. The keys of `print:` that a preset gives a default are here too. */
export interface ShopPreset extends AskedOfShop {
  bleed: number;
}

/** An eighth of an inch, the bleed that shops in the United States ask for, in mm. */
const eighthOfInch = 3.175;

/**
 * One preset for a kind of shop, named for what it asks. The values come from the pages of six European print shops, and
 * from upload forms of shops in the United States.
 */
export const shopPresets = {
  "x4-coated": { standard: "PDF/X-4", condition: "FOGRA39", bleed: 3, marks: [] },
  "x4-uncoated": { standard: "PDF/X-4", condition: "FOGRA47", bleed: 3, marks: [], mostInk: 280 },
  "x4-crop-marks": {
    standard: "PDF/X-4",
    condition: "FOGRA39",
    bleed: 3,
    coverBleed: 5,
    marks: ["crop"],
    mostInk: 340,
    smallestType: 6,
    smallestTypeOnColour: 7,
    thinnestLine: 0.3,
    deepBlack: [70, 40, 30, 100],
  },
  "x1a-no-profile": { standard: "PDF/X-1a", condition: "FOGRA39", bleed: 3, marks: [], mostInk: 330, safe: 3 },
  "x1a-cover-bleed": {
    standard: "PDF/X-1a",
    condition: "FOGRA39",
    bleed: 3,
    coverBleed: 5,
    marks: [],
    smallestType: 4,
    smallestTypeOnColour: 6,
  },
  "x1a-crop-marks": {
    standard: "PDF/X-1a",
    condition: "FOGRA39",
    bleed: 3,
    marks: ["crop"],
    mostInk: 320,
    deepBlack: [30, 30, 30, 100],
  },
  "x1a-gracol": { standard: "PDF/X-1a", condition: "GRACoL", bleed: eighthOfInch, marks: ["crop"], mostInk: 300 },
} as const satisfies Record<string, ShopPreset>;

export type PresetName = keyof typeof shopPresets;

export const presetNames = Object.keys(shopPresets) as [PresetName, ...PresetName[]];
