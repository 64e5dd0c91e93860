import { pointsPerMm, type PageGeometry } from "../geometry.ts";
import type { Publication } from "../publication.ts";

/** The edges of the type area of a page, in pt from the left side of the trim. */
export interface TypeArea {
  left: number;
  right: number;
}

/** By how much a line may miss the edge of the type area, in pt: a fifth of a CSS px, since the browser rounds widths. */
export const edgeTolerance = 0.15;

/** Returns the type area of a page, which counts from 1. */
export function typeAreaOf(
  { dir }: Pick<Publication, "dir">,
  { width, margins }: PageGeometry,
  page: number,
): TypeArea {
  // The first page stands to the right of the spine, or to its left in a publication that is read from right to left.
  const isRightOfSpine = (page % 2 === 1) === (dir === "ltr");
  const [left, right] = isRightOfSpine ? [margins.inner, margins.outer] : [margins.outer, margins.inner];
  return { left: left * pointsPerMm, right: (width - right) * pointsPerMm };
}
