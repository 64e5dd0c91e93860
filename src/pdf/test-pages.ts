import type { PageGeometry } from "../geometry.ts";
import type { Files, SharedBrowser } from "../layout/browser.ts";
import { printDocument } from "../layout/paged.ts";
import { cutToTrim, openPdf, setDescription, type Description } from "./document.ts";
import { savePdf } from "./save.ts";

/** Prints the pages of a test sheet, cut to their trim. */
export async function printTestPages(
  browser: SharedBrowser,
  document: string,
  files: Files,
  geometry: PageGeometry,
  description: Description,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const printed = await printDocument(browser, document, files, geometry, async (printed) => printed);
  const pdf = await openPdf(printed.pdf);
  cutToTrim(pdf, geometry);
  setDescription(pdf, description);
  return { bytes: await savePdf(pdf), pages: printed.pages };
}
