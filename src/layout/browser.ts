import { MachineError } from "../errors.ts";
import { isBrowserFailure, launchBrowser, type Page, type RunningBrowser } from "./launch-browser.ts";
import { openDocument, preparePage, type Files } from "./open-document.ts";
import { inStage } from "../stages.ts";
import { secondsFor, watch } from "./patience.ts";
import { takeTurns } from "./turns.ts";

export type { Files, Page };

/** One browser for a whole build. */
export interface SharedBrowser {
  /**
   * Opens a document, when it is its turn, in a page that can load the given files and nothing else, and returns the
   * result of `work`, which uses the page. If the browser ends or gives no answer, it is replaced, and this is done once
   * more from the start. Throws a MachineError with the name of the document if that fails too.
   */
  withPage<Result>(document: string, files: Files, work: (page: Page) => Promise<Result>): Promise<Result>;
  /** Prepares a page ahead, so that the next document is open sooner. */
  prepare(): Promise<void>;
  version(): Promise<string>;
  /** Returns why it runs without its sandbox, as the end of a sentence; undefined if it runs in it. */
  withoutSandbox(): Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * Starts the browser; `end` tells that it is no longer needed, even if it has not started yet. Throws a MachineError
 * with the reason and what to do if there is none, or if it does not start.
 */
export async function startBrowser(end?: AbortSignal): Promise<SharedBrowser> {
  let current = launchBrowser(preparePage, end);
  await current;
  let isClosed = false;
  const takeTurn = takeTurns();
  const useBrowser: SharedBrowser["withPage"] = async (document, files, work) => {
    let isRepeated = false;
    for (;;) {
      const used = current;
      const browser = await used;
      const outcome = await attempt(browser, document, files, work);
      if ("result" in outcome) return outcome.result;
      if (isClosed) throw new Error("The browser has been closed.");
      if (outcome.failure) {
        if (isRepeated) throw new MachineError(`Cannot print “${document.replace(/\.html$/, "")}”: ${outcome.failure}`);
        isRepeated = true;
      }
      // Documents that were open in the same browser all come here; the first one replaces it.
      if (current === used) current = browser.close().then(() => launchBrowser(preparePage, end));
    }
  };
  return {
    withPage: (document, files, work) => takeTurn(sizeOf(document, files), () => useBrowser(document, files, work)),
    prepare: async () => (await current).preparePage(),
    version: async () => (await current).version(),
    withoutSandbox: async () => (await current).withoutSandbox,
    async close() {
      isClosed = true;
      await current.then(
        (browser) => browser.close(),
        // It did not start again, which those who used it were told.
        () => {},
      );
    },
  };
}

/** The result, or that the browser was lost: with the reason, unless another document was the reason. */
type Outcome<Result> = { result: Result } | { failure?: string };

async function attempt<Result>(
  browser: RunningBrowser,
  document: string,
  files: Files,
  work: (page: Page) => Promise<Result>,
): Promise<Outcome<Result>> {
  let failure: string | undefined;
  const giveUp = (reason: string): void => {
    failure ??= reason;
    browser.kill();
  };
  const seconds = secondsFor(sizeOf(document, files));
  const limit = watch(seconds, () => giveUp(standsStill(seconds)));
  const usePage = async (): Promise<Outcome<Result>> => {
    const page = await inStage(`wait for a page for ${document}`, () => browser.newPage());
    page.on("error", ({ message }) => giveUp(hasEnded(message)));
    // A leaflet is loaded again for each size of its type.
    page.on("load", limit.restart);
    try {
      await inStage(`open ${document}`, () => openDocument(page, document, files));
      return { result: await work(page) };
    } finally {
      await page.close();
    }
  };
  const untilEnd = browser.ended.then((how) => {
    if (!browser.isGivenUp()) failure ??= hasEnded(how);
    throw new Error("The browser has ended.");
  });
  try {
    return await Promise.race([usePage(), untilEnd]);
  } catch (error) {
    if (failure !== undefined) return { failure };
    if (browser.isGivenUp()) return {};
    if (isBrowserFailure(error)) return { failure: hasEnded(error.message) };
    throw error;
  } finally {
    limit.stop();
  }
}

function sizeOf(document: string, files: Files): number {
  return Buffer.byteLength(files.get(document) ?? "");
}

function standsStill(seconds: number): string {
  return (
    `the browser gave no answer for ${Math.ceil(seconds)} seconds, and was started anew in vain. End other programs ` +
    "and try again; if this machine is slow, set the environment variable PAMPHLET_PATIENCE to 10 to wait ten times as " +
    "long."
  );
}

function hasEnded(how: string): string {
  return (
    `the browser ended before its time (${how.replace(/\.$/, "")}), probably because memory ran out, and was started ` +
    "anew in vain. End other programs and try again."
  );
}
