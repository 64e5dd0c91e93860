import { makeArtifact, type Artifact } from "../artifact.ts";
import { folds } from "../folds/index.ts";
import { planTestSheets } from "../folds/marks.ts";
import { planOffprint } from "../folds/offprints.ts";
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
  const plan = planTestSheets(folds[fold].work(job), folds[fold].sheets(job));
  const [sheets] = await makeSheets({ pages: bytes, bleed: 0, plans: [plan], description });
  return makeArtifact("form-test", publication, sheets!, { way: form, pages: plan.sides.length, sheets: 1 });
}
