import { readPdfText, type PageShare } from "../inspect/pdf-text.ts";
import { readBoxesAndFonts, readPrintFacts } from "../inspect/print-facts.ts";
import { findTagFaults } from "./tag-faults.ts";

// What threads.ts runs beside the main thread: the functions that read PDFs, which take most of the time of a proof.

const readers = { readPdfText, readBoxesAndFonts, readPrintFacts, findTagFaults };

export type Readers = typeof readers;

/** A PDF to read, and the function that reads it. */
export interface ReadingTask {
  reader: keyof Readers;
  bytes: Uint8Array;
  share?: PageShare;
}

export default function readOnThread({ reader, bytes, share }: ReadingTask): Promise<unknown> {
  return readers[reader](bytes, share);
}
