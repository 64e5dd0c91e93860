import { degrees, PDFDocument } from "@cantoo/pdf-lib";
import type { PageNumber } from "../folds/fold.ts";
import { artworkBleed, pointsPerMm } from "../geometry.ts";
import { openPdf } from "../pdf/document.ts";
import { computePressBoxes, finishPage, registerMarks, type PressFrame } from "./pages.ts";

/**
 * How far the artwork of the pages reaches under the spine, in mm. Without it a renderer that rounds edges may leave a
 * white hairline beside it. Chosen by eye: too narrow to be seen.
 */
const overlap = 0.1;

/** A cover with a spine: two sides, each one wide page. */
export interface WideCover extends PressFrame {
  /** The width of the spine in mm. */
  spine: number;
  /**
   * The spine as a page that lies on its side: as wide as the pages are high, and as high as the spine is wide, with the
   * bleed of the artwork around it. Without one, the artwork of the front reaches across the spine.
   */
  printedSpine?: Uint8Array;
  /** Where the spine is if one looks at the front: on the left of a text that is read from left to right. */
  direction: "ltr" | "rtl";
}

/**
 * Returns the cover of a perfect-bound pamphlet: its outside, with the back, the spine and the front beside each other,
 * and its inside. `pages` are the four pages of a cover in reading order, from a trimmed PDF (from 1; undefined is a
 * blank).
 */
export async function makeWideCover(source: PDFDocument, pages: PageNumber[], cover: WideCover): Promise<PDFDocument> {
  const [front, insideFront, insideBack, back] = pages;
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const copies = await pdf.copyPages(source, source.getPageIndices());
  const from = source.getPage(0).getTrimBox();
  const [spine, bleed] = [cover.spine * pointsPerMm, cover.bleed * pointsPerMm];
  const boxes = computePressBoxes({ width: 2 * from.width + spine, height: from.height }, cover);
  const { trim } = boxes;
  const folds = [from.width, from.width + spine];
  const marks = registerMarks(pdf, trim, cover, folds);
  const isLtr = cover.direction === "ltr";

  // `across` is how far the artwork reaches over the spine, in pt.
  const drawHalf = async (
    page: ReturnType<PDFDocument["addPage"]>,
    number: PageNumber,
    half: 0 | 1,
    across: number,
  ) => {
    if (number === undefined) return;
    const [left, right] = half === 0 ? [bleed, across] : [across, bleed];
    const frame = {
      left: from.x - left,
      right: from.x + from.width + right,
      bottom: from.y - bleed,
      top: from.y + from.height + bleed,
    };
    const [embedded] = await pdf.embedPages([copies[number - 1]!], [frame]);
    page.drawPage(embedded!, { x: trim.x + (half === 0 ? 0 : folds[1]!) - left, y: trim.y - bleed });
  };
  const addSide = async (left: PageNumber, right: PageNumber, isOutside: boolean) => {
    const page = pdf.addPage();
    const under = isOutside && cover.printedSpine ? overlap * pointsPerMm : 0;
    const across = isOutside && !cover.printedSpine ? spine : under;
    await drawHalf(page, left, 0, isLtr ? under : across);
    await drawHalf(page, right, 1, isLtr ? across : under);
    if (isOutside && cover.printedSpine) await drawSpine(page);
    page.node.normalize();
    if (marks) page.node.addContentStream(marks);
    finishPage(page, boxes);
  };
  // The title is read from top to bottom on both: turned to the right, or to the left where it begins at its right end.
  const drawSpine = async (page: ReturnType<PDFDocument["addPage"]>) => {
    const [copy] = await pdf.copyPages(await openPdf(cover.printedSpine!), [0]);
    const beyond = artworkBleed * pointsPerMm;
    const top = copy!.getMediaBox().height - beyond;
    const frame = { left: beyond - bleed, right: beyond + trim.height + bleed, bottom: top - spine, top };
    const [embedded] = await pdf.embedPages([copy!], [frame]);
    const x = trim.x + folds[isLtr ? 0 : 1]!;
    if (isLtr) page.drawPage(embedded!, { x, y: trim.y + trim.height + bleed, rotate: degrees(-90) });
    else page.drawPage(embedded!, { x, y: trim.y - bleed, rotate: degrees(90) });
  };
  await (isLtr ? addSide(back, front, true) : addSide(front, back, true));
  await (isLtr ? addSide(insideFront, insideBack, false) : addSide(insideBack, insideFront, false));
  await pdf.flush();
  return pdf;
}
