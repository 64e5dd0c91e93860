import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of text as it stands on a page; x and y in pt from the lower left corner of the page's box, of its first letter's baseline. */
export interface Run {
  text: string;
  x: number;
  y: number;
  /** Its type size, in pt. */
  size: number;
  /** False where it stands head down. */
  upright: boolean;
  /** Whether pdf.js took it to be written from right to left, and turned it round. */
  turned: boolean;
}

export interface ReadPage {
  width: number;
  height: number;
  runs: Run[];
  /** Links inside the document: where they stand (y of the lower and the upper edge), and the page they lead to, from 1. */
  links: { lower: number; upper: number; page: number }[];
}

/** What a PDF says, read by pdf.js, which had no part in making it. */
export interface ReadPdf {
  pages: ReadPage[];
  labels: string[] | null;
  bookmarks: { title: string; page: number }[];
  title: string;
  language: string;
  tagged: boolean;
}

const assets = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** What stands in runs, one after the other. */
export function written(runs: Run[]): string {
  return runs.map(({ text }) => text).join(" ");
}

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    standardFontDataUrl: path.join(assets, "standard_fonts/"),
    cMapUrl: path.join(assets, "cmaps/"),
  });
  try {
    const pdf = await task.promise;
    const [labels, bookmarks, { info, metadata: _ }, mark] = await Promise.all([pdf.getPageLabels(), bookmarksOf(pdf), pdf.getMetadata(), pdf.getMarkInfo()]);
    const { Title, Language } = info as { Title?: string; Language?: string };
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
    return { pages, labels, bookmarks, title: Title ?? "", language: Language ?? "", tagged: Boolean(mark?.["Marked" as keyof typeof mark]) };
  } finally {
    await task.destroy();
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const { items } = await page.getTextContent({ disableNormalization: true });
  const runs = items.flatMap((item): Run[] => {
    if (!("str" in item) || item.str === "") return [];
    const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
    return [{ text: item.str, x: x - left, y: y - bottom, size: Math.hypot(a, b), upright: a >= 0, turned: item.dir === "rtl" }];
  });
  const annotations = (await page.getAnnotations()) as { subtype: string; dest?: string | unknown[]; rect: [number, number, number, number] }[];
  const links = [];
  for (const { subtype, dest, rect } of annotations) {
    const target = subtype === "Link" && dest ? await pageOf(pdf, dest) : undefined;
    if (target) links.push({ lower: rect[1] - bottom, upper: rect[3] - bottom, page: target });
  }
  page.cleanup();
  return { width: right - left, height: top - bottom, runs, links };
}

async function bookmarksOf(pdf: PDFDocumentProxy): Promise<{ title: string; page: number }[]> {
  const outline = (await pdf.getOutline()) ?? [];
  return Promise.all(outline.map(async ({ title, dest }) => ({ title, page: (dest && (await pageOf(pdf, dest))) || 0 })));
}

async function pageOf(pdf: PDFDocumentProxy, dest: string | unknown[]): Promise<number | undefined> {
  const explicit = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  const ref = explicit?.[0] as Parameters<PDFDocumentProxy["getPageIndex"]>[0] | undefined;
  return ref ? (await pdf.getPageIndex(ref)) + 1 : undefined;
}
