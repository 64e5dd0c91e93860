import type { PageGeometry } from "../geometry.ts";
import type { Files, Page, SharedBrowser } from "../layout/browser.ts";
import type { FitOptions } from "../layout/layout.ts";
import { captureFirstPage, printDocument, type PrintedDocument } from "../layout/paged.ts";
import { markHandled } from "../promises.ts";
import { inStage } from "../stages.ts";
import { runOnThread } from "../threads.ts";
import type { LinkLabels } from "./accessible.ts";
import type { Description } from "./document.ts";
import type { PrintedPdf } from "./thread.ts";

/** Words for page labels and links. */
export interface ReadingCopyLabels extends LinkLabels {
  cover: string;
  backCover: string;
}

/**
 * Lays out a whole publication, and makes a PDF for reading: cut to its trim, tagged (PDF/UA-1), with bookmarks and
 * page labels. `withCover` asks for an image of the cover, `firstPage`; `fit` says how it is fitted to sheets.
 */
export async function makeReadingCopy(
  browser: SharedBrowser,
  document: string,
  files: Files,
  geometry: PageGeometry,
  description: Description,
  labels: ReadingCopyLabels,
  { withCover = false, fit }: { withCover?: boolean; fit?: FitOptions["fit"] } = {},
): Promise<PrintedDocument & { firstPage?: Uint8Array }> {
  const { cover, backCover } = labels;
  const finish = async (printed: PrintedDocument, page: Page) => {
    const whole = { bookmarks: printed.bookmarks, cover, backCover };
    // The PDF is finished while the browser makes the image.
    const finished = markHandled(finishPdf(document, printed, geometry, description, labels, whole));
    return { ...printed, finished, ...(withCover && { firstPage: await captureFirstPage(page) }) };
  };
  const { finished, ...printed } = await printDocument(browser, document, files, geometry, finish, fit);
  return { ...printed, pdf: await finished };
}

/** Makes a PDF for reading of a document that was printed; see finishReadingCopy(). */
export function finishPdf(
  document: string,
  { pdf, links }: PrintedDocument,
  geometry: PageGeometry,
  description: Description,
  { note, onPage }: LinkLabels,
  whole?: PrintedPdf["whole"],
): Promise<Uint8Array> {
  const task: PrintedPdf = { pdf, geometry, description, links, linkLabels: { note, onPage }, whole };
  return inStage(`finish ${document}`, () => runOnThread<Uint8Array>("finishReadingCopy", task, pdf.length));
}
