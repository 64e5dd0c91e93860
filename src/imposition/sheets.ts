import { degrees, PDFDocument, type PDFEmbeddedPage } from "@cantoo/pdf-lib";
import { pointsPerMm, type PageSize } from "../geometry.ts";
import type { PageNumber, Side } from "./plan.ts";
import { openPdf } from "../pdf/document.ts";
import { markPacked } from "../pdf/save.ts";

/**
 * How far the left page's bleed reaches under the right page, in mm. Without it a renderer that rounds edges may leave
 * a white hairline at the fold. Chosen by eye: too narrow to be seen.
 */
const overlap = 0.1;

/** Pages, and the sheets onto which they are to be drawn. */
export interface Imposition {
  /** A PDF that savePdf() wrote. */
  pages: Uint8Array;
  sides: Side[];
  /** In mm. */
  bleed: number;
  /** The size of a side, in mm. */
  sheet: PageSize;
}

/**
 * Returns a PDF with a page for each side of a sheet, onto which it draws the pages of another PDF. The trims meet at
 * the middle of the sheet, less the creep. Where the sheet is larger than two pages, the bleed of the pages fills it,
 * up to `bleed` beyond the trim.
 */
export async function impose({ pages, sides, bleed, sheet }: Imposition): Promise<PDFDocument> {
  const source = await openPdf(pages);
  markPacked(source);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const [width, height] = [sheet.width * pointsPerMm, sheet.height * pointsPerMm];
  // All pages are copied in one call, so that fonts which they share are copied once, and embedded from the copies.
  const copies = await pdf.copyPages(source, source.getPageIndices());
  const trim = source.getPage(0).getTrimBox();
  const outside = Math.min(bleed * pointsPerMm, width / 2 - trim.width);
  const above = Math.min(bleed * pointsPerMm, (height - trim.height) / 2);

  // A page keeps its frame on the sheet, and moves towards the spine inside it, by the creep. So the part of the page
  // that is drawn begins further out: less at the fold, and more of the bleed at the outer edge.
  const embedHalf = async (
    number: PageNumber,
    half: "left" | "right",
    creep: number,
  ): Promise<PDFEmbeddedPage | undefined> => {
    if (number === undefined) return undefined;
    const shift = (half === "left" ? -1 : 1) * creep * pointsPerMm;
    const left = trim.x - (half === "left" ? outside : 0) + shift;
    const right = trim.x + trim.width + (half === "right" ? outside : Math.min(overlap, bleed) * pointsPerMm) + shift;
    const [embedded] = await pdf.embedPages(
      [copies[number - 1]!],
      [{ left, right, bottom: trim.y - above, top: trim.y + trim.height + above }],
    );
    return embedded;
  };
  const drawSide = async (side: Side): Promise<void> => {
    const page = pdf.addPage([width, height]);
    const y = (height - trim.height) / 2 - above;
    const halves = [
      { embedded: await embedHalf(side.left, "left", side.creep), x: width / 2 - trim.width - outside },
      { embedded: await embedHalf(side.right, "right", side.creep), x: width / 2 },
    ];
    for (const { embedded, x } of halves) {
      if (!embedded) continue;
      if (side.turned) page.drawPage(embedded, { x: width - x, y: height - y, rotate: degrees(180) });
      else page.drawPage(embedded, { x, y });
    }
  };
  for (const side of sides) await drawSide(side);
  return pdf;
}
