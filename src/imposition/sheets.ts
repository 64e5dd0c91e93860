import { degrees, PDFDocument, type PDFEmbeddedPage } from "@cantoo/pdf-lib";
import { pointsPerMm, type PageSize } from "../geometry.ts";
import type { Side } from "./plan.ts";
import { openPdf } from "../pdf/document.ts";

// The left page's bleed reaches under the right page by this much, in mm, so that no renderer leaves a hairline at the
// fold.
const overlap = 0.1;

/**
 * Puts the pages of a PDF onto sides of sheets, each a page of the result. The trims meet at the middle of the sheet,
 * less the creep; at the other edges the bleed, up to `bleed` mm of it, fills what the sheet has more than two pages.
 */
export async function impose(pages: Uint8Array, sides: Side[], bleed: number, sheet: PageSize): Promise<PDFDocument> {
  const source = await openPdf(pages);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const [width, height] = [sheet.width * pointsPerMm, sheet.height * pointsPerMm];
  // Copied together, so that fonts come over once, and embedded from here.
  const copies = await pdf.copyPages(source, source.getPageIndices());
  const trim = source.getPage(0).getTrimBox();
  const outside = Math.min(bleed * pointsPerMm, width / 2 - trim.width);
  const above = Math.min(bleed * pointsPerMm, (height - trim.height) / 2);

  // What creep moves over the fold is cut off there; as much comes in at the other edge.
  const embed = async (
    number: number | undefined,
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
  const place = async (side: Side): Promise<void> => {
    const page = pdf.addPage([width, height]);
    const y = (height - trim.height) / 2 - above;
    const halves = [
      { embedded: await embed(side.left, "left", side.creep), x: width / 2 - trim.width - outside },
      { embedded: await embed(side.right, "right", side.creep), x: width / 2 },
    ];
    for (const { embedded, x } of halves) {
      if (!embedded) continue;
      if (side.turned) page.drawPage(embedded, { x: width - x, y: height - y, rotate: degrees(180) });
      else page.drawPage(embedded, { x, y });
    }
  };
  for (const side of sides) await place(side);
  return pdf;
}
