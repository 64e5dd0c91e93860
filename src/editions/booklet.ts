import { a4Landscape, a5 } from "../geometry.ts";
import { padded, saddleStitch, type Flip } from "../print/imposition.ts";
import { describe, savePdf } from "../print/pdf.ts";
import { impose } from "../print/sheets.ts";
import type { Artifact } from "../publication.ts";
import { fileDate } from "../written.ts";
import type { Context } from "./edition.ts";

/** The pamphlet on A4, two pages a side, to print, fold and staple: a file for either edge on which a printer turns the sheet. */
export async function makeBooklet({ publication, made }: Context): Promise<Artifact[]> {
  const pamphlet = made.find(({ path }) => path.endsWith("-a5.pdf"))!;
  const booklet = async (flip: Flip): Promise<Artifact> => {
    const sheets = saddleStitch(padded(pamphlet.pages!), flip, publication.dir);
    const pdf = await impose(pamphlet.bytes, sheets, a5.bleed, a4Landscape);
    describe(pdf, {
      title: publication.title,
      subject: publication.subtitle ?? "",
      author: publication.publisher ?? "",
      language: publication.language,
      date: fileDate(publication),
    });
    const path = `print/${publication.slug}-booklet-${flip}.pdf`;
    return { edition: "booklet", path, bytes: await savePdf(pdf), pages: sheets.length * 2, sheets: sheets.length };
  };
  return [await booklet("short-edge"), await booklet("long-edge")];
}
