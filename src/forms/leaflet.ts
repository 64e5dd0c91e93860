import { makeArtifact, type Artifact } from "../artifact.ts";
import { leafletPageOf } from "../forms.ts";
import { pamphletPageOf } from "../geometry.ts";
import { findFits, leafletForms, mostSides, typeSettings, type Fit } from "../layout/leaflet-fit.ts";
import { measureText, setType } from "../layout/measure.ts";
import { printPage, typeArea, type PrintedDocument } from "../layout/paged.ts";
import type { Offprint } from "../offprints.ts";
import { finishPdf } from "../pdf/reading-copy.ts";
import type { Problem } from "../problem.ts";
import { markHandled } from "../promises.ts";
import type { Publication, Statement } from "../publication.ts";
import { termsOfText } from "../terms/index.ts";
import { describeOffprint, type FormContext, type Outcome } from "./maker.ts";
import { makeOffprintSheets } from "./sheets.ts";

type Leaflet = Offprint & { statement: Statement; text: Statement };

/** How a leaflet was laid out. */
interface LaidOut {
  fit: Fit;
  printed: PrintedDocument;
}

/**
 * Makes the leaflet of a text: its pages, to read or to have printed, and the same pages on the paper of an office printer
 * that turns the sheet on its short edge. One page or two stand on it as often as they have room, to cut apart; more are a
 * booklet.
 */
export async function makeLeaflet(leaflet: Leaflet, context: FormContext): Promise<Outcome> {
  const laidOut = await layOut(leaflet, context);
  if (!laidOut) return { problem: tooLongProblem(leaflet) };
  return { files: markHandled(makeFiles(leaflet, laidOut, context.publication)) };
}

// Returns undefined if the text does not fit on any leaflet. The measured heights say which settings should fit, but
// paged.js decides: it keeps lines together at the end of a page, which a single column of text does not show.
function layOut({ text }: Leaflet, { publication, files, browser }: FormContext): Promise<LaidOut | undefined> {
  const geometry = leafletPageOf(publication.print.page);
  const forms = leafletForms(pamphletPageOf(publication.print.page).type!.size / a5Size);
  const { width, height } = typeArea(geometry);
  return browser.withPage(documentOf(text), files, async (page) => {
    for (const fit of findFits(forms, await measureText(page, width, typeSettings(forms)), height)) {
      await setType(page, width, fit);
      const printed = await printPage(page, documentOf(text), geometry);
      if (printed.pages <= fit.sides) return { fit, printed };
      await page.reload({ waitUntil: "load", timeout: 0 });
    }
    return undefined;
  });
}

/** The size of type of a pamphlet of A5, in pt; those of leaflets of other pages are in proportion. */
const a5Size = 10;

function documentOf({ slug }: Statement): string {
  return `leaflet-${slug}.html`;
}

async function makeFiles(leaflet: Leaflet, { fit, printed }: LaidOut, publication: Publication): Promise<Artifact[]> {
  const { statement, text } = leaflet;
  const geometry = leafletPageOf(publication.print.page);
  const description = describeOffprint(leaflet, publication);
  const { pages } = printed;
  const labels = termsOfText(publication, description.language);
  const read = await finishPdf(documentOf(text), printed, geometry, description, labels);
  const smallType =
    `Set in ${fit.size} pt, the smallest type for a leaflet of its kind. ` +
    `A shorter version, named as leaflet: in ${statement.file}, would be easier to read.`;
  return [
    makeArtifact("leaflet", publication, read, {
      statement: statement.slug,
      pages,
      ...(fit.smallest && { remarks: [smallType] }),
    }),
    await makeOffprintSheets(leaflet, "leaflet-sheets", { bytes: read, pages }, geometry, publication),
  ];
}

function tooLongProblem({ statement, place }: Leaflet): Problem {
  return {
    code: "leaflet-too-long",
    place,
    message: `This text does not fit on a leaflet of ${mostSides} pages, the most that can be folded and stapled.`,
    hint:
      `Write a shorter version and name it in ${statement.file} as leaflet:, ` +
      "or take leaflets out of the editions in publication.yaml.",
  };
}
