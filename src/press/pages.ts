import { PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { pointsPerMm } from "../geometry.ts";
import type { PageNumber } from "../folds/fold.ts";
import type { Box } from "../pdf/document.ts";
import type { PrintMark } from "../shop.ts";
import { drawMarks, formatPt, roomFor } from "./marks.ts";

/**
 * The boxes of a page for the press (ISO 32000-2, 14.11.2), in pt: the trim, the bleed around it, and around that the
 * paper for the marks, if there are any.
 */
interface PressBoxes {
  media: Box;
  bleed: Box;
  trim: Box;
}

/** What a page for the press has around its trim: bleed in mm, and marks. */
export interface PressFrame {
  bleed: number;
  marks: PrintMark[];
}

/**
 * Returns a PDF with the given pages of a trimmed PDF (from 1; undefined is a blank) as a print shop takes them: exact
 * boxes, artwork clipped at the bleed, marks outside it, and no annotations. The artwork of the source must reach as far
 * beyond the trim as the bleed does.
 */
export async function makePressPages(
  source: PDFDocument,
  pages: PageNumber[],
  frame: PressFrame,
): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const printed = pages.filter((number) => number !== undefined);
  const copies = await pdf.copyPages(
    source,
    printed.map((number) => number - 1),
  );
  const from = source.getPage(0).getTrimBox();
  const boxes = computePressBoxes(from, frame);
  const marks = registerMarks(pdf, boxes.trim, frame);
  const { x, y, width, height } = boxes.bleed;
  const clip = `${[x, y, width, height].map(formatPt).join(" ")} re W n`;
  const move = `1 0 0 1 ${formatPt(boxes.trim.x - from.x)} ${formatPt(boxes.trim.y - from.y)} cm`;
  const before = pdf.context.register(pdf.context.stream(`q ${clip} ${move}\n`));
  const after = pdf.context.register(pdf.context.stream("\nQ\n"));
  for (const number of pages) {
    const page = pdf.addPage(number === undefined ? undefined : copies[printed.indexOf(number)]);
    page.node.normalize();
    if (number !== undefined) page.node.wrapContentStreams(before, after);
    if (marks) page.node.addContentStream(marks);
    finishPage(page, boxes);
  }
  return pdf;
}

/** Returns one PDF: the first half of the cover's pages, then the inside, then the second half of the cover's pages. */
export async function joinCoverAndInside(cover: PDFDocument, inside: PDFDocument): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const half = cover.getPageCount() / 2;
  const outer = await pdf.copyPages(cover, cover.getPageIndices());
  const inner = await pdf.copyPages(inside, inside.getPageIndices());
  for (const page of [...outer.slice(0, half), ...inner, ...outer.slice(half)]) pdf.addPage(page);
  return pdf;
}

/** Returns the boxes of a page whose trim has the given size in pt. */
export function computePressBoxes(
  { width, height }: { width: number; height: number },
  { bleed, marks }: PressFrame,
): PressBoxes {
  const paper = roomFor(marks);
  const around = (mm: number): Box => {
    const origin = (paper + bleed - mm) * pointsPerMm;
    return { x: origin, y: origin, width: width + 2 * mm * pointsPerMm, height: height + 2 * mm * pointsPerMm };
  };
  return { media: around(bleed + paper), bleed: around(bleed), trim: around(0) };
}

/** Gives a page its boxes, and takes away what is not for a press. */
export function finishPage(page: PDFPage, { media, bleed, trim }: PressBoxes): void {
  for (const key of ["Annots", "StructParents", "Tabs", "CropBox", "ArtBox"]) page.node.delete(PDFName.of(key));
  page.setMediaBox(...edgesOf(media));
  page.setBleedBox(...edgesOf(bleed));
  page.setTrimBox(...edgesOf(trim));
}

/** Returns a content stream with the marks of every page; undefined if there are none. */
export function registerMarks(pdf: PDFDocument, trim: Box, { bleed, marks }: PressFrame, folds: number[] = []) {
  const content = drawMarks(marks, trim, bleed, folds);
  return content === "" ? undefined : pdf.context.register(pdf.context.flateStream(content));
}

function edgesOf({ x, y, width, height }: Box): [number, number, number, number] {
  return [x, y, width, height];
}
