import { a4Sheet, artworkBleed, pamphletPageOf, type PageGeometry } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import type { Panel } from "../folds/fold.ts";
import { bookletOn, countTestPages, imposedAs, planSheets, planWork, type FoldedJob } from "../folds/jobs.ts";
import { drawOnSides, listCropMarks, listLines } from "../folds/marks.ts";
import { backsInPrintOrder, frontsInPrintOrder, sidesInPrintOrder } from "../folds/print-order.ts";
import { listPapers, listImposed } from "../papers.ts";
import { printTestPages } from "../pdf/test-pages.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import { findArtifact, makeArtifact, type Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import { termsOf } from "../terms/index.ts";
import { describePublication, type Context } from "./edition.ts";

/**
 * Makes booklets: the pamphlet on sheets of twice its page size, two pages a side, to print, fold and staple. For each
 * paper there is a file for printers that turn the sheet on its short edge, one for those that turn it on its long edge,
 * and fronts and backs as two files for printers that cannot turn it. The printer test shows which of them suits a
 * printer. Beside them it makes what the editor has imposed in other ways.
 */
export async function makeBooklet(context: Context): Promise<Artifact[]> {
  const { publication, made } = context;
  const pamphlet = findArtifact(made, "pamphlet")!;
  const makeFile = async (
    kind: ArtifactKind,
    folded: FoldedJob,
    sides: Panel[][],
    facts: Pick<Artifact, "paper" | "way">,
  ): Promise<Artifact> => {
    const work = planWork(folded);
    const marks = facts.way ? drawOnSides(listCropMarks(work), work, sides.length) : [];
    const imposition = { pages: pamphlet.bytes, sides, bleed: artworkBleed, sheet: work.sheet, marks };
    return makeArtifact(kind, publication, await makeSheets(imposition, describePublication(publication)), {
      ...facts,
      pages: sides.length,
      sheets: work.sections.reduce((sum, count) => sum + count, 0),
    });
  };
  const booklets = listPapers(publication.print).flatMap((paper) => {
    const short = bookletOn(paper, publication, "short-edge", pamphlet.pages);
    const long = bookletOn(paper, publication, "long-edge", pamphlet.pages);
    const sheets = planSheets(short);
    return [
      makeFile("booklet-short-edge", short, sidesInPrintOrder(sheets), { paper }),
      makeFile("booklet-long-edge", long, sidesInPrintOrder(planSheets(long)), { paper }),
      makeFile("booklet-fronts", short, frontsInPrintOrder(sheets), { paper }),
      makeFile("booklet-backs", short, backsInPrintOrder(sheets), { paper }),
    ];
  });
  const imposed = listImposed(publication.print).map(({ name, way }) => {
    const folded = imposedAs(way, publication, pamphlet.pages);
    return makeFile("imposed", folded, sidesInPrintOrder(planSheets(folded)), { way: name });
  });
  const printed = await Promise.all([...booklets, makePrinterTest(context), ...imposed]);
  return publication.print.impose ? [...printed, ...(await makeFoldTests(context))] : printed;
}

/** Makes a test of each further way: two sheets of numbered pages, with the lines along which they are cut and folded. */
async function makeFoldTests(context: Context): Promise<Artifact[]> {
  const { publication } = context;
  const pages = await printTest(context, "fold-test.html", pamphletPageOf(publication.print.page), "foldTest");
  return Promise.all(
    listImposed(publication.print).map(async ({ name, way }) => {
      const folded = imposedAs(way, publication, countTestPages(way, publication));
      const [work, sides] = [planWork(folded), sidesInPrintOrder(planSheets(folded))];
      const imposition = {
        pages: pages.bytes,
        sides,
        bleed: 0,
        sheet: work.sheet,
        marks: drawOnSides(listLines(work), work, sides.length),
      };
      const bytes = await makeSheets(imposition, describePublication(publication, termsOf(publication).foldTest));
      return makeArtifact("fold-test", publication, bytes, { way: name, pages: sides.length, sheets: 2 });
    }),
  );
}

async function makePrinterTest(context: Context): Promise<Artifact> {
  const { bytes, pages } = await printTest(context, "printer-test.html", a4Sheet, "printerTest");
  return makeArtifact("printer-test", context.publication, bytes, { pages, sheets: 1 });
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
