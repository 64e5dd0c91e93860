import { contentTypeOf } from "../content-types.ts";
import { findChanges } from "./changes.ts";
import { listBookDocuments, openBook, writeTexts } from "./edition-files.ts";
import { printLeaflet, printPages, type ShownPdf } from "./pages.ts";
import type { Version } from "./version.ts";
import { findWebFile } from "./web-files.ts";

/** A file for the browser. */
export interface ServedFile {
  type: string;
  body: string | Uint8Array;
}

type Make = (version: Version, name: string) => Promise<string | Uint8Array | undefined>;

/** What makes the files of a folder, by the beginning of their paths. */
const makers: [start: string, make: Make][] = [
  ["web/", findWebFile],
  ["epub/", async (version, name) => (await openBook(version)).get(name)],
  ["text/", async (version, name) => (await writeTexts(version)).get(name)],
  ["pages/leaflet-", (version, name) => partOf(name, (slug) => printLeaflet(version, slug))],
  ["pages/", (version, name) => partOf(name, (document) => printPages(version, document))],
  ["book.json", async (version) => JSON.stringify(await listBookDocuments(version))],
  ["changes.json", async (version) => JSON.stringify(await findChanges(version))],
];

/**
 * Makes a file that the page asks for, by its path: `web/index.html`; `pages/pamphlet.pdf`, and how it is shown,
 * `pages/pamphlet.json`. Returns undefined if there is no such file. Throws PublicationProblems if the publication
 * cannot be made, and a MachineError if the browser cannot be used.
 */
export async function makeFile(version: Version, file: string): Promise<ServedFile | undefined> {
  const name = file.endsWith("/") ? `${file}index.html` : file;
  const [start, make] = makers.find(([start]) => name.startsWith(start)) ?? [];
  const body = await make?.(version, name.slice(start!.length));
  return body === undefined ? undefined : { type: contentTypeOf(name), body };
}

// The PDF, or how it is shown.
async function partOf(
  file: string,
  print: (name: string) => Promise<ShownPdf | undefined>,
): Promise<string | Uint8Array | undefined> {
  const [, name, ending] = /^([\w-]+)\.(pdf|json)$/.exec(file) ?? [];
  const printed = name === undefined ? undefined : await print(name);
  return ending === "pdf" ? printed?.pdf : printed && JSON.stringify(printed.shown);
}
