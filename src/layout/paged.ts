import type { PageGeometry } from "../geometry.ts";
import { inStage } from "../stages.ts";
import { startThreads } from "../threads.ts";
import type { Files, Page, SharedBrowser } from "./browser.ts";
import { callInPage } from "./call-in-page.ts";
import type { FitOptions, Fitted, Layout } from "./layout.ts";

export interface PrintedDocument extends Layout {
  /** The PDF as Chromium writes it: tagged, with the bleed. */
  pdf: Uint8Array;
  /** How it was fitted to its pages. */
  fitted: Fitted;
}

/** CSS px in a millimetre: an inch is 96 px (CSS Values and Units 4, 6.2) and 25.4 mm. */
const pxPerMm = 96 / 25.4;

/** Px of the first page's image for each CSS px; an A5 page is 1678 px wide then. Chosen by eye. */
const imageScale = 3;

/**
 * Lays a document out with paged.js and prints it. Returns the result of `then`, which gets what was printed while the
 * page is still open.
 */
export function printDocument<Result>(
  browser: SharedBrowser,
  document: string,
  files: Files,
  geometry: PageGeometry,
  then: (printed: PrintedDocument, page: Page) => Promise<Result>,
  fit: FitOptions["fit"] = "none",
): Promise<Result> {
  // The PDF will have about as many bytes as the document.
  startThreads(Buffer.byteLength(files.get(document) ?? ""));
  return browser.withPage(document, files, async (page) => then(await printPage(page, document, geometry, fit), page));
}

/** Lays out and prints a document that is open already. Afterwards it is in pages, and cannot be laid out again. */
export async function printPage(
  page: Page,
  document: string,
  geometry: PageGeometry,
  fit: FitOptions["fit"] = "none",
): Promise<PrintedDocument> {
  const { fitted, ...layout } = await inStage(`lay out ${document}`, () => layOut(page, geometry, fit));
  const links = await callInPage(page, "writeTagHints", layout.pageOf);
  const pdf = await inStage(`print ${document}`, () =>
    page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }),
  );
  return { ...layout, fitted, links, pdf };
}

// If type was changed to save a sheet, but paged.js needs more pages than was foreseen, the change is not worth it.
async function layOut(page: Page, geometry: PageGeometry, fit: FitOptions["fit"]) {
  const fitted = await callInPage(page, "typeset", typeArea(geometry), { fit, size: geometry.type?.size ?? usualSize });
  const layout = await callInPage(page, "layOut");
  const isChanged = fitted.size !== undefined || fitted.line !== undefined || fitted.measure !== undefined;
  if (!isChanged || layout.pages <= fitted.pages) return { ...layout, fitted };
  await page.reload({ waitUntil: "load", timeout: 0 });
  return layOut(page, geometry, "none");
}

/** The size of type, in pt, of a page that names none. */
const usualSize = 10;

/** Returns the type area of a page, in px. */
export function typeArea({ width, height, margins }: PageGeometry): { width: number; height: number } {
  return {
    width: (width - margins.inner - margins.outer) * pxPerMm,
    height: (height - margins.top - margins.bottom) * pxPerMm,
  };
}

/** Returns an image (PNG) of the first page of a document that was printed, trimmed. Its other pages are taken away. */
export async function captureFirstPage(page: Page): Promise<Uint8Array> {
  const clip = await callInPage(page, "isolateFirstPage");
  const size = { width: Math.ceil(clip.x + clip.width), height: Math.ceil(clip.y + clip.height) };
  await page.setViewport({ ...size, deviceScaleFactor: imageScale });
  return page.screenshot({ type: "png", clip, captureBeyondViewport: true });
}
