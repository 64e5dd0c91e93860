import { a5 } from "../geometry.ts";
import { makeAccessible } from "../print/accessible.ts";
import { printFiles } from "../print/files.ts";
import { print } from "../print/paged.ts";
import { cutToTrim, describe, openPdf, savePdf, setBookmarks, setPageLabels } from "../print/pdf.ts";
import type { Artifact } from "../publication.ts";
import { terms } from "../terms.ts";
import { descriptionOf, type Context } from "./edition.ts";

/** The A5 pamphlet to read on a screen, tagged, with bookmarks and page labels; and a picture of its cover.
 * Its boxes are those of the trimmed page; the bleed is still there outside them, for the editions that print it. */
export async function makePamphlet({ publication, documents, browser }: Context): Promise<Artifact[]> {
  const files = printFiles(publication, await documents("print"));
  const { pdf: bytes, pages, bookmarks, links, starts, firstPage } = await print(await browser(), "pamphlet.html", files, a5, true);
  const pdf = await openPdf(bytes);
  cutToTrim(pdf, a5);
  const description = descriptionOf(publication);
  describe(pdf, description);
  makeAccessible(pdf, a5, description, links);
  setBookmarks(pdf, bookmarks);
  const { cover, backCover } = terms(publication.language);
  setPageLabels(pdf, cover, backCover);
  const path = `print/${publication.slug}`;
  return [
    { edition: "pamphlet", path: `${path}-a5.pdf`, bytes: await savePdf(pdf), pages, starts },
    { edition: "pamphlet", path: `${path}-cover.png`, bytes: firstPage! },
  ];
}
