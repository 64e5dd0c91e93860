import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import { programOf } from "./program.js";

// Threads on which PDFs are finished and read, while the main thread compiles documents and serves them to the browser.

/** Threads at most: each holds the libraries for PDFs and the file on which it works, some 100 MB. */
const mostThreads = Math.min(2, availableParallelism());

/**
 * The memory for young objects of a thread, in MB. To read a PDF makes millions of short-lived objects; with Node's own
 * 48 MB, a third of the time went into collecting them.
 */
const youngMemory = 96;

/** How many threads there are to share out a large task. */
export const threadCount = mostThreads;

/** A thread that has nothing to do is kept so long, in ms, since to start another takes half a second. */
const keptIdleMs = 60_000;

let pool: Tinypool | undefined;

/**
 * Runs a function on a thread. `entry` is the file that exports it, one of those that program.js bundles; `task`, its
 * only parameter, is copied. Rejects with what the function throws.
 */
export async function runOnThread<Result>(entry: string, name: string, task: object): Promise<Result> {
  const filename = await programOf(entry);
  pool ??= new Tinypool({
    filename,
    runtime: "worker_threads",
    minThreads: 1,
    maxThreads: mostThreads,
    idleTimeout: keptIdleMs,
    resourceLimits: { maxYoungGenerationSizeMb: youngMemory },
  });
  return pool.run(task, { filename, name }) as Promise<Result>;
}
