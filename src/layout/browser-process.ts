import { spawn, type ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { hasSystemCode, systemReason } from "../errors.ts";
import { watch } from "./patience.ts";

/** A browser as a process, which is spoken to over two pipes. */
export interface BrowserProcess {
  /** Carries messages, in the form that Puppeteer expects. */
  transport: Transport;
  /** Resolves when it has ended, or could not be started: in which way, as the end of a sentence. */
  ended: Promise<string>;
  /** Returns the last lines that it has printed: the reason why it ended is at the end. */
  printed(): string;
  /** Kills it, and all the processes that it has started. */
  kill(): void;
  /** Lets it end, or kills it if it does not. */
  end(): Promise<void>;
}

interface Transport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/** How much is kept of what a browser prints, in characters, and shown, in lines. Chosen by eye. */
const mostCharacters = 2000;
const mostLines = 5;

/** How long a browser may take to end, in seconds: the limit of Puppeteer. It takes less than a tenth of a second. */
const secondsToEnd = 5;

/**
 * Starts a browser that speaks over pipes (--remote-debugging-pipe: it reads from 3 and writes to 4). The pipes close
 * when this process ends in whatever way, and the browser then ends too. Throws an error of the system if the file is
 * no program.
 */
export function startProcess(executable: string, words: string[], environment: NodeJS.ProcessEnv): BrowserProcess {
  const child = spawn(executable, words, {
    env: environment,
    // In a group of its own, so that all its processes can be killed at once.
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
  });
  const [, stdout, stderr, toBrowser, fromBrowser] = child.stdio as [null, Readable, Readable, Writable, Readable];
  let text = "";
  for (const stream of [stdout, stderr])
    stream.setEncoding("utf8").on("data", (more: string) => (text = (text + more).slice(-mostCharacters)));
  // Processes that it leaves behind would keep its pipes open.
  child.once("exit", () => killGroup(child));
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(whyNotRun(error)));
    // It has ended, and everything that it printed has arrived.
    child.once("close", (status, signal) => resolve(`ended with ${signal ?? `exit status ${status}`}`));
  });
  const kill = () => {
    killGroup(child);
    // A process that has left the group may hold their other ends.
    for (const stream of child.stdio) stream?.destroy();
  };
  return {
    transport: transportOver(toBrowser, fromBrowser),
    ended,
    // Without control characters, which a terminal would obey.
    printed: () =>
      text
        .replaceAll(/[^\n\P{Cc}]/gu, "")
        .trim()
        .split("\n")
        .slice(-mostLines)
        .join("\n"),
    kill,
    async end() {
      toBrowser.end();
      const limit = watch(secondsToEnd, kill);
      await ended;
      limit.stop();
    },
  };
}

/** Returns why the system did not start a program, as the end of a sentence. */
export function whyNotRun(error: unknown): string {
  return `cannot be run: ${systemReason(error)}`;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // On Windows the processes of a browser end with it.
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // All of them have ended.
    if (!hasSystemCode(error, "ESRCH")) throw error;
  }
}

// Each message is JSON, and ends with a character NUL.
function transportOver(toBrowser: Writable, fromBrowser: Readable): Transport {
  const transport: Transport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => void toBrowser.end(),
  };
  let begun: Buffer[] = [];
  fromBrowser.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...begun, chunk.subarray(start, end)]).toString("utf8");
      // What waits for a message is done before the next one arrives.
      setImmediate(() => transport.onmessage?.(message));
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  });
  fromBrowser.on("close", () => transport.onclose?.());
  // The browser does not listen any more. That it has ended is told by the other pipe.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on("error", () => {});
  return transport;
}
