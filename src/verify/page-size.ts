import { pointsPerMm, type PageSize } from "../geometry.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { findFontsNotEmbedded } from "./fonts.ts";
import { makeFileProblem, listPages } from "./problems.ts";
import { readingOf } from "./readings.ts";

/**
 * By how much a box may differ from its size, in pt. Chosen by eye: it is too little to matter when paper is cut (0.004
 * mm), and more than what rounding to two decimals changes.
 */
export const boxTolerance = 0.01;

/** Whether a length in pt is the same as one in mm. */
export function isLength(points: number, mm: number): boolean {
  return Math.abs(points - mm * pointsPerMm) < boxTolerance;
}

/** Verifies that all pages of a PDF have the given size, and that its fonts are embedded. */
export async function verifySizeAndFonts(
  publication: Publication,
  bytes: Uint8Array,
  path: string,
  size: PageSize,
): Promise<Problem[]> {
  const { pages, fonts } = (await readingOf(bytes)).boxesAndFonts;
  const hasSize = (box: PageSize) => isLength(box.width, size.width) && isLength(box.height, size.height);
  const wrong = pages.flatMap(({ media, crop, trim }, index) =>
    [media, crop, trim].every(hasSize) ? [] : [index + 1],
  );
  const message = `${path} is not ${size.width} × ${size.height} mm on ${listPages(wrong)}.`;
  return [
    ...(wrong.length > 0 ? [makeFileProblem(publication, "page-box-wrong", message)] : []),
    ...findFontsNotEmbedded(publication, fonts, path),
  ];
}
