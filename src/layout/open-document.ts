import { inPageScript } from "./in-page-script.ts";
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

/**
 * Opens a document in an empty page, which can load the given files, and nothing else from disk or network. The
 * functions of in-page/ can be called in it.
 */
export async function openDocument(page: Page, document: string, files: Files): Promise<void> {
  await page.emulateMediaType("print");
  await page.setRequestInterception(true);
  page.on("request", (request) => void answer(request, files));
  await page.evaluateOnNewDocument(await inPageScript());
  await page.goto(`${origin}/${document}`, { waitUntil: "load", timeout: 0 });
}

function answer(request: HTTPRequest, files: Files): Promise<void> {
  const url = new URL(request.url());
  const path = url.origin === origin ? decodeURIComponent(url.pathname.slice(1)) : "";
  const body = files.get(path);
  if (body === undefined) return request.abort();
  const contentType = contentTypes[path.split(".").at(-1)!] ?? "application/octet-stream";
  return request.respond({ status: 200, contentType, body, headers: { "content-security-policy": policy } });
}
