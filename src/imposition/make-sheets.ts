import type { Description } from "../pdf/document.ts";
import { runOnThread } from "../threads.ts";
import type { Imposition } from "./sheets.ts";

/** Imposes pages on sheets, on a thread; see impose(). Returns the PDF as bytes. */
export function makeSheets(imposition: Imposition, description: Description): Promise<Uint8Array> {
  return runOnThread<Uint8Array>("saveSheets", { ...imposition, description }, imposition.pages.length);
}
