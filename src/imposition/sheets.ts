import { degrees, drawPage, PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import type { Panel } from "../folds/fold.ts";
import { placePage } from "../folds/place.ts";
import { pointsPerMm, type PageSize } from "../geometry.ts";
import { decodePageContent } from "../pdf/content-stream.ts";
import { openPdf, setDescription, type Description } from "../pdf/document.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import { markPacked, packContent } from "../pdf/save.ts";

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

/** Pages are drawn in their own size and shape. */
const asTheyAre = { xScale: 1, yScale: 1, xSkew: degrees(0), ySkew: degrees(0) };

/** The sheets of a file. */
export interface SheetPlan {
  sides: Panel[][];
  /** The size of a side, in mm. */
  sheet: PageSize;
  /** Lines that are drawn on the sides. */
  marks?: SheetMark[];
}

/** Pages, and the files of sheets onto which they are to be drawn. */
export interface Imposition {
  /** A PDF that savePdf() wrote. */
  pages: Uint8Array;
  /** In mm. */
  bleed: number;
  plans: SheetPlan[];
  /** The metadata of the files. */
  description: Description;
}

/** A page that is drawn on a sheet, as a form (ISO 32000-2, 8.10). */
interface PageForm {
  ref: PDFRef;
  /** The page, from 0. */
  page: number;
  /** What of it is shown, in pt. */
  shown: Rectangle;
}

/**
 * Yields a PDF for each plan, with a page for each side of a sheet, onto which it draws the pages of another PDF, each
 * in its panel. The bleed of a page fills its panel, up to `bleed` beyond the trim.
 */
export async function* impose({ pages, bleed, plans, description }: Imposition): AsyncGenerator<PDFDocument> {
  const source = await openPdf(pages);
  markPacked(source);
  const contents: Uint8Array[] = [];
  for (const plan of plans) {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    // All pages are copied in one call, so that fonts which they share are copied once.
    const copies = await pdf.copyPages(source, source.getPageIndices());
    const forms = drawSheets(pdf, source, plan, bleed);
    setDescription(pdf, description);
    // The library could embed the pages, too, but would unpack and pack their contents for each file.
    for (const { ref, page, shown } of forms) {
      const copy = copies[page]!;
      const { Resources } = copy.node.normalizedEntries();
      contents[page] ??= packContent(Buffer.from(`${decodePageContent(copy)}\n`, "latin1"));
      const [left, bottom] = shown;
      const form = pdf.context.stream(contents[page], {
        Type: "XObject",
        Subtype: "Form",
        FormType: 1,
        BBox: shown,
        Matrix: [1, 0, 0, 1, -left, -bottom],
        Resources,
        Filter: "FlateDecode",
      });
      pdf.context.assign(ref, form);
    }
    yield pdf;
  }
}

// Draws forms, and returns what they have to be.
function drawSheets(pdf: PDFDocument, source: PDFDocument, plan: SheetPlan, bleed: number): PageForm[] {
  const { sides, sheet, marks = [] } = plan;
  const side = { width: sheet.width * pointsPerMm, height: sheet.height * pointsPerMm };
  const place = (panel: Panel) => {
    if (panel.page === undefined) return [];
    const page = panel.page - 1;
    const trim = source.getPage(page).getTrimBox();
    const { reach, shift, x, y } = placePage(panel, trim, side, bleed, pointsPerMm);
    const shown: Rectangle = [
      trim.x - reach.left + shift,
      trim.y - reach.bottom,
      trim.x + trim.width + reach.right + shift,
      trim.y + trim.height + reach.top,
    ];
    return [{ ref: pdf.context.nextRef(), page, shown, turned: panel.turned, x, y }];
  };
  return sides.flatMap((panels, index) => {
    const drawn = pdf.addPage([side.width, side.height]);
    const placed = panels.flatMap(place);
    for (const { ref, turned, x, y } of placed) {
      const corner = turned ? { x: side.width - x, y: side.height - y } : { x, y };
      const name = drawn.node.newXObject("EmbeddedPdfPage", ref);
      drawn.pushOperators(...drawPage(name, { ...asTheyAre, ...corner, rotate: degrees(turned ? 180 : 0) }));
    }
    const own = marks.filter(({ side }) => side === index);
    if (own.length > 0) drawn.node.addContentStream(pdf.context.register(pdf.context.flateStream(draw(own, sheet))));
    return placed;
  });
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
