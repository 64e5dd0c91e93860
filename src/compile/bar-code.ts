import { listNumbers } from "../cover.ts";
import { barCodeDigitsOf } from "../standard-number.ts";
import type { Cover } from "../schema-cover.ts";

/**
 * Returns the bar code of a cover (EAN-13, ISO/IEC 15420), as an SVG element without a size: bars, the digits below them
 * as outlines, and the quiet zones at both ends. Its unit is the module, the width of the narrowest bar. Returns nothing
 * if the cover has no number.
 */
export async function drawBarCode(cover: Pick<Cover, "isbn" | "issn"> = {}): Promise<string> {
  const digits = barCodeDigitsOf(cover);
  if (digits === undefined) return "";
  // Two megabytes, which few covers need.
  const { toSVG } = await import("@bwip-js/node");
  const drawing = toSVG({
    bcid: "ean13",
    text: digits,
    scale: 1,
    height,
    includetext: true,
    textyoffset: digitsAt,
    guardwhitespace: true,
    guardrightypos: guardAt,
  });
  return drawing.replace("<svg ", `<svg role="img" aria-label="${listNumbers(cover)[0]}" `);
}

/** The height of the bars, in mm of a module of 1/72 inch: 22.85 mm at the nominal module of 0.33 mm. */
const height = 24.4;

/** Where the digits stand and where the middle of the sign > is, in modules: digits are one module below the bars. */
const digitsAt = -7.25;
const guardAt = -7;
