import type { PageGeometry } from "../geometry.ts";
import { formatInteger } from "../locale-format.ts";
import { makeAccessible, type LinkLabels } from "./accessible.ts";
import type { Files, SharedBrowser } from "../layout/browser.ts";
import { printDocument, type PrintedDocument } from "../layout/paged.ts";
import { inStage } from "../stages.ts";
import { cutToTrim, setDescription, openPdf, setBookmarks, setPageLabels, type Description } from "./document.ts";
import { savePdf } from "./save.ts";

/** Words for page labels and links. */
export interface ReadingCopyLabels extends LinkLabels {
  cover: string;
  backCover: string;
}

/**
 * Lays out a whole publication, and makes a PDF for reading: cut to its trim, tagged (PDF/UA-1), with bookmarks and
 * page labels. `withCoverImage` asks for an image of the cover.
 */
export async function makeReadingCopy(
  browser: SharedBrowser,
  document: string,
  files: Files,
  geometry: PageGeometry,
  description: Description,
  labels: ReadingCopyLabels,
  withCoverImage = false,
): Promise<PrintedDocument> {
  const printed = await printDocument(browser, document, files, geometry, withCoverImage);
  const pdf = await openPdf(printed.pdf);
  cutToTrim(pdf, geometry);
  setDescription(pdf, description);
  await inStage(`tag ${document}`, () => makeAccessible(pdf, geometry, description, printed.links, labels));
  setBookmarks(pdf, printed.bookmarks);
  setPageLabels(pdf, labels.cover, labels.backCover, (page) => formatInteger(page, description.language));
  return { ...printed, pdf: await inStage(`pack ${document}`, () => savePdf(pdf)) };
}
