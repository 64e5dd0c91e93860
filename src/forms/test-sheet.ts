import { makeArtifact, type Artifact } from "../artifact.ts";
import { folds } from "../folds/index.ts";
import { drawOnSides, listLines } from "../folds/marks.ts";
import { planOffprint } from "../folds/offprints.ts";
import { sidesInPrintOrder } from "../folds/print-order.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import type { FormTest } from "../offprints.ts";
import { printTestPages } from "../pdf/test-pages.ts";
import { termsOf } from "../terms/index.ts";
import { describeOffprint, type FormContext } from "./maker.ts";

/** Makes the test of a folded form: its sheet with numbered panels, and the lines along which it is cut and folded. */
export async function makeFormTest(
  { offprint, page, pages }: FormTest,
  { publication, files, browser }: FormContext,
): Promise<Artifact> {
  const { form } = offprint;
  const description = {
    ...describeOffprint(offprint, publication),
    title: termsOf(publication).foldTest,
    language: publication.language,
  };
  const { bytes } = await printTestPages(browser, `form-test-${form}.html`, files, page, description);
  const { fold, job } = planOffprint(offprint, pages, publication.print);
  const work = folds[fold].work(job);
  const sides = sidesInPrintOrder(folds[fold].sheets(job));
  const imposition = {
    pages: bytes,
    sides,
    bleed: 0,
    sheet: work.sheet,
    marks: drawOnSides(listLines(work), work, sides.length),
  };
  const sheets = await makeSheets(imposition, description);
  return makeArtifact("form-test", publication, sheets, { way: form, pages: sides.length, sheets: 1 });
}
