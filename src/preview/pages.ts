import { findArtifact } from "../artifact.ts";
import { compile } from "../compile/eleventy.ts";
import type { EditionName } from "../edition-names.ts";
import { makeLeaflets } from "../editions/leaflets.ts";
import { largePrint, mmPerPixel, pamphletPageOf, type PageGeometry } from "../geometry.ts";
import { countPages } from "../folds/fold.ts";
import { folds } from "../folds/index.ts";
import { sidesInPrintOrder } from "../folds/print-order.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { printDocument, type PrintedDocument } from "../layout/paged.ts";
import type { FitOptions } from "../layout/layout.ts";
import { remarksOf } from "../layout/remarks.ts";
import { markHandled } from "../promises.ts";
import { ownPaperOf, paperOf } from "../papers.ts";
import { documentsOf, listOffprints } from "../offprints.ts";
import type { Publication } from "../publication.ts";
import { remember } from "../remember.ts";
import type { Pages } from "./messages.ts";
import type { Version } from "./version.ts";

/** A PDF, and how it is shown. */
export interface ShownPdf {
  pdf: Uint8Array;
  shown: Pages;
}

const leafletDocuments = remember(({ publication }: Version) => compile(publication, "print", [], ["leaflets"]));

/** Lays the pamphlet out and prints it as a build does, without what a build adds afterwards for other programs. */
export const printPamphlet = remember((version: Version): Promise<PrintedDocument> =>
  print(version, "pamphlet", pamphletPageOf(version.publication.print.page), version.publication.print.fit),
);

const printLargePrint = remember((version: Version) => print(version, "large-print", largePrint));

/** Returns the pages of a document of the whole publication, `pamphlet` or `large-print`; undefined for any other. */
export async function printPages(version: Version, document: string): Promise<ShownPdf | undefined> {
  const { publication } = version;
  if (document === "large-print") return show(await printLargePrint(version), largePrint, publication);
  if (document !== "pamphlet") return undefined;
  const printed = await printPamphlet(version);
  const { print, dir } = publication;
  const geometry = pamphletPageOf(print.page);
  const sheet = paperOf(ownPaperOf(print));
  const pages = countPages(printed.pages);
  const job = { pages, page: geometry, paper: sheet, direction: dir, flip: "short-edge" as const };
  const sides = sidesInPrintOrder(folds["saddle-stitch"].sheets({ ...job, thickness: print.paper }));
  const { pdf, shown } = show(printed, geometry, publication);
  const line = geometry.type!.line * mmPerPixel;
  return { pdf, shown: { ...shown, facing: true, line, sheets: { ...sheet, sides } } };
}

const leaflets = remember((_version: Version) => new Map<string, Promise<ShownPdf>>());

/**
 * Returns the leaflet of a statement, by its slug, as a build makes it, or the first other form that it asks for; undefined
 * if there is no such statement.
 */
export async function printLeaflet(version: Version, slug: string): Promise<ShownPdf | undefined> {
  const known = leaflets(version);
  if (!known.has(slug) && version.publication.statements.some((statement) => statement.slug === slug))
    known.set(slug, makeLeaflet(version, slug));
  return known.get(slug);
}

async function makeLeaflet(version: Version, slug: string): Promise<ShownPdf> {
  const { browser } = version;
  const publication = { ...version.publication, leaflets: [slug] };
  const [offprint] = listOffprints(publication);
  const [first] = documentsOf(offprint!, publication);
  const made = await makeLeaflets({ publication, made: [], documents: () => leafletDocuments(version), browser });
  const { bytes, pages, remarks = [] } = findArtifact(made, first!.kind)!;
  // The edition has cut its pages to their trim.
  const page = { ...first!.page, bleed: 0 };
  const facing = offprint!.form === "leaflet" && pages! > 2;
  return { pdf: bytes, shown: { count: pages!, dir: offprint!.dir, page, facing, remarks } };
}

async function print(
  version: Version,
  edition: EditionName,
  geometry: PageGeometry,
  fit?: FitOptions["fit"],
): Promise<PrintedDocument> {
  const browser = await version.browser();
  const files = collectPrintFiles(version.publication, await compile(version.publication, "print", [], [edition]));
  const printed = await printDocument(browser, `${edition}.html`, files, geometry, async (printed) => printed, fit);
  void markHandled(browser.prepare());
  return printed;
}

function show(printed: PrintedDocument, page: PageGeometry, { dir }: Publication): ShownPdf {
  const remarks = remarksOf(printed.remarks);
  return { pdf: printed.pdf, shown: { count: printed.pages, dir, page, facing: false, remarks } };
}
