import { createRequire } from "node:module";
import path from "node:path";

// The only file that imports pdf.js. It reads PDFs and had no part in making them.
export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

// The polyfills in this build of pdf.js replace Array's push() in Node 20, for arrays longer than memory, by one that
// takes a tenth of the time of reading a PDF. So Node's own is put back. The second import is what pdf.js would import
// later by itself.
const { push } = Array.prototype;
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
// oxlint-disable-next-line no-extend-native
Array.prototype.push = push;

export const { OPS } = pdfjs;

/** All of pdf.js, for a page of the preview, into which it is loaded as it is. */
export type PdfJs = typeof pdfjs;

const assets = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Begins to open a PDF. The task has the document, and has to be destroyed at the end. */
export function openWithPdfjs(bytes: Uint8Array) {
  return pdfjs.getDocument({
    // pdf.js makes the bytes that it is given unusable for everyone else, so it gets a copy.
    data: Uint8Array.from(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    standardFontDataUrl: `${assets}/standard_fonts/`,
    cMapUrl: `${assets}/cmaps/`,
  });
}
