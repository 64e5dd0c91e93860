import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { pointsPerMm } from "../geometry.ts";
import type { PageNumber } from "../folds/fold.ts";
import type { Box } from "../pdf/document.ts";

/**
 * How far beyond the bleed crop marks begin and end, and where the paper ends, in mm. Chosen by eye: marks of 5 mm,
 * clear of the bleed and of the edge of the paper.
 */
const beyondBleed = { marksFrom: 2, marksTo: 7, paper: 10 };

/** Width of a crop mark in pt: a hairline, as it is usual for them. */
const markWidth = 0.25;

/**
 * The boxes of a page for the press (ISO 32000-2, 14.11.2), in pt: the trim, the bleed around it, and around that the
 * paper for the crop marks.
 */
interface PressBoxes {
  media: Box;
  bleed: Box;
  trim: Box;
}

/**
 * Returns a PDF with the given pages of a trimmed PDF (from 1; undefined is a blank) as a print shop takes them: exact
 * boxes, artwork clipped at the bleed (mm), crop marks outside it, and no annotations. The artwork of the source must
 * reach as far beyond the trim as the bleed does.
 */
export async function makePressPages(source: PDFDocument, pages: PageNumber[], bleed: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const printed = pages.filter((number) => number !== undefined);
  const copies = await pdf.copyPages(
    source,
    printed.map((number) => number - 1),
  );
  const from = source.getPage(0).getTrimBox();
  const boxes = computePressBoxes(from, bleed);
  const marks = pdf.context.register(pdf.context.flateStream(drawCropMarks(boxes.trim, bleed)));
  const { x, y, width, height } = boxes.bleed;
  const clip = `${[x, y, width, height].map(formatPt).join(" ")} re W n`;
  const move = `1 0 0 1 ${formatPt(boxes.trim.x - from.x)} ${formatPt(boxes.trim.y - from.y)} cm`;
  const before = pdf.context.register(pdf.context.stream(`q ${clip} ${move}\n`));
  const after = pdf.context.register(pdf.context.stream("\nQ\n"));
  for (const number of pages) {
    const page = pdf.addPage(number === undefined ? undefined : copies[printed.indexOf(number)]);
    page.node.normalize();
    if (number !== undefined) page.node.wrapContentStreams(before, after);
    page.node.addContentStream(marks);
    for (const key of ["Annots", "StructParents", "Tabs", "CropBox", "ArtBox"]) page.node.delete(PDFName.of(key));
    page.setMediaBox(...edgesOf(boxes.media));
    page.setBleedBox(...edgesOf(boxes.bleed));
    page.setTrimBox(...edgesOf(boxes.trim));
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

function computePressBoxes({ width, height }: { width: number; height: number }, bleed: number): PressBoxes {
  const around = (mm: number): Box => {
    const origin = (beyondBleed.paper + bleed - mm) * pointsPerMm;
    return { x: origin, y: origin, width: width + 2 * mm * pointsPerMm, height: height + 2 * mm * pointsPerMm };
  };
  return { media: around(bleed + beyondBleed.paper), bleed: around(bleed), trim: around(0) };
}

// Two marks at each corner, in line with the edges of the trim. They are in black alone, not in all inks: a booklet
// printed in one ink has no inks to align.
function drawCropMarks(trim: Box, bleed: number): string {
  const from = (bleed + beyondBleed.marksFrom) * pointsPerMm;
  const to = (bleed + beyondBleed.marksTo) * pointsPerMm;
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `${formatPt(x1)} ${formatPt(y1)} m ${formatPt(x2)} ${formatPt(y2)} l S`;
  const [left, right, bottom, top] = [trim.x, trim.x + trim.width, trim.y, trim.y + trim.height];
  const lines = [
    ...[left, right].flatMap((x) => [line(x, bottom - from, x, bottom - to), line(x, top + from, x, top + to)]),
    ...[bottom, top].flatMap((y) => [line(left - from, y, left - to, y), line(right + from, y, right + to, y)]),
  ];
  return `q 0 G ${markWidth} w\n${lines.join("\n")}\nQ\n`;
}

function edgesOf({ x, y, width, height }: Box): [number, number, number, number] {
  return [x, y, width, height];
}

/** Decimal places of a coordinate in pt; boxes must be exact to 0.01 pt. */
const ptDecimals = 4;

function formatPt(value: number): string {
  return String(Number(value.toFixed(ptDecimals)));
}
