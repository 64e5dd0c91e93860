import { setDescription, type Description } from "../pdf/document.ts";
import { savePdf } from "../pdf/save.ts";
import { impose, type Imposition } from "./sheets.ts";

// What make-sheets.ts runs on a thread.

/** Imposes pages on sheets; see impose(). Returns the PDF as bytes. */
export async function saveSheets({ description, ...imposition }: Imposition & { description: Description }) {
  const pdf = await impose(imposition);
  setDescription(pdf, description);
  return savePdf(pdf);
}
