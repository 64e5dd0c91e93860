import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { contentTypeOf } from "../content-types.ts";
import { programFile } from "../program.js";
import { rememberByText } from "../remember.ts";
import type { Reply } from "./serve.ts";

const here = new URL(".", import.meta.url);
const pdfjs = (name: string) => createRequire(import.meta.url).resolve(`pdfjs-dist/legacy/build/${name}`);

/** What the page itself consists of, by its path. */
const assets: Record<string, () => Promise<string | Uint8Array>> = {
  "": () => readFile(new URL("page.html", here)),
  "page.css": () => readFile(new URL("page.css", here)),
  "page.js": async () => readFile(await programFile("preview.js")),
  "pdf.min.mjs": () => readFile(pdfjs("pdf.min.mjs")),
  "pdf.worker.min.mjs": () => readFile(pdfjs("pdf.worker.min.mjs")),
};

// The pages of the web edition, in their frame, have a policy of their own.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

const read = rememberByText((path) => assets[path]!());

/** Returns a part of the page by its path, the page itself for an empty one; undefined if it is no part of it. */
export async function findAsset(path: string): Promise<Reply | undefined> {
  if (!Object.hasOwn(assets, path)) return undefined;
  return { status: 200, type: contentTypeOf(path || "page.html"), body: await read(path), policy };
}
