import type { TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import type { Publication } from "../publication.ts";
import { makeFileProblem } from "./problems.ts";
import { readingOf } from "./readings.ts";

// Proves that pages which were copied into another file, onto a sheet or for the press, show the same glyphs in the
// same places as the pages that were proved word for word. So their words need not be compared with the source again.
// The proof covers text only: neither images nor colours.

/**
 * How far a glyph may be from its place, in pt. Chosen by eye: nobody sees a shift of 0.02 mm. In the booklets of
 * statements/ all shifts were measured to be less than 0.000001 pt.
 */
const tolerance = 0.05;

/** Returns the runs of each page of the pamphlet, which must have been made; verifyReadingCopy() proves them. */
export async function readProvedPages(made: Artifact[]): Promise<TextRun[][]> {
  const pamphlet = findArtifact(made, "pamphlet")!;
  return (await readingOf(pamphlet.bytes)).text.pages.map(({ runs }) => runs);
}

/**
 * Compares pages, in order, with those that were proved. Blank pages are left out of both. `path` names the file in the
 * messages.
 */
export function verifySamePages(
  publication: Publication,
  pages: TextRun[][],
  proved: TextRun[][],
  path: string,
): Problem[] {
  const found = withoutBlanks(pages);
  const expected = withoutBlanks(proved);
  const different = expected.findIndex(({ runs }, index) => !isSame(found[index]?.runs ?? [], runs));
  if (different < 0 && found.length === expected.length) return [];
  const page = found[different < 0 ? expected.length : different];
  const message = page
    ? `Page ${page.number} of ${path} differs from the page that it is made from.`
    : `Pages are missing from ${path}.`;
  return [makeFileProblem(publication, "words-lost", message)];
}

function withoutBlanks(pages: TextRun[][]): { runs: TextRun[]; number: number }[] {
  return pages.map((runs, index) => ({ runs, number: index + 1 })).filter(({ runs }) => runs.length > 0);
}

// Places are compared from the first run of each page, since a page as a whole may be anywhere on its sheet.
function isSame(found: TextRun[], expected: TextRun[]): boolean {
  const [firstFound, firstExpected] = [found[0], expected[0]];
  if (!firstFound || !firstExpected || found.length !== expected.length) return false;
  const moved = { x: firstFound.x - firstExpected.x, y: firstFound.y - firstExpected.y };
  return expected.every((run, index) => isSameRun(found[index]!, run, moved));
}

/** Whether two runs show the same glyphs in the same place, after one was moved. Lengths are in pt. */
export function isSameRun(found: TextRun, expected: TextRun, moved = { x: 0, y: 0 }): boolean {
  const differences = [found.x - moved.x - expected.x, found.y - moved.y - expected.y, found.size - expected.size];
  return found.glyphs === expected.glyphs && differences.every((difference) => Math.abs(difference) < tolerance);
}
