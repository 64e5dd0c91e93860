import { degrees, PDFDocument, type PDFEmbeddedPage } from "pdf-lib";
import { pointsPerMm, type PageSize } from "../geometry.ts";
import type { Sheet, Side } from "./imposition.ts";
import { openPdf } from "./pdf.ts";

/** Puts the pages of a PDF onto sheets, a page of the result for each side. The trims meet at the middle of the sheet; at the
 * other edges the bleed, up to `bleed` mm of it, fills what the sheet has more than two pages. */
export async function impose(pages: Uint8Array, sheets: Sheet[], bleed: number, sheet: PageSize): Promise<PDFDocument> {
  const source = await openPdf(pages);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const sides = sheets.flatMap(({ front, back }) => [front, back]);
  const [width, height] = [sheet.width * pointsPerMm, sheet.height * pointsPerMm];
  // Copied together, so that fonts come over once, and embedded from here.
  const copies = await pdf.copyPages(source, source.getPageIndices());
  const trim = source.getPage(0).getTrimBox();
  const outside = Math.min(bleed * pointsPerMm, width / 2 - trim.width);
  const above = Math.min(bleed * pointsPerMm, (height - trim.height) / 2);

  const embed = async (number: number | undefined, half: "left" | "right"): Promise<PDFEmbeddedPage | undefined> => {
    if (number === undefined) return undefined;
    const left = trim.x - (half === "left" ? outside : 0);
    const right = trim.x + trim.width + (half === "right" ? outside : 0);
    const [embedded] = await pdf.embedPages([copies[number - 1]!], [{ left, right, bottom: trim.y - above, top: trim.y + trim.height + above }]);
    return embedded;
  };
  const place = async (side: Side): Promise<void> => {
    const page = pdf.addPage([width, height]);
    const y = (height - trim.height) / 2 - above;
    const halves = [
      { embedded: await embed(side.left, "left"), x: width / 2 - trim.width - outside },
      { embedded: await embed(side.right, "right"), x: width / 2 },
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
