import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { PageShare } from "../inspect/pdf-text.ts";
import { programOf } from "../program.js";
import { remember } from "../remember.ts";
import type { PdfReading, PressReading, ReadingTask } from "./thread.ts";

// Reads PDFs on threads of their own, while the main thread makes the next file. Several rules read the same file, so
// what was read is kept as long as the file is in use. The functions throw if a library cannot read the file.

/** Threads that read PDFs, at most: each holds pdf.js and the file that it reads, some 100 MB. */
const mostThreads = Math.min(2, availableParallelism());

/**
 * The memory for young objects of a thread, in MB. Reading a PDF makes millions of short-lived objects; with Node's own
 * 48 MB, a third of the time went into collecting them.
 */
const youngMemory = 96;

/** A file of more bytes than these is shared out between the threads: it takes about a second to read. */
const mostBytesForOne = 400_000;

/** Reads a PDF: its text, its boxes and fonts, and what is wrong with its tags. */
export const readingOf = remember(async (bytes: Uint8Array): Promise<PdfReading> => {
  const of = bytes.length > mostBytesForOne ? mostThreads : 1;
  const shares = Array.from({ length: of }, (_, share): PageShare => ({ share, of }));
  const readings = await Promise.all(shares.map((share) => run<PdfReading>("readPdf", { bytes, share })));
  const [first] = readings;
  return { ...first!, text: { ...first!.text, pages: readings.flatMap(({ text }) => text.pages) } };
});

/** Reads what a print shop looks for in a PDF. */
export const pressReadingOf = remember((bytes: Uint8Array) => run<PressReading>("readForPress", { bytes }));

let pool: Promise<Tinypool> | undefined;

/** Starts a thread. It would start when it is first needed; but to load its libraries takes half a second. */
export function startThreads(): Promise<Tinypool> {
  return (pool ??= programOf("verify/thread.ts").then(
    (filename) =>
      new Tinypool({
        filename,
        runtime: "worker_threads",
        minThreads: 1,
        maxThreads: mostThreads,
        resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
      }),
  ));
}

async function run<Reading>(name: "readPdf" | "readForPress", task: Partial<ReadingTask>): Promise<Reading> {
  return (await startThreads()).run(task, { name }) as Promise<Reading>;
}
