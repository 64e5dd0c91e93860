import { pamphletSheetOf } from "../geometry.ts";
import type { Flip } from "../imposition/plan.ts";
import type { TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Artifact } from "../artifact.ts";
import type { Publication } from "../publication.ts";
import { printFrontsThenBacks, fold, type PrintedSide } from "./fold.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { makeFileProblem, listPages } from "./problems.ts";
import { verifySamePages, readProvedPages, splitSide } from "./same-pages.ts";
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
    ...(await verifyFolded(publication, pages.map(splitSide), flip, path, made)),
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
  const frontSides = (await readingOf(fronts.bytes)).text.pages.map(splitSide);
  const backSides = (await readingOf(backs.bytes)).text.pages.map(splitSide);
  const sides = printFrontsThenBacks(frontSides, backSides);
  const problems = await verifyFolded(publication, sides, "short-edge", `${fronts.path} and ${backs.path}`, made);
  for (const { bytes, path } of [fronts, backs])
    problems.push(...(await verifySizeAndFonts(publication, bytes, path, pamphletSheetOf(publication.print.page))));
  return problems;
}

async function verifyFolded(
  publication: Publication,
  sides: PrintedSide<TextRun[]>[],
  flip: Flip,
  path: string,
  made: Artifact[],
): Promise<Problem[]> {
  const folded = fold(sides, flip, publication.dir);
  const upsideDown = folded.flatMap(({ upright }, index) => (upright === false ? [index + 1] : []));
  if (upsideDown.length > 0) {
    const message = `${path} cannot be folded into a booklet: ${listPages(upsideDown)} would be upside down.`;
    return [makeFileProblem(publication, "page-box-wrong", message)];
  }
  const pages = folded.map(({ content }) => content);
  return verifySamePages(publication, pages, await readProvedPages(made), path);
}
