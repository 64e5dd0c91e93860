import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { PageShare, PdfText } from "../inspect/pdf-text.ts";
import { programOf } from "../program.js";
import { remember } from "../remember.ts";
import type { Readers, ReadingTask } from "./thread.ts";

// Reads PDFs on threads of their own, while the main thread makes the next file. Several rules read the same file, so
// what was read is kept as long as the file is in use. Each function throws what the library throws that cannot read
// the file.

/** Threads that read PDFs, at most: each holds pdf.js and the file that it reads, some 100 MB. */
const mostThreads = Math.min(2, availableParallelism());

/**
 * The memory for young objects of a thread, in MB. Reading a PDF makes millions of short-lived objects; with Node's own
 * 48 MB, a third of the time went into collecting them.
 */
const youngMemory = 96;

/** A file of more bytes than these is shared out between the threads: it takes about a second to read. */
const mostBytesForOne = 400_000;

/** Returns what readPdfText() reads. */
export const pdfTextOf = remember(async (bytes: Uint8Array): Promise<PdfText> => {
  const of = bytes.length > mostBytesForOne ? mostThreads : 1;
  const texts = await Promise.all(Array.from({ length: of }, (_, share) => run("readPdfText", bytes, { share, of })));
  return { ...texts[0]!, pages: texts.flatMap(({ pages }) => pages) };
});

/** Returns what readBoxesAndFonts() reads. */
export const boxesAndFontsOf = remember((bytes: Uint8Array) => run("readBoxesAndFonts", bytes));

/** Returns what readPrintFacts() reads. */
export const printFactsOf = remember((bytes: Uint8Array) => run("readPrintFacts", bytes));

/** Returns what findTagFaults() finds. */
export const tagFaultsOf = remember((bytes: Uint8Array) => run("findTagFaults", bytes));

let pool: Promise<Tinypool> | undefined;

/** Starts the threads. They would start when they are first needed; but to load their libraries takes half a second. */
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

async function run<Reader extends keyof Readers>(
  reader: Reader,
  bytes: Uint8Array,
  share?: PageShare,
): Promise<Awaited<ReturnType<Readers[Reader]>>> {
  const task: ReadingTask = { reader, bytes, share };
  return (await startThreads()).run(task);
}
