import type { PDFPage } from "@cantoo/pdf-lib";
import { decodePageContent, parseOperations, readActualText } from "../pdf/content-stream.ts";
import { countUnmarked, mcidOf } from "../pdf/tagging/artifacts.ts";
import { remember } from "../remember.ts";

/** What the marks in the content of a page say. */
export interface PageMarks {
  /** The ActualText of every marked sequence, in order. */
  actualTexts: (string | undefined)[];
  /** The marked-content identifiers (MCID), in order of drawing. */
  content: number[];
  /** How many operations draw something that is marked neither as content nor as artifact. */
  unmarked: number;
}

/** Reads the marks of a page. Its content is parsed once for all who ask. */
export const marksOf = remember((page: PDFPage): PageMarks => {
  const operations = parseOperations(decodePageContent(page));
  return {
    actualTexts: operations
      .filter(({ operator }) => operator === "BDC" || operator === "BMC")
      .map(({ operands }) => readActualText(operands)),
    content: operations.flatMap((operation) => mcidOf(operation) ?? []),
    unmarked: countUnmarked(operations),
  };
});
