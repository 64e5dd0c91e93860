import { a4Landscape, leaflet as leafletPage } from "../geometry.ts";
import type { Files, SharedBrowser } from "../layout/browser.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { countPages, type PageNumber, type Panel } from "../folds/fold.ts";
import { folds } from "../folds/index.ts";
import { sidesInPrintOrder } from "../folds/print-order.ts";
import { findFits, mostSides, typeSettings, type Fit } from "../layout/leaflet-fit.ts";
import { measureText, setType } from "../layout/measure.ts";
import { printPage, typeArea, type PrintedDocument } from "../layout/paged.ts";
import type { Description } from "../pdf/document.ts";
import { finishPdf } from "../pdf/reading-copy.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import { type Problem } from "../problem.ts";
import { PublicationProblems } from "../errors.ts";
import { markHandled, runTwoAtATime } from "../promises.ts";
import { leafletOf, listLeaflets, type Publication, type Statement } from "../publication.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import { termsOfText } from "../terms/index.ts";
import { fileDateOf, statementNameOf } from "../names.ts";
import type { Context } from "./edition.ts";

interface Leaflet {
  statement: Statement;
  fit: Fit;
  printed: PrintedDocument;
}

/**
 * Makes a leaflet of each statement that is to have one: its pages of A5, to read or to have printed, and the same pages on A4 for an
 * office printer that turns the sheet on its short edge. One page or two stand on A4 twice, to cut apart; more are a
 * booklet. Throws PublicationProblems for texts that are too long.
 */
export async function makeLeaflets({ publication, documents, browser, notePart }: Context): Promise<Artifact[]> {
  const files = collectPrintFiles(publication, await documents("print"));
  const statements = listLeaflets(publication);
  const sharedBrowser = await browser();
  let laidOut = 0;
  // Chromium lays out two documents in the time of one and a half; with more, each only waits for the others. The files
  // of a leaflet are made while the browser lays out the next one.
  const results = await runTwoAtATime(statements, async (statement) => {
    const leaflet = await layOut(sharedBrowser, files, statement);
    notePart?.(++laidOut, statements.length);
    return { made: leaflet && markHandled(makeFiles(leaflet, publication)) };
  });
  const made = await Promise.all(results.map(({ made }) => made));
  const tooLong = statements.filter((_, index) => !made[index]);
  if (tooLong.length > 0) throw new PublicationProblems(tooLong.map(tooLongProblem));
  return made.flatMap((files) => files ?? []);
}

// Returns undefined if the text does not fit on any leaflet. The measured heights say which settings should fit, but
// paged.js decides: it keeps lines together at the end of a page, which a single column of text does not show.
function layOut(browser: SharedBrowser, files: Files, statement: Statement): Promise<Leaflet | undefined> {
  const { width, height } = typeArea(leafletPage);
  return browser.withPage(documentOf(statement), files, async (page) => {
    for (const fit of findFits(await measureText(page, width, typeSettings), height)) {
      await setType(page, fit);
      const printed = await printPage(page, documentOf(statement), leafletPage);
      if (printed.pages <= fit.sides) return { statement, fit, printed };
      await page.reload({ waitUntil: "load", timeout: 0 });
    }
    return undefined;
  });
}

function documentOf(statement: Statement): string {
  return `leaflet-${leafletOf(statement).slug}.html`;
}

async function makeFiles({ statement, fit, printed }: Leaflet, publication: Publication): Promise<Artifact[]> {
  const description = describeLeaflet(statement, publication);
  const { pages } = printed;
  const labels = termsOfText(publication, description.language);
  const read = await finishPdf(documentOf(statement), printed, leafletPage, description, labels);
  const sides = imposeSides(pages, statement, publication);
  const imposition = { pages: read, sides, bleed: leafletPage.bleed, sheet: a4Landscape };
  const sheets = await makeSheets(imposition, description);
  const { slug, file } = statement;
  const smallType =
    `Set in ${fit.size} pt, the smallest type for a leaflet of its kind. ` +
    `A shorter version, named as leaflet: in ${file}, would be easier to read.`;
  return [
    makeArtifact("leaflet", publication, read, {
      statement: slug,
      pages,
      ...(fit.smallest && { remarks: [smallType] }),
    }),
    makeArtifact("leaflet-sheets", publication, sheets, {
      statement: slug,
      pages: sides.length,
      sheets: Math.ceil(sides.length / 2),
    }),
  ];
}

// A page or two are printed twice beside each other; more are folded, with the blanks at the end.
function imposeSides(count: number, statement: Statement, publication: Publication): Panel[][] {
  const isFolded = count > 2;
  const pages: PageNumber[] = countPages(isFolded ? 4 * Math.ceil(count / 4) : count);
  return sidesInPrintOrder(
    folds[isFolded ? "saddle-stitch" : "repeat"].sheets({
      pages: pages.map((page) => (page! <= count ? page : undefined)),
      page: leafletPage,
      paper: { name: "A4", ...a4Landscape },
      direction: leafletOf(statement).dir,
      flip: "short-edge",
      thickness: publication.print.paper,
    }),
  );
}

function describeLeaflet(statement: Statement, publication: Publication): Description {
  const { organisation, authors, lang } = leafletOf(statement);
  return {
    title: statementNameOf(leafletOf(statement), publication),
    authors: authors.length > 0 ? authors : [organisation ?? []].flat(),
    subject: publication.title,
    language: lang,
    date: fileDateOf(publication),
  };
}

function tooLongProblem(statement: Statement): Problem {
  return {
    code: "leaflet-too-long",
    place: leafletOf(statement).at(),
    message: `This text does not fit on a leaflet of ${mostSides} pages, the most that can be folded and stapled.`,
    hint:
      `Write a shorter version and name it in ${statement.file} as leaflet:, ` +
      "or take leaflets out of the editions in publication.yaml.",
  };
}
