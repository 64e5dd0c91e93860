import { pointsPerMm, type PageGeometry } from "../geometry.ts";
import type { Extent } from "../inspect/extent.ts";
import type { Publication } from "../publication.ts";

/** The edges of the type area of a page, in pt from the left side of the trim. */
export interface TypeArea {
  left: number;
  right: number;
}

/** By how much a line may miss the edge of the type area, in pt: a fifth of a CSS px, since the browser rounds widths. */
export const edgeTolerance = 0.15;

/** By how much all lines of a pamphlet may be wider to save a sheet, in pt: 1 mm, as setting/fit-sheets.ts has it. */
const mostWider = pointsPerMm;

/**
 * Returns the type area of each page of a file. `extents` say how far the text of each page reaches. A pamphlet that is
 * fitted to its sheets may have wider lines: then those of most pages begin or end at the wider edge, exactly.
 */
export function findTypeAreas(
  publication: Pick<Publication, "dir" | "print">,
  geometry: PageGeometry,
  extents: (Extent | undefined)[],
): TypeArea[] {
  const usual = extents.map((_, index) => typeAreaOf(publication, geometry, index + 1));
  // Only a page of the pamphlet says how its type is.
  if (!geometry.type || publication.print.fit !== "sheets") return usual;
  const wider = usual.map(({ left, right }) => ({ left: left - mostWider / 2, right: right + mostWider / 2 }));
  const reached = extents.filter((extent, index) => extent && reaches(extent, wider[index]!));
  return reached.length > extents.length / 2 ? wider : usual;
}

function typeAreaOf({ dir }: Pick<Publication, "dir">, { width, margins }: PageGeometry, page: number): TypeArea {
  // The first page stands to the right of the spine, or to its left in a publication that is read from right to left.
  const isRightOfSpine = (page % 2 === 1) === (dir === "ltr");
  const [left, right] = isRightOfSpine ? [margins.inner, margins.outer] : [margins.outer, margins.inner];
  return { left: left * pointsPerMm, right: (width - right) * pointsPerMm };
}

function reaches({ left, right }: Extent, area: TypeArea): boolean {
  const misses = [left.edge - area.left, right.edge - area.right];
  return misses.some((miss) => Math.abs(miss) < edgeTolerance);
}
