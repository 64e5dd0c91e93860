import type { Artifact } from "../artifact.ts";
import { compile, describeFile, type Family } from "../compile/eleventy.ts";
import type { Context } from "../editions/edition.ts";
import { makeEpub } from "../editions/epub.ts";
import { makePamphlet } from "../editions/pamphlet.ts";
import { makeText } from "../editions/text.ts";
import { unpackZip } from "../zip.ts";
import { parseDocument, parseXml } from "../html/dom.ts";
import { remember } from "../remember.ts";
import type { BookDocument } from "./messages.ts";
import type { Version } from "./version.ts";

/** Makes the EPUB as a build does. Returns the files inside it, by path. */
export const openBook = remember(async (version: Version): Promise<Map<string, Uint8Array>> => {
  const made = await makePamphlet(contextOf(version));
  const [epub] = await makeEpub(contextOf(version, made));
  return unpackZip(epub!.bytes);
});

/** Lists the documents of the EPUB in the order of its spine. */
export async function listBookDocuments(version: Version): Promise<BookDocument[]> {
  const files = await openBook(version);
  const read = (name: string) => new TextDecoder().decode(files.get(`OEBPS/${name}`));
  const $ = parseXml(read("content.opf"));
  return $("spine itemref")
    .toArray()
    .flatMap((entry) =>
      $("manifest item")
        .filter((_, item) => $(item).attr("id") === $(entry).attr("idref"))
        .toArray(),
    )
    .map((item) => {
      const name = $(item).attr("href")!;
      return { path: `OEBPS/${name}`, title: parseDocument(read(name))("title").text() };
    });
}

/** Makes the plain texts as a build does. Returns them by their names. */
export const writeTexts = remember(async (version: Version): Promise<Map<string, Uint8Array>> => {
  const made = await makeText(contextOf(version));
  return new Map(made.map(({ bytes, path }) => [path.replace(/^text\//, ""), bytes]));
});

function contextOf({ publication, browser }: Version, made: Artifact[] = []): Context {
  const documents = (family: Family) => compile(publication, family, made.map(describeFile));
  return { publication, made, browser, documents };
}
