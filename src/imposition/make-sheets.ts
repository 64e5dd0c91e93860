import { runOnThread } from "../threads.ts";
import type { Imposition } from "./sheets.ts";

/** Imposes pages on sheets, on a thread; see impose(). Returns the PDFs as bytes. */
export function makeSheets(imposition: Imposition): Promise<Uint8Array[]> {
  return runOnThread<Uint8Array[]>("saveSheets", imposition, imposition.pages.length);
}
