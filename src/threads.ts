import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { programOf } from "./program.js";

// Threads on which PDFs are finished and read, while the main thread compiles documents and serves them to the browser.

/** How many threads there are: each holds the libraries for PDFs and the file on which it works, some 100 MB. */
export const threadCount = Math.min(2, availableParallelism());

/**
 * The memory for young objects of a thread, in MB. To read a PDF makes millions of short-lived objects; with Node's own
 * 48 MB, a third of the time went into collecting them.
 */
const youngMemory = 96;

let pool: Promise<Tinypool> | undefined;

/** Starts the threads: to load their libraries takes half a second, while the main thread may have nothing to do. */
export function startThreads(): Promise<Tinypool> {
  return (pool ??= programOf("thread.ts").then(
    (filename) =>
      new Tinypool({
        filename,
        runtime: "worker_threads",
        minThreads: threadCount,
        maxThreads: threadCount,
        resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
      }),
  ));
}

/** Runs a function of thread.ts on a thread. `task`, its only parameter, is copied. Rejects with what it throws. */
export async function runOnThread<Result>(name: string, task: object): Promise<Result> {
  return (await startThreads()).run(task, { name }) as Promise<Result>;
}
