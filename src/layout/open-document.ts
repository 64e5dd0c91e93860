import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { contentTypeOf } from "../content-types.ts";
import { inPageScript } from "./in-page-script.ts";
import type { HTTPRequest, Page } from "./launch-browser.ts";

/** The files that a document may load, by path: `pamphlet.html`, `fonts/x.woff2`. */
export type Files = Map<string, string | Uint8Array>;

/** An address that no network has (RFC 2606, 2). */
const origin = "http://pamphlet.invalid";

// paged.js fetches the stylesheets itself (connect-src) and puts them back as inline styles.
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

// pagedjs-cli brings paged.js as one script for the browser. Its own Printer is not used (see ARCHITECTURE.md).
const pagedScript = readFileSync(
  path.join(path.dirname(createRequire(import.meta.url).resolve("pagedjs-cli")), "../dist/browser.js"),
  "utf8",
);

/**
 * Prepares an empty page for openDocument(). Every document that is opened in it has paged.js, which waits to be called,
 * and the functions of in-page/.
 */
export async function preparePage(page: Page): Promise<void> {
  const scripts = ["window.PagedConfig = { auto: false };", pagedScript, await inPageScript()];
  await Promise.all([
    page.emulateMediaType("print"),
    page.setRequestInterception(true),
    page.evaluateOnNewDocument(scripts.join("\n")),
  ]);
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
