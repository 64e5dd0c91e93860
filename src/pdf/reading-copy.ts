import type { PageGeometry } from "../geometry.ts";
import { localDigits } from "../written.ts";
import { makeAccessible, type LinkLabels } from "./accessible.ts";
import type { Files, PrintShop } from "../layout/browser.ts";
import { print, type Printed } from "../layout/paged.ts";
import { cutToTrim, describe, openPdf, setBookmarks, setPageLabels, type Description } from "./document.ts";
import { savePdf } from "./save.ts";

/** What its covers are called in the page labels, and what its links are said to lead to. */
export interface Labels extends LinkLabels {
  cover: string;
  backCover: string;
}

/**
 * Lays out a whole publication and makes of it a PDF to read: cut to its trim, tagged (PDF/UA-1), with bookmarks and
 * page labels. `picture` asks for a picture of the cover.
 */
export async function readingCopy(
  shop: PrintShop,
  document: string,
  files: Files,
  geometry: PageGeometry,
  description: Description,
  labels: Labels,
  picture = false,
): Promise<Printed> {
  const printed = await print(shop, document, files, geometry, picture);
  const pdf = await openPdf(printed.pdf);
  cutToTrim(pdf, geometry);
  describe(pdf, description);
  makeAccessible(pdf, geometry, description, printed.links, labels);
  setBookmarks(pdf, printed.bookmarks);
  setPageLabels(pdf, labels.cover, labels.backCover, (page) => localDigits(page, description.language));
  return { ...printed, pdf: await savePdf(pdf) };
}
