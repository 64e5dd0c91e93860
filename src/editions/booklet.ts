import { artworkBleed, pamphletPageOf, type PageGeometry } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { countSheets, type Panel } from "../folds/fold.ts";
import { bookletOn, countTestPages, imposedAs, planSheets, planWork, type FoldedJob } from "../folds/jobs.ts";
import { drawOnSides, listCropMarks, planTestSheets } from "../folds/marks.ts";
import { backsInPrintOrder, frontsInPrintOrder, sidesInPrintOrder } from "../folds/print-order.ts";
import { listImposed, listPapers, printerTestOf, type PaperName } from "../papers.ts";
import type { Publication } from "../publication.ts";
import { printTestPages } from "../pdf/test-pages.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import type { Imposition, SheetPlan } from "../imposition/sheets.ts";
import { findArtifact, makeArtifact, type Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import { termsOf } from "../terms/index.ts";
import { describePublication, type Context } from "./edition.ts";

/** A file of sheets that is to be made. */
interface PlannedFile {
  kind: ArtifactKind;
  plan: SheetPlan;
  facts: Pick<Artifact, "paper" | "way" | "sheets">;
}

/**
 * Makes booklets: the pamphlet on sheets of twice its page size, two pages a side, to print, fold and staple. For each
 * paper there is a file for printers that turn the sheet on its short edge, one for those that turn it on its long edge,
 * and fronts and backs as two files for printers that cannot turn it. The printer test shows which of them suits a
 * printer. Beside them it makes what the editor has imposed in other ways.
 */
export async function makeBooklet(context: Context): Promise<Artifact[]> {
  const { publication, made } = context;
  const pamphlet = findArtifact(made, "pamphlet")!;
  const description = describePublication(publication);
  const make = (files: PlannedFile[]) =>
    makeFiles(files, { pages: pamphlet.bytes, bleed: artworkBleed, description }, publication);
  const printed = await Promise.all([
    ...listPapers(publication.print).map((paper) => make(planBooklets(paper, publication, pamphlet.pages))),
    makePrinterTest(context),
    ...(publication.print.impose ? [make(planImposed(publication, pamphlet.pages)), makeFoldTests(context)] : []),
  ]);
  return printed.flat();
}

function planBooklets(paper: PaperName, publication: Publication, pages: number | undefined): PlannedFile[] {
  const short = bookletOn(paper, publication, "short-edge", pages);
  const long = bookletOn(paper, publication, "long-edge", pages);
  const sheets = planSheets(short);
  const plan = (kind: ArtifactKind, folded: FoldedJob, sides: Panel[][]): PlannedFile => {
    const work = planWork(folded);
    return { kind, plan: { sides, sheet: work.sheet }, facts: { paper, sheets: countSheets(work) } };
  };
  return [
    plan("booklet-short-edge", short, sidesInPrintOrder(sheets)),
    plan("booklet-long-edge", long, sidesInPrintOrder(planSheets(long))),
    plan("booklet-fronts", short, frontsInPrintOrder(sheets)),
    plan("booklet-backs", short, backsInPrintOrder(sheets)),
  ];
}

function planImposed(publication: Publication, pages: number | undefined): PlannedFile[] {
  return listImposed(publication.print).map(({ name, way }) => {
    const folded = imposedAs(way, publication, pages);
    const work = planWork(folded);
    const sides = sidesInPrintOrder(planSheets(folded));
    const plan = { sides, sheet: work.sheet, marks: drawOnSides(listCropMarks(work), work, sides.length) };
    return { kind: "imposed", plan, facts: { way: name, sheets: countSheets(work) } };
  });
}

/** Makes a test of each further way: two sheets of numbered pages, with the lines along which they are cut and folded. */
async function makeFoldTests(context: Context): Promise<Artifact[]> {
  const { publication } = context;
  const pages = await printTest(context, "fold-test.html", pamphletPageOf(publication.print.page), "foldTest");
  const files = listImposed(publication.print).map(({ name, way }): PlannedFile => {
    const folded = imposedAs(way, publication, countTestPages(way, publication));
    const plan = planTestSheets(planWork(folded), planSheets(folded));
    return { kind: "fold-test", plan, facts: { way: name, sheets: 2 } };
  });
  const description = describePublication(publication, termsOf(publication).foldTest);
  return makeFiles(files, { pages: pages.bytes, bleed: 0, description }, publication);
}

async function makeFiles(
  files: PlannedFile[],
  pages: Omit<Imposition, "plans">,
  publication: Publication,
): Promise<Artifact[]> {
  const made = await makeSheets({ ...pages, plans: files.map(({ plan }) => plan) });
  return files.map(({ kind, plan, facts }, index) =>
    makeArtifact(kind, publication, made[index]!, { ...facts, pages: plan.sides.length }),
  );
}

async function makePrinterTest(context: Context): Promise<Artifact[]> {
  const { publication } = context;
  const { bytes, pages } = await printTest(
    context,
    "printer-test.html",
    printerTestOf(publication.print),
    "printerTest",
  );
  return [makeArtifact("printer-test", publication, bytes, { pages, sheets: 1 })];
}

async function printTest(
  { publication, documents, browser }: Context,
  document: string,
  geometry: PageGeometry,
  title: "printerTest" | "foldTest",
): Promise<{ bytes: Uint8Array; pages: number }> {
  const files = collectPrintFiles(publication, await documents("print"));
  const description = describePublication(publication, termsOf(publication)[title]);
  return printTestPages(await browser(), document, files, geometry, description);
}
