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

export const { getDocument, OPS, VerbosityLevel } = pdfjs;
/** All of pdf.js. */
export type PdfJs = typeof pdfjs;
