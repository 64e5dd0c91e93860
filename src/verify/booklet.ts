import type { FoldedJob } from "../folds/jobs.ts";
import { bookletOn, countTestPages, imposedAs, planWork } from "../folds/jobs.ts";
import type { Problem } from "../problem.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { listPapers, listImposed } from "../papers.ts";
import type { Publication } from "../publication.ts";
import { verifyClearance } from "./clearance.ts";
import { verifyFolded } from "./folded.ts";
import { verifyTestSheet } from "./test-sheets.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { readingOf } from "./readings.ts";

/** Files of imposed sheets that are folded together. */
interface FoldedFiles {
  files: Artifact[];
  /** Returns how so many pages are folded. */
  fold(pages: number): FoldedJob;
  /** Whether the first file has the fronts of the sheets, and the second one the backs. */
  byHand?: true;
}

/**
 * Proves that booklets and all else that is imposed, once the sheets are cut and folded, show every page of the pamphlet,
 * upright and in order, and that nothing is cut off. Verifies the size of the sheets and their fonts.
 */
export async function verifyBooklets(
  publication: Publication,
  files: Artifact[],
  made: Artifact[],
): Promise<Problem[]> {
  const { pages } = (await readingOf(findArtifact(made, "pamphlet")!.bytes)).text;
  const proved = pages.map(({ runs }) => runs);
  // The threads read all files without waiting for what is proved here in between.
  await Promise.all(files.map(({ bytes }) => readingOf(bytes)));
  const problems: Problem[] = [];
  for (const printed of listPrinted(publication, files)) {
    const folded = printed.fold(proved.length);
    const work = planWork(folded);
    const sides = await Promise.all(printed.files.map(async ({ bytes }) => (await readingOf(bytes)).text.pages));
    const path = printed.files.map(({ path }) => path).join(" and ");
    const inOrder = printed.byHand ? printFrontsThenBacks(sides[0]!, sides[1]!) : sides[0]!;
    const folding = { sides: inOrder, work, path, place: publication.at("title") };
    const wrong = verifyFolded(publication, proved, folding);
    problems.push(...(wrong.length > 0 ? wrong : verifyClearance(pages, folding)));
    for (const { bytes, path } of printed.files)
      problems.push(...(await verifySizeAndFonts(publication, bytes, path, work.sheet)));
  }
  return problems;
}

/** Proves that the test sheets of the further ways read 1, 2, 3 … when they are folded and cut; and their size and fonts. */
export async function verifyFoldTests(publication: Publication, files: Artifact[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name, way } of listImposed(publication.print)) {
    const file = files.find((file) => file.way === name)!;
    const work = planWork(imposedAs(way, publication, countTestPages(way, publication)));
    problems.push(...(await verifyTestSheet(publication, file, work)));
  }
  return problems;
}

// The files of each booklet and of each further way; a file that is missing is another rule's matter.
function listPrinted(publication: Publication, files: Artifact[]): FoldedFiles[] {
  const find = (kind: Artifact["kind"], name: string) =>
    files.filter((file) => file.kind === kind && (file.paper ?? file.way) === name);
  const booklets = listPapers(publication.print).flatMap((paper): FoldedFiles[] => {
    const short = (pages: number) => bookletOn(paper, publication, "short-edge", pages);
    const long = (pages: number) => bookletOn(paper, publication, "long-edge", pages);
    return [
      { files: find("booklet-short-edge", paper), fold: short },
      { files: find("booklet-long-edge", paper), fold: long },
      { files: [...find("booklet-fronts", paper), ...find("booklet-backs", paper)], fold: short, byHand: true },
    ];
  });
  const imposed = listImposed(publication.print).map(({ name, way }): FoldedFiles => ({
    files: find("imposed", name),
    fold: (pages) => imposedAs(way, publication, pages),
  }));
  return [...booklets, ...imposed];
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
