import { readPdfText, type PageShare, type PdfText } from "../inspect/pdf-text.ts";
import { findBoxesAndFonts, findPaintedPages, type BoxesAndFonts, type PaintedPage } from "../inspect/print-facts.ts";
import { readPrintedBlocks, type PrintedBlocks } from "../inspect/printed-blocks.ts";
import { findPressObjects, type PressObjects } from "../inspect/press-objects.ts";
import { readPress, type NamedPress } from "../inspect/pdf-x.ts";
import { findX1aFaults } from "../inspect/x1a.ts";
import { findX4Faults } from "../inspect/x4.ts";
import { findTagFacts } from "../inspect/tags.ts";
import { openPdf } from "../pdf/document.ts";
import type { PressStandard } from "../shop.ts";
import { findTagFaults } from "./tag-faults.ts";

// What readings.ts runs on a thread: reading PDFs takes most of the time of a proof.

/** A PDF to read. */
export interface ReadingTask {
  bytes: Uint8Array;
  /** The pages of which the text is read. */
  share: PageShare;
}

/** What is read of a PDF. */
export interface PdfReading {
  text: PdfText;
  boxesAndFonts: BoxesAndFonts;
  tagFaults: string[];
}

/** What a print shop looks for besides. */
export interface PressReading {
  pages: PaintedPage[];
  /** Why the file is not in each of the standards. */
  faults: Record<PressStandard, string[]>;
  /** The press that it names, if any. */
  press: NamedPress | undefined;
}

/** Reads a PDF. The first share has all that does not belong to single pages. */
export async function readPdf({ bytes, share }: ReadingTask): Promise<PdfReading> {
  const pdf = await openPdf(bytes);
  const text = await readPdfText(bytes, pdf, share);
  if (share.share > 0) return { text, boxesAndFonts: { pages: [], fonts: [] }, tagFaults: [] };
  return { text, boxesAndFonts: findBoxesAndFonts(pdf), tagFaults: findTagFaults(findTagFacts(pdf)) };
}

/** Reads the blocks of a PDF with their lines. */
export async function readBlocks({ bytes }: Pick<ReadingTask, "bytes">): Promise<PrintedBlocks> {
  return readPrintedBlocks(bytes, await openPdf(bytes));
}

/** Reads what a print shop looks for in a PDF. */
export async function readForPress({ bytes }: Pick<ReadingTask, "bytes">): Promise<PressReading> {
  const pdf = await openPdf(bytes);
  const faults = { "PDF/X-4": findX4Faults(pdf), "PDF/X-1a": findX1aFaults(pdf, bytes) };
  return { pages: findPaintedPages(pdf), faults, press: readPress(pdf) };
}

/** Reads what the limits of a print shop are about. */
export async function readPressObjects({ bytes }: Pick<ReadingTask, "bytes">): Promise<PressObjects[]> {
  return findPressObjects(bytes, await openPdf(bytes));
}
