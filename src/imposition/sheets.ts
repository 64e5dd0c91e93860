import { degrees, PDFDocument } from "@cantoo/pdf-lib";
import type { Panel } from "../folds/fold.ts";
import { placePage } from "../folds/place.ts";
import { pointsPerMm, type PageSize } from "../geometry.ts";
import { openPdf } from "../pdf/document.ts";
import { markPacked } from "../pdf/save.ts";

/** A line on a side of a sheet, in mm from its left and upper edge. */
export interface SheetMark {
  from: { x: number; y: number };
  to: { x: number; y: number };
  /** Where the paper is folded or laid over, not cut. */
  dashed?: true;
  /** The side on which it is drawn, from 0. */
  side: number;
}

/** Width of a mark in pt: a hairline, as it is usual for crop marks. */
const markWidth = 0.25;

/** Pages, and the sides of sheets onto which they are to be drawn. */
export interface Imposition {
  /** A PDF that savePdf() wrote. */
  pages: Uint8Array;
  sides: Panel[][];
  /** In mm. */
  bleed: number;
  /** The size of a side, in mm. */
  sheet: PageSize;
  /** Lines that are drawn on the sides. */
  marks?: SheetMark[];
}

/**
 * Returns a PDF with a page for each side of a sheet, onto which it draws the pages of another PDF, each in its panel.
 * The bleed of a page fills its panel, up to `bleed` beyond the trim.
 */
export async function impose({ pages, sides, bleed, sheet, marks = [] }: Imposition): Promise<PDFDocument> {
  const source = await openPdf(pages);
  markPacked(source);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const side = { width: sheet.width * pointsPerMm, height: sheet.height * pointsPerMm };
  // All pages are copied in one call, so that fonts which they share are copied once, and embedded from the copies.
  const copies = await pdf.copyPages(source, source.getPageIndices());

  const embed = async (panel: Panel) => {
    if (panel.page === undefined) return [];
    const trim = source.getPage(panel.page - 1).getTrimBox();
    const { reach, shift, x, y } = placePage(panel, trim, side, bleed, pointsPerMm);
    const shown = {
      left: trim.x - reach.left + shift,
      right: trim.x + trim.width + reach.right + shift,
      bottom: trim.y - reach.bottom,
      top: trim.y + trim.height + reach.top,
    };
    const [embedded] = await pdf.embedPages([copies[panel.page - 1]!], [shown]);
    return [{ embedded: embedded!, turned: panel.turned, x, y }];
  };

  for (const [index, panels] of sides.entries()) {
    const page = pdf.addPage([side.width, side.height]);
    const placed: Awaited<ReturnType<typeof embed>> = [];
    for (const panel of panels) placed.push(...(await embed(panel)));
    for (const { embedded, turned, x, y } of placed) {
      if (turned) page.drawPage(embedded, { x: side.width - x, y: side.height - y, rotate: degrees(180) });
      else page.drawPage(embedded, { x, y });
    }
    const own = marks.filter(({ side }) => side === undefined || side === index);
    if (own.length > 0) page.node.addContentStream(pdf.context.register(pdf.context.flateStream(draw(own, sheet))));
  }
  return pdf;
}

function draw(marks: SheetMark[], { height }: PageSize): string {
  const lines = marks.map(({ from, to, dashed }) => {
    const [start, end] = [from, to].map(({ x, y }) => `${inPoints(x)} ${inPoints(height - y)}`);
    return `${dashed ? "[3 2] 0 d" : "[] 0 d"} ${start} m ${end} l S`;
  });
  return `q 0 G ${markWidth} w\n${lines.join("\n")}\nQ\n`;
}

function inPoints(mm: number): string {
  return String(Number((mm * pointsPerMm).toFixed(4)));
}
