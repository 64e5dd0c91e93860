import { a4Sheet, pamphletPage, pamphletSheet } from "../geometry.ts";
import { printFiles } from "../layout/files.ts";
import { backs, bothSides, fronts, padded, saddleStitch, type Flip, type Side } from "../imposition/plan.ts";
import { print } from "../layout/paged.ts";
import { cutToTrim, describe, openPdf } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { impose } from "../imposition/sheets.ts";
import { isPamphlet, type Artifact } from "../publication.ts";
import { termsOf } from "../terms/index.ts";
import { descriptionOf, type Context } from "./edition.ts";

/**
 * The pamphlet on sheets of twice its size, two pages a side, to print, fold and staple: a file for either edge on
 * which a printer turns the sheet, and fronts and backs for a printer that cannot. Which of them suits a printer is
 * shown by the printer test.
 */
export async function makeBooklet(context: Context): Promise<Artifact[]> {
  const { publication, made } = context;
  const pamphlet = made.find(isPamphlet)!;
  const sheets = (flip: Flip) => saddleStitch(padded(pamphlet.pages!), flip, publication.dir, publication.print.paper);
  const booklet = async (name: string, sides: Side[]): Promise<Artifact> => {
    const pdf = await impose(
      pamphlet.bytes,
      sides,
      pamphletPage(publication.print.page).bleed,
      pamphletSheet(publication.print.page),
    );
    describe(pdf, descriptionOf(publication));
    const path = `print/${publication.slug}-booklet-${name}.pdf`;
    return {
      edition: "booklet",
      path,
      bytes: await savePdf(pdf),
      pages: sides.length,
      sheets: sheets("short-edge").length,
    };
  };
  return [
    await booklet("short-edge", bothSides(sheets("short-edge"))),
    await booklet("long-edge", bothSides(sheets("long-edge"))),
    await booklet("fronts", fronts(sheets("short-edge"))),
    await booklet("backs", backs(sheets("short-edge"))),
    await makePrinterTest(context),
  ];
}

async function makePrinterTest({ publication, documents, browser }: Context): Promise<Artifact> {
  const files = printFiles(publication, await documents("print"));
  const { pdf: bytes, pages } = await print(await browser(), "printer-test.html", files, a4Sheet);
  const pdf = await openPdf(bytes);
  cutToTrim(pdf, a4Sheet);
  describe(pdf, descriptionOf(publication, termsOf(publication).printerTest));
  return { edition: "booklet", path: "print/printer-test.pdf", bytes: await savePdf(pdf), pages, sheets: 1 };
}
