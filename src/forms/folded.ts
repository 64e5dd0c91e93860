import { makeArtifact, type Artifact } from "../artifact.ts";
import { pagesOf, typeBoundsOf, type FoldedForm } from "../forms.ts";
import type { Page } from "../layout/browser.ts";
import { findFits, typeSettings, type Fit } from "../layout/leaflet-fit.ts";
import { fitToPanels, measureText, setType, spreadOverPanels } from "../layout/measure.ts";
import { printPage, typeArea, type PrintedDocument } from "../layout/paged.ts";
import { documentsOf, type Offprint, type OffprintDocument } from "../offprints.ts";
import { finishPdf } from "../pdf/reading-copy.ts";
import { markHandled } from "../promises.ts";
import { termsOfText } from "../terms/index.ts";
import { emptyRemark, noRoomProblem, tooLongProblem } from "./faults.ts";
import { describeOffprint, ownerOf, type FormContext, type Outcome } from "./maker.ts";
import { makeOffprintSheets } from "./sheets.ts";

type Folded = Offprint & { form: FoldedForm };

/** The cover and the back have no part of the text. */
const panelsAround = 2;

/** How much of the panels for the text may stay empty without a remark: one of four, two of six. */
const mostEmpty = 1 / 3;

/** What a form cannot hold, or a text that was laid out. */
type LaidOut = { printed: PrintedDocument; fit: Fit; isEmpty: boolean } | "long" | "cover" | "back";

/**
 * Makes a text or an event as a sheet to fold: its pages in the order in which they are read, and the sheet. The first
 * page is a cover, and the last one has the events and where the text comes from.
 */
export async function makeFolded(offprint: Folded, context: FormContext): Promise<Outcome> {
  const { publication, files, browser } = context;
  const described = documentsOf(offprint, publication)[0]!;
  const name = `${described.document}.html`;
  const laidOut = await browser.withPage(name, files, (page) => layOut(page, name, offprint, described));
  if (laidOut === "long") return { problem: tooLongProblem(offprint) };
  if (laidOut === "cover" || laidOut === "back") return { problem: noRoomProblem(offprint, laidOut) };
  return { files: markHandled(makeFiles(offprint, described, laidOut, context)) };
}

// The largest type is taken in which the text has room on the panels between cover and back. A text that would leave
// panels empty in the largest type is shared out among them, block by block.
async function layOut(page: Page, name: string, { form }: Folded, { page: panel }: OffprintDocument): Promise<LaidOut> {
  const area = typeArea(panel);
  const panels = pagesOf(form) - panelsAround;
  const forms = [{ sides: panels, ...typeBoundsOf(form) }];
  const measures = await measureText(page, area.width, typeSettings(forms));
  for (const fit of findFits(forms, measures, area.height)) {
    await setType(page, area.width, fit);
    const [tooLarge] = await fitToPanels(page, area);
    if (tooLarge === "cover" || tooLarge === "back") return tooLarge;
    const { height } = measures.find(({ size }) => size === fit.size)!;
    const isShort = fit.size === measures[0]!.size && Math.ceil(height / area.height) < panels;
    const used = isShort ? await spreadOverPanels(page, area.width, panels) : panels;
    const isEmpty = used < panels * (1 - mostEmpty);
    const printed = await printPage(page, name, panel);
    if (printed.pages <= panels + panelsAround) return { printed, fit, isEmpty };
    await page.reload({ waitUntil: "load", timeout: 0 });
  }
  return "long";
}

async function makeFiles(
  offprint: Folded,
  { kind, document, page }: OffprintDocument,
  { printed, isEmpty }: Exclude<LaidOut, string>,
  { publication }: FormContext,
): Promise<Artifact[]> {
  const description = describeOffprint(offprint, publication);
  const labels = termsOfText(publication, description.language);
  const read = await finishPdf(`${document}.html`, printed, page, description, labels);
  const { pages } = printed;
  const remarks = isEmpty ? [emptyRemark(offprint)] : [];
  return [
    makeArtifact(kind, publication, read, { ...ownerOf(offprint), pages, remarks }),
    await makeOffprintSheets(offprint, `${offprint.form}-sheets`, { bytes: read, pages }, page, publication),
  ];
}
