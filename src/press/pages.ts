import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { pointsPerMm } from "../geometry.ts";
import type { PageNumber } from "../imposition/plan.ts";
import type { Box } from "../pdf/document.ts";

/** From the trim, beyond the bleed: where crop marks begin and end, and where the paper does; in mm. */
const beyondBleed = { marksFrom: 2, marksTo: 7, paper: 10 };

/**
 * The boxes of a page for the press (ISO 32000-2, 14.11.2), in pt: the trim with the bleed about it, and paper for the
 * marks about that.
 */
export interface PressBoxes {
  media: Box;
  bleed: Box;
  trim: Box;
}

/** The boxes of a page of the given size (pt), with a bleed in mm. */
function pressBoxes({ width, height }: { width: number; height: number }, bleed: number): PressBoxes {
  const around = (mm: number): Box => {
    const origin = (beyondBleed.paper + bleed - mm) * pointsPerMm;
    return { x: origin, y: origin, width: width + 2 * mm * pointsPerMm, height: height + 2 * mm * pointsPerMm };
  };
  return { media: around(bleed + beyondBleed.paper), bleed: around(bleed), trim: around(0) };
}

/**
 * Pages of a trimmed PDF as a press takes them, blanks among them: exact boxes, the artwork cut off at the bleed, crop
 * marks outside it, and nothing to click on. The artwork must reach as far beyond the trim as the bleed (mm) does.
 */
export async function pressPages(source: PDFDocument, pages: PageNumber[], bleed: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const printed = pages.filter((number) => number !== undefined);
  const copies = await pdf.copyPages(
    source,
    printed.map((number) => number - 1),
  );
  const from = source.getPage(0).getTrimBox();
  const boxes = pressBoxes(from, bleed);
  const marks = pdf.context.register(pdf.context.flateStream(cropMarks(boxes.trim, bleed)));
  const { x, y, width, height } = boxes.bleed;
  const open = `q ${[x, y, width, height].map(pt).join(" ")} re W n 1 0 0 1 ${pt(boxes.trim.x - from.x)} ${pt(boxes.trim.y - from.y)} cm\n`;
  const [opened, closed] = [open, "\nQ\n"].map((content) => pdf.context.register(pdf.context.stream(content)));
  for (const number of pages) {
    const page = pdf.addPage(number === undefined ? undefined : copies[printed.indexOf(number)]);
    page.node.normalize();
    if (number !== undefined) page.node.wrapContentStreams(opened!, closed!);
    page.node.addContentStream(marks);
    for (const key of ["Annots", "StructParents", "Tabs", "CropBox", "ArtBox"]) page.node.delete(PDFName.of(key));
    page.setMediaBox(...edges(boxes.media));
    page.setBleedBox(...edges(boxes.bleed));
    page.setTrimBox(...edges(boxes.trim));
  }
  return pdf;
}

/** Pages of two PDFs as one: the first pages of the cover, the inside, the last pages of the cover. */
export async function bindTogether(cover: PDFDocument, inside: PDFDocument): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const half = cover.getPageCount() / 2;
  const outer = await pdf.copyPages(cover, cover.getPageIndices());
  const inner = await pdf.copyPages(inside, inside.getPageIndices());
  for (const page of [...outer.slice(0, half), ...inner, ...outer.slice(half)]) pdf.addPage(page);
  return pdf;
}

// Hairlines in line with the edges of the trim, two at each corner, in black alone: a booklet in one ink has nothing to
// register.
function cropMarks(trim: Box, bleed: number): string {
  const [from, to] = [beyondBleed.marksFrom, beyondBleed.marksTo].map((mm) => (bleed + mm) * pointsPerMm) as [
    number,
    number,
  ];
  const line = (x1: number, y1: number, x2: number, y2: number) => `${pt(x1)} ${pt(y1)} m ${pt(x2)} ${pt(y2)} l S`;
  const [left, right, bottom, top] = [trim.x, trim.x + trim.width, trim.y, trim.y + trim.height];
  const lines = [
    ...[left, right].flatMap((x) => [line(x, bottom - from, x, bottom - to), line(x, top + from, x, top + to)]),
    ...[bottom, top].flatMap((y) => [line(left - from, y, left - to, y), line(right + from, y, right + to, y)]),
  ];
  return `q 0 G 0.25 w\n${lines.join("\n")}\nQ\n`;
}

function edges({ x, y, width, height }: Box): [number, number, number, number] {
  return [x, y, width, height];
}

function pt(value: number): string {
  return String(Number(value.toFixed(4)));
}
