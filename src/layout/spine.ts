import type { Publication } from "../publication.ts";
import type { SharedBrowser } from "./browser.ts";
import { callInPage } from "./call-in-page.ts";
import { collectPrintFiles } from "./files.ts";

const document = "spine.html";

/**
 * Prints the spine of a perfect-bound pamphlet as a page that lies on its side, with its bleed. Its title is set as large
 * as there is room for.
 */
export function printSpine(
  browser: SharedBrowser,
  publication: Publication,
  documents: Map<string, string>,
): Promise<Uint8Array> {
  return browser.withPage(document, collectPrintFiles(publication, documents), async (page) => {
    await callInPage(page, "fitSpine");
    return page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 });
  });
}
