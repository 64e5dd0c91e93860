import type { PressObjects } from "../inspect/press-objects.ts";
import type { PrintedBlocks } from "../inspect/printed-blocks.ts";
import { remember } from "../remember.ts";
import { runOnThread, startThreads } from "../threads.ts";
import type { PdfReading, PressReading, ReadingTask } from "./thread.ts";

// Several rules read the same file, so what was read is kept as long as the file is in use. The functions throw if a
// library cannot read the file.

/** Reads a PDF: its text, its boxes and fonts, and what is wrong with its tags. */
export const readingOf = remember(async (bytes: Uint8Array): Promise<PdfReading> => {
  const of = startThreads(bytes.length);
  const readings = await Promise.all(
    Array.from({ length: of }, (_, share) => read<PdfReading>("readPdf", { bytes, share: { share, of } })),
  );
  const [first] = readings;
  return { ...first!, text: { ...first!.text, pages: readings.flatMap(({ text }) => text.pages) } };
});

/** Reads what a print shop looks for in a PDF. */
export const pressReadingOf = remember((bytes: Uint8Array) => read<PressReading>("readForPress", { bytes }));

/** Reads what the limits of a print shop are about: type, lines and grounds with their inks. */
export const pressObjectsOf = remember((bytes: Uint8Array) => read<PressObjects[]>("readPressObjects", { bytes }));

/** Reads the blocks of a PDF with their lines. */
export const blocksOf = remember((bytes: Uint8Array) => read<PrintedBlocks>("readBlocks", { bytes }));

function read<Reading>(
  name: "readPdf" | "readForPress" | "readPressObjects" | "readBlocks",
  task: Pick<ReadingTask, "bytes"> & Partial<ReadingTask>,
): Promise<Reading> {
  return runOnThread<Reading>(name, task, task.bytes.length);
}
