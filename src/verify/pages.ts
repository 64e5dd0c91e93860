import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { about } from "./problems.ts";
import { readPdf, type ReadPage, type Run } from "../inspect/pdf-text.ts";
import type { PrintedSide } from "./fold.ts";

// Pages as they stand in a file, on a sheet or in a press file: which runs are on them, and whether they show what a
// page does that was proved.

/**
 * A side of a sheet, as it lies in the file: what each half shows, measured from the corner that is its lower left one
 * when it is read.
 */
export function side({ runs, width, height }: ReadPage): PrintedSide<Run[]> {
  const half = (runs: Run[]) => ({
    content: runs.map((run) => (run.upright ? run : { ...run, x: width - run.x, y: height - run.y })),
    upright: runs.length === 0 ? undefined : runs.every((run) => run.upright),
  });
  return {
    left: half(runs.filter(({ x, upright }) => (upright ? x < width / 2 : x <= width / 2))),
    right: half(runs.filter(({ x }) => x >= width / 2)),
  };
}

/**
 * The pages of the pamphlet to read, which are proved word for word: what is printed of them elsewhere has only to show
 * the same.
 */
export async function provedPages(made: Artifact[]): Promise<Run[][]> {
  const pamphlet = findArtifact(made, "pamphlet");
  return pamphlet ? (await readPdf(pamphlet.bytes)).pages.map(({ runs }) => runs) : [];
}

/**
 * Holds pages against others that were proved, in order: the same glyphs in the same places. Blank pages do not count.
 */
export function pagesUnlike(publication: Publication, pages: Run[][], proved: Run[][], path: string): Problem[] {
  const [there, wanted] = [pages, proved].map((all) =>
    all.flatMap((runs, index) => (runs.length > 0 ? [{ runs, number: index + 1 }] : [])),
  );
  const at = wanted!.findIndex(({ runs }, index) => !isAlike(there![index]?.runs ?? [], runs));
  if (at < 0 && there!.length === wanted!.length) return [];
  const page = there![at < 0 ? wanted!.length : at];
  const message = page
    ? `Page ${page.number} of ${path} does not show what the page it is made of shows.`
    : `The pages of ${path} are fewer than those it is made of.`;
  return [about(publication, "words-lost", message)];
}

// In pt; what is printed is exact to less than a thousandth of it.
const tolerance = 0.05;

// The page may have been moved as a whole, by its place on the sheet.
function isAlike(there: Run[], wanted: Run[]): boolean {
  const [first, origin] = [there[0], wanted[0]];
  if (!first || !origin || there.length !== wanted.length) return false;
  return wanted.every((run, index) => {
    const other = there[index]!;
    const moved = [
      other.x - first.x - (run.x - origin.x),
      other.y - first.y - (run.y - origin.y),
      other.size - run.size,
    ];
    return other.glyphs === run.glyphs && moved.every((distance) => Math.abs(distance) < tolerance);
  });
}
