import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Tinypool } from "tinypool";
import { programFile } from "./program.js";
import { markHandled } from "./promises.ts";

// Threads on which PDFs are finished and read, while the main thread compiles documents and serves them to the browser.

/**
 * How many threads there are at most: each holds the libraries for PDFs and the file on which it works, some 100 MB. A
 * publication of small files has one, since a second one would spend more time on loading than it saves.
 */
const mostThreads = Math.min(2, availableParallelism());

/** A PDF of more bytes than these is large: to read it takes about a second. */
const leastLarge = 400_000;

/**
 * The memory for young objects of a thread, in MB. To read a PDF makes millions of short-lived objects; with Node's own
 * 48 MB, a third of the time went into collecting them.
 */
const youngMemory = 96;

/**
 * The most memory for all other objects of a thread, in MB. A thread of 440 pages needs 50 of them. V8 lets a heap that may
 * have 2 GB or more grow to four times what is in use before it looks for garbage, and a smaller one to twice as much.
 */
const oldMemory = 2000;

/** A thread, and how many tasks it has. */
interface Thread {
  pool: Promise<Tinypool>;
  tasks: number;
}
const threads: Thread[] = [];

/**
 * Starts the threads that files of about so many bytes need: to load their libraries takes half a second, while the main
 * thread may have nothing to do. Returns how many threads there are for such a file.
 */
export function startThreads(bytes: number): number {
  const count = bytes > leastLarge ? mostThreads : 1;
  while (threads.length < count) threads.push({ pool: markHandled(startThread()), tasks: 0 });
  return count;
}

/**
 * Runs a function of thread.ts on a thread. `task`, its only parameter, is copied; `bytes` is the size of its file.
 * Rejects with what the function throws.
 */
export async function runOnThread<Result>(name: string, task: object, bytes: number): Promise<Result> {
  const usable = threads.slice(0, startThreads(bytes));
  const thread = usable.reduce((least, other) => (other.tasks < least.tasks ? other : least));
  thread.tasks++;
  try {
    return (await (await thread.pool).run(task, { name })) as Result;
  } finally {
    thread.tasks--;
  }
}

async function startThread(): Promise<Tinypool> {
  const filename = pathToFileURL(await programFile("thread.js")).href;
  const resourceLimits = { maxYoungGenerationSizeMb: youngMemory, maxOldGenerationSizeMb: oldMemory };
  return new Tinypool({ filename, runtime: "worker_threads", minThreads: 1, maxThreads: 1, resourceLimits });
}
