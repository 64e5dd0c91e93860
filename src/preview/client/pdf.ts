import { pointsPerMm } from "../../geometry.ts";
import type { PdfJs, PDFDocumentProxy } from "../../pdfjs.ts";

/** A PDF that can be drawn. */
export interface PdfDrawing {
  /** Draws a page (from 1) at a number of px for each mm, and lays its text over it, so that it can be selected. */
  draw(page: number, pxPerMm: number): Promise<{ canvas: HTMLCanvasElement; text: HTMLElement }>;
  /** Returns how far the first baseline is below the upper edge of the trim, less whole lines; lengths are in mm. */
  findGrid(line: number, bleed: number): Promise<number>;
  close(): void;
}

/** Px of a drawing for each px of the screen, at least: with fewer, letters move by up to half a px. */
const leastDensity = 2;

// pdf.js is served as it is; it draws in every browser what the pages have, without breaking lines anew.
let library: Promise<{ pdfjs: PdfJs; worker: InstanceType<PdfJs["PDFWorker"]> }> | undefined;

async function loadLibrary() {
  const address = "/pdf.min.mjs";
  const pdfjs = (await import(address)) as PdfJs;
  pdfjs.GlobalWorkerOptions.workerSrc = "/pdf.worker.min.mjs";
  return { pdfjs, worker: new pdfjs.PDFWorker() };
}

/** Opens a PDF. */
export async function openForDrawing(data: ArrayBuffer): Promise<PdfDrawing> {
  const { pdfjs, worker } = await (library ??= loadLibrary());
  const task = pdfjs.getDocument({ data, worker });
  const pdf = await task.promise;
  return {
    async draw(number, pxPerMm) {
      const page = await pdf.getPage(number);
      const scale = pxPerMm / pointsPerMm;
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement("canvas");
      const density = Math.max(devicePixelRatio, leastDensity);
      canvas.width = Math.round(viewport.width * density);
      canvas.height = Math.round(viewport.height * density);
      canvas.style.setProperty("--width", String(viewport.width / pxPerMm));
      const transform = [density, 0, 0, density, 0, 0];
      await page.render({ canvas, viewport, transform }).promise;
      const text = document.createElement("div");
      text.className = "words";
      await new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
      return { canvas, text };
    },
    findGrid: (line, bleed) => findGrid(pdf, line, bleed),
    close: () => void task.destroy(),
  };
}

/** How many pages are looked at for the grid, and in what steps; chosen by eye. */
const pagesForGrid = 12;
const gridStep = 0.1;

// Most lines of text stand on the grid. Headings, notes and covers do not.
async function findGrid(pdf: PDFDocumentProxy, line: number, bleed: number): Promise<number> {
  const counts = new Map<number, number>();
  for (let number = 1; number <= Math.min(pdf.numPages, pagesForGrid); number++) {
    const page = await pdf.getPage(number);
    const [, , , height = 0] = page.view;
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const baseline = (height - (item.transform as number[])[5]!) / pointsPerMm - bleed;
      const offset = Math.round((((baseline % line) + line) % line) / gridStep);
      counts.set(offset, (counts.get(offset) ?? 0) + item.str.length);
    }
  }
  const [[most = 0] = []] = [...counts].sort(([, one], [, other]) => other - one);
  return most * gridStep;
}
