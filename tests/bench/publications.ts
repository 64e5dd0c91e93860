import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { collectPrintFiles } from "../../src/layout/files.ts";
import { longText } from "../support/long.ts";
import { plainSource, writePublication } from "../support/write-publication.ts";

/** A publication of invented texts. */
export interface LongPublication {
  folder: string;
  texts: { title: string; body: string }[];
}

// How many paragraphs make so many pages of A5: as measured, and for 2,000 pages worked out from 110 and 440. If the type
// or the margins change, these numbers do too.
const paragraphsFor: Record<number, number> = { 22: 55, 110: 515, 440: 2245, 2000: 10_480 };

// A pamphlet with other pages than it is said to have would be compared with the wrong goal.
const tolerance = 0.03;

/**
 * Writes a publication of so many pages: ten statements, each with a heading, and a note for every second page. They
 * are of ten lengths, because ten equal ones would all grow by a page at once.
 */
export function writePages(folder: string, pages: number): LongPublication {
  const texts = Array.from({ length: 10 }, (_, index) => {
    // From 5.5 to 14.5 per cent, 100 together.
    const share = (index + 5.5) / 100;
    const body = longText(Math.round(paragraphsFor[pages]! * share), Math.round((pages / 2) * share));
    return { title: `Fixture text ${index + 1}`, body };
  });
  const statements = texts.map(({ title, body }, index) => ({
    slug: `text-${index + 1}`,
    title,
    body,
    source: `${title}\n\n${plainSource(body)}`,
  }));
  return { folder: writePublication(folder, statements), texts };
}

/** Returns the pages of the pamphlet in a build. Throws an Error if they are not about as many as were wanted. */
export function countPages(build: string, wanted: number): number {
  const { files } = JSON.parse(readFileSync(path.join(build, "manifest.json"), "utf8")) as {
    files: { kind: string; pages?: number }[];
  };
  const pages = files.find(({ kind }) => kind === "pamphlet")?.pages ?? 0;
  if (Math.abs(pages - wanted) > wanted * tolerance)
    throw new Error(`The pamphlet of ${wanted} pages has ${pages}. Correct the paragraphs in publications.ts.`);
  return pages;
}

/** Writes the print document of a publication with all that it loads, and returns its path. */
export async function writePrintDocument(publication: string, folder: string): Promise<string> {
  const loaded = await loadAndCheck(path.resolve(publication));
  for (const [file, content] of collectPrintFiles(loaded, await compile(loaded, "print"))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return path.join(folder, "pamphlet.html");
}
