import puppeteer, { ProtocolError, type Browser, type HTTPRequest, type Page } from "puppeteer-core";
import { MachineError } from "../errors.ts";
import { startProcess, whyNotRun, type BrowserProcess } from "./browser-process.ts";
import { findBrowser, type FoundBrowser } from "./find-browser.ts";
import { secondsToStart, watch } from "./patience.ts";
import { markHandled } from "../promises.ts";
import { makeProfile, removeProfile } from "./profile.ts";

export type { HTTPRequest, Page };

/** A browser that has started. */
export interface RunningBrowser {
  /** Opens an empty page, prepared for a document. */
  newPage(): Promise<Page>;
  /** Prepares a page ahead, which the next call of newPage() returns. */
  preparePage(): void;
  version(): Promise<string>;
  /** Why it runs without its sandbox, as the end of a sentence; undefined if it runs in it. */
  withoutSandbox: string | undefined;
  /** Resolves when it has ended: in which way, as the end of a sentence. */
  ended: Promise<string>;
  /** Kills it with all its processes. */
  kill(): void;
  /** Ends it, and removes what it has kept. */
  close(): Promise<void>;
  /** Returns whether it was killed or closed, so that it did not end by itself. */
  isGivenUp(): boolean;
}

/** Makes an empty page ready for documents. */
type Prepare = (page: Page) => Promise<void>;

/**
 * Starts a browser, in its sandbox wherever it can; `end` tells that it is no longer needed. Throws a MachineError with
 * the reason and what to do if there is none, or if it does not start.
 */
export async function launchBrowser(prepare: Prepare, end?: AbortSignal): Promise<RunningBrowser> {
  const found = await findBrowser();
  if (process.getuid?.() === 0) return launch(found, prepare, end, "Chromium refuses it to the superuser");
  try {
    return await launch(found, prepare, end);
  } catch (error) {
    if (error instanceof NotStarted && aboutSandbox.test(error.printed))
      return launch(found, prepare, end, "this system does not permit it");
    throw error;
  }
}

/** Returns whether an error arose because Puppeteer has lost the browser or the page, and not in the page's scripts. */
export function isBrowserFailure(error: unknown): error is Error {
  // For a page that is gone, Puppeteer also throws plain errors, such as “Navigating frame was detached”.
  return error instanceof ProtocolError || (error instanceof Error && /detached/i.test(error.message));
}

// What Chromium prints before it ends: that it has no usable sandbox, may not move into a new namespace, or has a helper
// without the rights that it needs.
const aboutSandbox = /sandbox|namespace|credentials\.cc/i;

const browserArguments = [
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--force-color-profile=srgb",
  // With a limit for old objects, in MB, V8 looks for garbage earlier (threads.ts), also for what Chromium keeps for it: of
  // 460 MB for 440 pages, 90 were garbage. The objects of paged.js are 10 MB for 440 pages.
  "--js-flags=--max-old-space-size=512",
];

class NotStarted extends MachineError {
  readonly printed: string;
  constructor({ executable, from }: FoundBrowser, how: string, printed: string) {
    super(
      `Cannot print: the browser “${executable}” (${from}) does not start: it ${how}.\n` +
        (printed && `It printed: ${printed}\n`) +
        "Install what it misses, or set PAMPHLET_BROWSER to the path of another Chrome, Chromium or Edge for this kind " +
        `of machine (${process.platform} ${process.arch}).`,
    );
    this.printed = printed;
  }
}

async function launch(
  found: FoundBrowser,
  prepare: Prepare,
  end?: AbortSignal,
  withoutSandbox?: string,
): Promise<RunningBrowser> {
  const seconds = secondsToStart();
  const profile = makeProfile();
  const words = puppeteer.defaultArgs({
    headless: "shell",
    userDataDir: profile,
    args: [...browserArguments, ...(withoutSandbox ? ["--no-sandbox"] : []), "--remote-debugging-pipe"],
  });
  let child: BrowserProcess;
  try {
    child = startProcess(found.executable, words, { ...process.env, ...found.environment });
  } catch (error) {
    removeProfile(profile);
    throw new NotStarted(found, whyNotRun(error), "");
  }
  let isGivenUp = false;
  const kill = () => {
    isGivenUp = true;
    child.kill();
  };
  const close = async () => {
    isGivenUp = true;
    await child.end();
    removeProfile(profile);
  };
  const browser = await connect(child, seconds, end);
  if (typeof browser !== "string") {
    const makePage = async (opened?: Page) => {
      const page = opened ?? (await browser.newPage());
      await prepare(page);
      return page;
    };
    // The first page, with which the browser begins, is prepared while the documents are compiled.
    let ready: Promise<Page> | undefined = markHandled(browser.pages().then(([page]) => makePage(page)));
    return {
      newPage: () => {
        const page = ready ?? makePage();
        ready = undefined;
        return page;
      },
      preparePage: () => void (ready ??= markHandled(makePage())),
      version: () => browser.version(),
      withoutSandbox,
      ended: child.ended,
      kill,
      close,
      isGivenUp: () => isGivenUp,
    };
  }
  await close();
  throw new NotStarted(found, browser, child.printed());
}

// Returns how the process ended if it did not answer.
async function connect(child: BrowserProcess, seconds: number, end?: AbortSignal): Promise<Browser | string> {
  let isLate = false;
  const limit = watch(seconds, () => {
    isLate = true;
    child.kill();
  });
  end?.addEventListener("abort", child.kill);
  if (end?.aborted) child.kill();
  // No limit for answers, in ms: that of Puppeteer, 180 s, stopped documents of 2000 pages.
  const connected = puppeteer.connect({ transport: child.transport, protocolTimeout: 0 }).catch((error: unknown) => {
    if (isBrowserFailure(error)) return child.ended;
    throw error;
  });
  try {
    const answer = await Promise.race([connected, child.ended]);
    return isLate ? `has given no answer for ${Math.ceil(seconds)} seconds` : answer;
  } finally {
    limit.stop();
    end?.removeEventListener("abort", child.kill);
  }
}
