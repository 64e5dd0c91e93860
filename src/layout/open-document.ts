import { readFile } from "node:fs/promises";
import { contentTypeOf } from "../content-types.ts";
import { programFile } from "../program.js";
import type { HTTPRequest, Page } from "./launch-browser.ts";

/** The files that a document may load, by path: `pamphlet.html`, `fonts/x.woff2`. */
export type Files = Map<string, string | Uint8Array>;

/** An address that no network has (RFC 2606, 2). */
const origin = "http://pamphlet.invalid";

// paged.js fetches the stylesheets itself (connect-src) and puts them back as inline styles.
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

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
  const headers = { "content-security-policy": policy };
  return request.respond({ status: 200, contentType: contentTypeOf(name), body, headers });
}
