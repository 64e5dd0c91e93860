import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { startReader } from "../support/reader.ts";

// What servers compress: other files are compressed already.
const textTypes: Record<string, string> = { html: "text/html", css: "text/css", svg: "image/svg+xml" };
const otherTypes: Record<string, string> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  woff2: "font/woff2",
};

/** A usual screen, in CSS pixels; the browser chooses the images for it. */
const screen = { width: 1280, height: 800 };

/**
 * Returns the bytes of all files that a browser loads when it shows the index of a web edition for the first time, by
 * name: HTML, style sheet and SVG as gzip makes them, fonts and images as they are; without the headers of HTTP.
 */
export async function weighFirstVisit(web: string): Promise<Record<string, number>> {
  const sent: Record<string, number> = {};
  const server = createServer(({ url = "" }, response) => {
    const name = new URL(url, "http://x").pathname.slice(1);
    const file = path.join(web, name);
    if (!existsSync(file)) return void response.writeHead(404).end();
    const ending = path.extname(name).slice(1);
    const isText = ending in textTypes;
    const body = isText ? gzipSync(readFileSync(file)) : readFileSync(file);
    sent[name] = body.byteLength;
    const type = textTypes[ending] ?? otherTypes[ending] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, ...(isText && { "content-encoding": "gzip" }) }).end(body);
  }).listen(0, "127.0.0.1");
  const browser = await startReader();
  try {
    const page = await browser.newPage();
    await page.setViewport(screen);
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/index.html`, { waitUntil: "networkidle0" });
  } finally {
    await browser.close();
    server.close();
  }
  return sent;
}
