import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "./find-browser.ts";

export type { Page };

/** The files that a document may ask for, by path: `pamphlet.html`, `fonts/x.woff2`. */
export type Files = Map<string, string | Uint8Array>;

/** One browser for a whole build. */
export interface PrintShop {
  /**
   * Opens a document in a page that is shut in: it gets the given files and nothing else, from no disk and no network.
   */
  open(document: string, files: Files): Promise<Page>;
  version(): Promise<string>;
  close(): Promise<void>;
}

const origin = "http://pamphlet.invalid/";

const types: Record<string, string> = {
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

// paged.js fetches the sheets itself (connect-src) and puts them back as inline styles.
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

/** Starts the browser. Throws, saying what to do, if there is none or it does not start. */
export async function startBrowser(): Promise<PrintShop> {
  const found = await findBrowser();
  const browser = await puppeteer
    .launch({
      executablePath: found.executable,
      headless: "shell",
      env: { ...process.env, ...found.environment },
      protocolTimeout: 0,
      args: [
        "--font-render-hinting=none",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--disable-background-networking",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--force-color-profile=srgb",
        // Chromium refuses its sandbox to the superuser, as whom containers often run.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    })
    .catch((error: Error) => {
      throw new Error(`Cannot print: ${found.executable} (${found.from}) does not start. ${error.message}`, {
        cause: error,
      });
    });
  return {
    open: (document, files) => open(browser, document, files),
    version: () => browser.version(),
    close: () => browser.close(),
  };
}

async function open(browser: Browser, document: string, files: Files): Promise<Page> {
  const page = await browser.newPage();
  await page.emulateMediaType("print");
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const path = decodeURIComponent(
      request
        .url()
        .replace(origin, "")
        .replace(/[?#].*$/, ""),
    );
    const body = request.url().startsWith(origin) ? files.get(path) : undefined;
    if (body === undefined) return void request.abort();
    const contentType = types[path.split(".").at(-1)!] ?? "application/octet-stream";
    void request.respond({ status: 200, contentType, body, headers: { "content-security-policy": policy } });
  });
  await page.goto(origin + document, { waitUntil: "load", timeout: 0 });
  return page;
}
