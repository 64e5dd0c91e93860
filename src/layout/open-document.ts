import { readFile } from "node:fs/promises";
import { programFile } from "../program.js";
import type { HTTPRequest, Page } from "./launch-browser.ts";

/** The files that a document may load, by path: `pamphlet.html`, `fonts/x.woff2`. */
export type Files = Map<string, string | Uint8Array>;

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

let scripts: Promise<string> | undefined;

/**
 * Prepares an empty page for openDocument(). Every document that is opened in it has paged.js, which waits to be called,
 * and the functions of in-page/.
 */
export async function preparePage(page: Page): Promise<void> {
  await Promise.all([
    page.emulateMediaType("print"),
    page.setRequestInterception(true),
    (scripts ??= readScripts()).then((script) => page.evaluateOnNewDocument(script)),
  ]);
}

// paged.js is the one that pagedjs-cli brings. Its own Printer is not used (see ARCHITECTURE.md).
async function readScripts(): Promise<string> {
  const read = ["paged.js", "in-page.js"].map(async (name) => readFile(await programFile(name), "utf8"));
  return ["window.PagedConfig = { auto: false };", ...(await Promise.all(read))].join("\n");
}

/** Opens a document in a prepared page, which can load the given files, and nothing else from disk or network. */
export async function openDocument(page: Page, document: string, files: Files): Promise<void> {
  page.on("request", (request) => void answer(request, files));
  await page.goto(`${origin}/${document}`, { waitUntil: "load", timeout: 0 });
}

function answer(request: HTTPRequest, files: Files): Promise<void> {
  const url = new URL(request.url());
  const name = url.origin === origin ? decodeURIComponent(url.pathname.slice(1)) : "";
  const body = files.get(name);
  if (body === undefined) return request.abort();
  const contentType = contentTypes[name.split(".").at(-1)!] ?? "application/octet-stream";
  return request.respond({ status: 200, contentType, body, headers: { "content-security-policy": policy } });
}
