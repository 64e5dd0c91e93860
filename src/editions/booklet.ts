import { a4Sheet, pamphletPageOf, pamphletSheetOf } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { countPages, type Flip, type Panel } from "../folds/fold.ts";
import { folds } from "../folds/index.ts";
import { backsInPrintOrder, frontsInPrintOrder, sidesInPrintOrder } from "../folds/print-order.ts";
import { printDocument } from "../layout/paged.ts";
import { cutToTrim, setDescription, openPdf } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import { findArtifact, makeArtifact, type Artifact, type ArtifactKind } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { describePublication, type Context } from "./edition.ts";

/**
 * Makes booklets: the pamphlet on sheets of twice its page size, two pages a side, to print, fold and staple. There is
 * a file for printers that turn the sheet on its short edge, one for those that turn it on its long edge, and fronts
 * and backs as two files for printers that cannot turn it. The printer test shows which of them suits a printer.
 */
export async function makeBooklet(context: Context): Promise<Artifact[]> {
  const { publication, made } = context;
  const pamphlet = findArtifact(made, "pamphlet")!;
  const { print, dir: direction } = publication;
  const [page, sheet] = [pamphletPageOf(print.page), pamphletSheetOf(print.page)];
  const pages = countPages(pamphlet.pages!);
  const planSheets = (flip: Flip) =>
    folds["saddle-stitch"].sheets({ pages, page, paper: sheet, direction, flip, thickness: print.paper });
  const makeFile = async (kind: ArtifactKind, sides: Panel[][]): Promise<Artifact> => {
    const imposition = { pages: pamphlet.bytes, sides, bleed: page.bleed, sheet };
    return makeArtifact(kind, publication, await makeSheets(imposition, describePublication(publication)), {
      pages: sides.length,
      sheets: planSheets("short-edge").length,
    });
  };
  return Promise.all([
    makeFile("booklet-short-edge", sidesInPrintOrder(planSheets("short-edge"))),
    makeFile("booklet-long-edge", sidesInPrintOrder(planSheets("long-edge"))),
    makeFile("booklet-fronts", frontsInPrintOrder(planSheets("short-edge"))),
    makeFile("booklet-backs", backsInPrintOrder(planSheets("short-edge"))),
    makePrinterTest(context),
  ]);
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
