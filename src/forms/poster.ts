import { makeArtifact, type Artifact } from "../artifact.ts";
import type { Page } from "../layout/browser.ts";
import { setPoster } from "../layout/measure.ts";
import { listPosterFits } from "../layout/poster-fit.ts";
import { printPage, typeArea, type PrintedDocument } from "../layout/paged.ts";
import { documentsOf, type Offprint, type OffprintDocument } from "../offprints.ts";
import { finishPdf } from "../pdf/reading-copy.ts";
import { markHandled } from "../promises.ts";
import { termsOfText } from "../terms/index.ts";
import { tooLongProblem } from "./faults.ts";
import { describeOffprint, ownerOf, type FormContext, type Outcome } from "./maker.ts";
import { makeOffprintSheets, makeTiles } from "./sheets.ts";

/** Makes the posters of a text or an event, one in each size, as large as there is room. */
export async function makePosters(offprint: Offprint, context: FormContext): Promise<Outcome> {
  const files: Promise<Artifact[]>[] = [];
  for (const described of documentsOf(offprint, context.publication)) {
    const name = `${described.document}.html`;
    const printed = await context.browser.withPage(name, context.files, (page) => layOut(page, name, described));
    if (!printed) return { problem: tooLongProblem(offprint) };
    files.push(markHandled(makeFiles(described, printed, context)));
  }
  return { files: Promise.all(files).then((files) => files.flat()) };
}

async function layOut(
  page: Page,
  name: string,
  { offprint, page: geometry }: OffprintDocument,
): Promise<PrintedDocument | undefined> {
  const area = typeArea(geometry);
  for (const fit of listPosterFits(area.width, offprint.event ? "event" : "text")) {
    if (!(await setPoster(page, area, fit))) continue;
    const printed = await printPage(page, name, geometry);
    return printed.pages === 1 ? printed : undefined;
  }
  return undefined;
}

async function makeFiles(
  { offprint, kind, document, page, isTiled }: OffprintDocument,
  printed: PrintedDocument,
  { publication }: FormContext,
): Promise<Artifact[]> {
  const description = describeOffprint(offprint, publication);
  const labels = termsOfText(publication, description.language);
  const bytes = await finishPdf(`${document}.html`, printed, page, description, labels);
  const file = makeArtifact(kind, publication, bytes, { ...ownerOf(offprint), pages: 1 });
  if (isTiled) return [file, await makeTiles(offprint, bytes, page, publication)];
  if (kind !== "leaflet") return [file];
  return [file, await makeOffprintSheets(offprint, "leaflet-sheets", { bytes, pages: 1 }, page, publication)];
}
