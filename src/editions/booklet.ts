import { a4Sheet, artworkBleed } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import type { Panel } from "../folds/fold.ts";
import { bookletOn, imposedAs, planSheets, planWork, type FoldedJob } from "../folds/jobs.ts";
import { listCropMarks } from "../folds/marks.ts";
import { backsInPrintOrder, frontsInPrintOrder, sidesInPrintOrder } from "../folds/print-order.ts";
import { printDocument } from "../layout/paged.ts";
import { listPapers, listImposed } from "../papers.ts";
import { cutToTrim, setDescription, openPdf } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
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
    const marks = facts.way ? listCropMarks(work) : [];
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
  return Promise.all([...booklets, makePrinterTest(context), ...imposed]);
}

async function makePrinterTest({ publication, documents, browser }: Context): Promise<Artifact> {
  const files = collectPrintFiles(publication, await documents("print"));
  const { pdf: bytes, pages } = await printDocument(
    await browser(),
    "printer-test.html",
    files,
    a4Sheet,
    async (printed) => printed,
  );
  const pdf = await openPdf(bytes);
  cutToTrim(pdf, a4Sheet);
  setDescription(pdf, describePublication(publication, termsOf(publication).printerTest));
  return makeArtifact("printer-test", publication, await savePdf(pdf), { pages, sheets: 1 });
}
