import { countPages, type Flip } from "../folds/fold.ts";
import { folds } from "../folds/index.ts";
import { pamphletPageOf, pamphletSheetOf } from "../geometry.ts";
import type { PageText } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Artifact } from "../artifact.ts";
import type { Publication } from "../publication.ts";
import { verifyFolded } from "./folded.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { readProvedPages } from "./same-pages.ts";
import { readingOf } from "./readings.ts";

/**
 * Proves that a booklet, once its sheets are folded, shows every page of the pamphlet, upright and in order. Verifies
 * the size of its sheets and its fonts.
 */
export async function verifyBooklet(
  publication: Publication,
  { path, bytes }: Artifact,
  flip: Flip,
  made: Artifact[],
): Promise<Problem[]> {
  const { pages } = (await readingOf(bytes)).text;
  return [
    ...(await verifySides(publication, pages, flip, path, made)),
    ...(await verifySizeAndFonts(publication, bytes, path, pamphletSheetOf(publication.print.page))),
  ];
}

/** Proves the same of a booklet whose fronts and backs are two files, for printers that cannot turn paper. */
export async function verifyFrontsAndBacks(
  publication: Publication,
  fronts: Artifact,
  backs: Artifact,
  made: Artifact[],
): Promise<Problem[]> {
  const [printedFirst, printedThen] = [await readingOf(fronts.bytes), await readingOf(backs.bytes)];
  const sides = printFrontsThenBacks(printedFirst.text.pages, printedThen.text.pages);
  const problems = await verifySides(publication, sides, "short-edge", `${fronts.path} and ${backs.path}`, made);
  for (const { bytes, path } of [fronts, backs])
    problems.push(...(await verifySizeAndFonts(publication, bytes, path, pamphletSheetOf(publication.print.page))));
  return problems;
}

async function verifySides(
  publication: Publication,
  sides: PageText[],
  flip: Flip,
  path: string,
  made: Artifact[],
): Promise<Problem[]> {
  const { print, dir: direction } = publication;
  const proved = await readProvedPages(made);
  const work = folds["saddle-stitch"].work({
    pages: countPages(proved.length),
    page: pamphletPageOf(print.page),
    paper: pamphletSheetOf(print.page),
    direction,
    flip,
    thickness: print.paper,
  });
  return verifyFolded(publication, proved, { sides, work, path, place: publication.at("title") });
}

/**
 * Prints all fronts, then all backs, on a printer that cannot turn paper. Such a printer puts out each sheet face down
 * on the sheets before it. The stack is put back as it came out. So the printer takes the sheet with the last front
 * first, and prints its back. Returns the sides, front and back in turn, as a printer prints them that turns paper on its
 * short edge. A back for which there is no front stands alone.
 */
export function printFrontsThenBacks<Side>(fronts: Side[], backs: Side[]): Side[] {
  const stack = [...fronts];
  const sheets = backs.map((back) => [stack.pop(), back]);
  return sheets
    .toReversed()
    .flat()
    .filter((side) => side !== undefined);
}
