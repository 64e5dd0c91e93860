import { a4Sheet, pamphletPage, pamphletSheet } from "../geometry.ts";
import { printFiles } from "../layout/files.ts";
import { backs, bothSides, fronts, padded, saddleStitch, type Flip, type Side } from "../imposition/plan.ts";
import { print } from "../layout/paged.ts";
import { cutToTrim, describe, openPdf } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { impose } from "../imposition/sheets.ts";
import { findArtifact, makeArtifact, type Artifact, type ArtifactKind } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { descriptionOf, type Context } from "./edition.ts";

/**
 * Makes booklets: the pamphlet on sheets of twice its page size, two pages a side, to print, fold and staple. There is a
 * file for printers that turn the sheet on its short edge, one for those that turn it on its long edge, and fronts and
 * backs as two files for printers that cannot turn it. The printer test shows which of them suits a printer.
 */
export async function makeBooklet(context: Context): Promise<Artifact[]> {
  const { publication, made } = context;
  const pamphlet = findArtifact(made, "pamphlet")!;
  const sheets = (flip: Flip) => saddleStitch(padded(pamphlet.pages!), flip, publication.dir, publication.print.paper);
  const booklet = async (kind: ArtifactKind, sides: Side[]): Promise<Artifact> => {
    const pdf = await impose(
      pamphlet.bytes,
      sides,
      pamphletPage(publication.print.page).bleed,
      pamphletSheet(publication.print.page),
    );
    describe(pdf, descriptionOf(publication));
    return makeArtifact(kind, publication, await savePdf(pdf), {
      pages: sides.length,
      sheets: sheets("short-edge").length,
    });
  };
  return [
    await booklet("booklet-short-edge", bothSides(sheets("short-edge"))),
    await booklet("booklet-long-edge", bothSides(sheets("long-edge"))),
    await booklet("booklet-fronts", fronts(sheets("short-edge"))),
    await booklet("booklet-backs", backs(sheets("short-edge"))),
    await makePrinterTest(context),
  ];
}

async function makePrinterTest({ publication, documents, browser }: Context): Promise<Artifact> {
  const files = printFiles(publication, await documents("print"));
  const { pdf: bytes, pages } = await print(await browser(), "printer-test.html", files, a4Sheet);
  const pdf = await openPdf(bytes);
  cutToTrim(pdf, a4Sheet);
  describe(pdf, descriptionOf(publication, termsOf(publication).printerTest));
  return makeArtifact("printer-test", publication, await savePdf(pdf), { pages, sheets: 1 });
}
