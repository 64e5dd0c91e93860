import { converter, formatHex } from "culori";
import { contrastRatio } from "./contrast.ts";

// Colours are sRGB, written `#rrggbb`.

/**
 * The least contrast of text with the paper. WCAG 2.2 asks for 4.5 : 1 (1.4.3); the margin above that was chosen by
 * eye.
 */
const leastContrast = 4.8;

/** The change of lightness (HSL, 0 to 1) from one shade that is tried to the next; chosen by eye. */
const lightnessStep = 0.01;

const toHsl = converter("hsl");

/**
 * Returns the colour itself where text in it can be read on the paper; otherwise its nearest lighter shade (on dark
 * paper) or darker shade (on light paper) that can be read; otherwise white or black.
 */
export function findLegibleShade(colour: string, paper: string): string {
  const hsl = toHsl(colour);
  const step = chooseInk(paper) === "#000000" ? -lightnessStep : lightnessStep;
  for (let l = hsl.l; l >= 0 && l <= 1; l += step) {
    const shade = l === hsl.l ? colour : formatHex({ ...hsl, l });
    if (contrastRatio(shade, paper) >= leastContrast) return shade;
  }
  return chooseInk(paper);
}

/** Returns black or white, whichever is easier to read on the colour. */
export function chooseInk(colour: string): "#000000" | "#ffffff" {
  return contrastRatio("#ffffff", colour) >= contrastRatio("#000000", colour) ? "#ffffff" : "#000000";
}
