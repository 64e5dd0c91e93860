import { MachineError } from "../errors.ts";

/** The environment variable that makes every limit below so many times as long. */
const variable = "PAMPHLET_PATIENCE";

/** How long a browser may take to start, in seconds: twice the limit of Puppeteer. A machine at rest takes half a second. */
const startSeconds = 60;

/** How long any document may take, in seconds. The pamphlet in statements/, 25 pages, takes 1.5 s. */
const leastDocumentSeconds = 60;

/**
 * How long a document may take for each byte of its HTML, in seconds. On two cores 1000 pages of A5 (2.3 MB) took
 * 0.00008 s a byte, and 130 pages 0.000015 s.
 */
const secondsPerByte = 0.001;

/** Returns how many seconds a browser may take to start. */
export function secondsToStart(): number {
  return startSeconds * readPatience();
}

/** Returns how many seconds a document of so many bytes of HTML may take, to be loaded, laid out and printed. */
export function secondsFor(bytes: number): number {
  return Math.max(leastDocumentSeconds, bytes * secondsPerByte) * readPatience();
}

/** What waits for something, and gives up in the end. */
export interface Watch {
  /** Waits from now on, as long as at first. */
  restart(): void;
  stop(): void;
}

/**
 * Calls `giveUp` after so many seconds, if it is not stopped before. Seconds in which nobody could be heard do not count,
 * because this process was busy or suspended.
 */
export function watch(seconds: number, giveUp: () => void): Watch {
  let waited = 0;
  // However late a tick is, it counts once.
  const timer = setInterval(() => {
    waited += 1;
    if (waited < seconds) return;
    clearInterval(timer);
    giveUp();
  }, 1000);
  return { restart: () => void (waited = 0), stop: () => clearInterval(timer) };
}

function readPatience(): number {
  const text = process.env[variable] || "1";
  const factor = Number(text);
  if (factor > 0 && Number.isFinite(factor)) return factor;
  throw new MachineError(
    `The environment variable ${variable} is “${text}”, which is not a number above 0. ` +
      "Set it to 2 to wait twice as long for the browser, or unset it.",
  );
}
