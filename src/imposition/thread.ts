import { savePdf } from "../pdf/save.ts";
import { impose, type Imposition } from "./sheets.ts";

// What make-sheets.ts runs on a thread.

/** Imposes pages on sheets; see impose(). Returns the PDFs as bytes. */
export async function saveSheets(imposition: Imposition): Promise<Uint8Array[]> {
  const saved: Uint8Array[] = [];
  for await (const pdf of impose(imposition)) saved.push(await savePdf(pdf));
  return saved;
}
