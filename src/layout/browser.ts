import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { MachineError } from "../errors.ts";
import { isAlive } from "../output/lock.ts";
import puppeteer, { type Browser, type HTTPRequest, type Page } from "puppeteer-core";
import { findBrowser, type FoundBrowser } from "./find-browser.ts";
import { inPageScript } from "./in-page-script.ts";

export type { Page };

/** The files that a document may load, by path: `pamphlet.html`, `fonts/x.woff2`. */
export type Files = Map<string, string | Uint8Array>;

/** One browser for a whole build. */
export interface SharedBrowser {
  /**
   * Opens a document in a page that can load the given files, and nothing else from disk or network. The functions of
   * in-page/ can be called in it.
   */
  open(document: string, files: Files): Promise<Page>;
  version(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts the browser. Throws a MachineError with the reason and what to do if there is none, or if it does not start.
 */
export async function startBrowser(): Promise<SharedBrowser> {
  const found = await findBrowser();
  const profile = makeProfile();
  const browser = await launch(found, profile);
  return {
    open: (document, files) => open(browser, document, files),
    version: () => browser.version(),
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const browserArguments = [
  "--font-render-hinting=none",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--force-color-profile=srgb",
  // Chromium does not start its sandbox for the superuser, and programs in containers often run as the superuser.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

async function launch({ executable, from, environment }: FoundBrowser, profile: string): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath: executable,
      headless: "shell",
      env: { ...process.env, ...environment },
      // Over a pipe, which closes when this process ends in whatever way; the browser then ends too. Signals end this
      // process as they do any other.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      userDataDir: profile,
      // In ms; 0 is no limit. Puppeteer's own limit of 180 s stopped documents of 2000 pages.
      protocolTimeout: 0,
      args: browserArguments,
    });
  } catch (error) {
    rmSync(profile, { recursive: true, force: true });
    throw new MachineError(
      `Cannot print: the browser “${executable}” (${from}) does not start. ` +
        `${await findReason(executable, environment, error as Error)}\n` +
        "Install what it misses, or set PAMPHLET_BROWSER to the path of another Chrome, Chromium or Edge.",
      { cause: error },
    );
  }
}

const profilePrefix = "pamphlet-profile-";

// Makes a folder for what the browser keeps while it runs. Those of killed processes, whose numbers are in their names,
// are removed.
function makeProfile(): string {
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = new RegExp(`^${profilePrefix}(\\d+)-`).exec(name) ?? [];
    if (owner !== undefined && !isAlive(Number(owner)))
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(path.join(tmpdir(), `${profilePrefix}${process.pid}-`));
}

/** How long a browser that does not start may take to say why, in ms; one that starts opens an empty page at once. */
const mostReasonMs = 10_000;

/** The last lines of what a browser prints: the reason why it ended is at the end. */
const mostReasonLines = 5;

// Over a pipe nobody hears what the browser prints. So it is started once more, for its reason alone.
async function findReason(executable: string, environment: Record<string, string>, error: Error): Promise<string> {
  try {
    await promisify(execFile)(executable, [...browserArguments, "--headless", "--dump-dom", "about:blank"], {
      env: { ...process.env, ...environment },
      timeout: mostReasonMs,
    });
  } catch (failure) {
    const printed = String((failure as { stderr?: string }).stderr ?? "").trim();
    if (printed !== "") return printed.split("\n").slice(-mostReasonLines).join("\n");
  }
  return error.message;
}

/** An address that no network has (RFC 2606, 2). */
const origin = "http://pamphlet.invalid";

// paged.js fetches the stylesheets itself (connect-src) and puts them back as inline styles.
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

const contentTypes: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  woff2: "font/woff2",
};

async function open(browser: Browser, document: string, files: Files): Promise<Page> {
  const page = await browser.newPage();
  await page.emulateMediaType("print");
  await page.setRequestInterception(true);
  page.on("request", (request) => void answer(request, files));
  await page.evaluateOnNewDocument(await inPageScript());
  await page.goto(`${origin}/${document}`, { waitUntil: "load", timeout: 0 });
  return page;
}

function answer(request: HTTPRequest, files: Files): Promise<void> {
  const url = new URL(request.url());
  const path = url.origin === origin ? decodeURIComponent(url.pathname.slice(1)) : "";
  const body = files.get(path);
  if (body === undefined) return request.abort();
  const contentType = contentTypes[path.split(".").at(-1)!] ?? "application/octet-stream";
  return request.respond({ status: 200, contentType, body, headers: { "content-security-policy": policy } });
}
