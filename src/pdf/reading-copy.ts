import type { PageGeometry } from "../geometry.ts";
import { localDigits } from "../locale-format.ts";
import { makeAccessible, type LinkLabels } from "./accessible.ts";
import type { Files, PrintShop } from "../layout/browser.ts";
import { print, type Printed } from "../layout/paged.ts";
import { cutToTrim, describe, openPdf, setBookmarks, setPageLabels, type Description } from "./document.ts";
import { savePdf } from "./save.ts";

/** Words for page labels and links. */
export interface Labels extends LinkLabels {
  cover: string;
  backCover: string;
}

/**
 * Lays out a whole publication, and makes a PDF for reading: cut to its trim, tagged (PDF/UA-1), with bookmarks and
 * page labels. `withCoverImage` asks for an image of the cover.
 */
export async function readingCopy(
  browser: PrintShop,
  document: string,
  files: Files,
  geometry: PageGeometry,
  description: Description,
  labels: Labels,
  withCoverImage = false,
): Promise<Printed> {
  const printed = await print(browser, document, files, geometry, withCoverImage);
  const pdf = await openPdf(printed.pdf);
  cutToTrim(pdf, geometry);
  describe(pdf, description);
  makeAccessible(pdf, geometry, description, printed.links, labels);
  setBookmarks(pdf, printed.bookmarks);
  setPageLabels(pdf, labels.cover, labels.backCover, (page) => localDigits(page, description.language));
  return { ...printed, pdf: await savePdf(pdf) };
}
