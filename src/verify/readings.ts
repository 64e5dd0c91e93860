import { remember } from "../remember.ts";
import { runOnThread, threadCount } from "../threads.ts";
import type { PdfReading, PressReading, ReadingTask } from "./thread.ts";

// Several rules read the same file, so what was read is kept as long as the file is in use. The functions throw if a
// library cannot read the file.

/** A file of more bytes than these is shared out between the threads: it takes about a second to read. */
const mostBytesForOne = 400_000;

/** Reads a PDF: its text, its boxes and fonts, and what is wrong with its tags. */
export const readingOf = remember(async (bytes: Uint8Array): Promise<PdfReading> => {
  const of = bytes.length > mostBytesForOne ? threadCount : 1;
  const readings = await Promise.all(
    Array.from({ length: of }, (_, share) => read<PdfReading>("readPdf", { bytes, share: { share, of } })),
  );
  const [first] = readings;
  return { ...first!, text: { ...first!.text, pages: readings.flatMap(({ text }) => text.pages) } };
});

/** Reads what a print shop looks for in a PDF. */
export const pressReadingOf = remember((bytes: Uint8Array) => read<PressReading>("readForPress", { bytes }));

function read<Reading>(name: "readPdf" | "readForPress", task: Partial<ReadingTask>): Promise<Reading> {
  return runOnThread<Reading>(name, task);
}
