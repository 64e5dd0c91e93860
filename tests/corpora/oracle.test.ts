import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeEpub } from "../../src/editions/epub.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { load } from "../../src/load/index.ts";
import type { Publication } from "../../src/publication.ts";
import { readDocuments } from "../support/book.ts";
import { composeDocument, plainWords } from "../support/commonmark.ts";
import { hard } from "../support/hard.ts";
import { asRead } from "../support/mutate.ts";
import { random } from "../support/random.ts";
import { textOfHtml, type Part } from "../support/spots.ts";
import { compilePages } from "../support/web.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

// The program reads the source and the files that it made with the same parsers. A fault of these parsers would be the
// same on both sides of its comparison, and verify could not see it. So this test reads the source with commonmark.js
// and the files with parse5, which the program does not use.

const temporary = temporaryFolder();

const seeds = Array.from({ length: hard ? 25 : 2 }, (_, index) => 101 + index);
const prose: Part = ({ classes }) => classes.includes("prose");

describe("read with other parsers, EPUB and web edition have the words of the source", () => {
  it("in the publication in statements/", async () => {
    const publication = (await load("statements")).publication!;
    // CommonMark has neither notes nor attributes.
    const plain = publication.statements.filter(({ body }) => !body.includes("[^"));
    const bodies = new Map(plain.map(({ slug, body }) => [slug, body.replace(/^\{:[^}]*\}$/gm, "")]));
    expect(bodies.size).toBeGreaterThan(5);
    expect(differences(await readBoth(publication, bodies))).toEqual([]);
  });

  it.each(seeds)("in documents composed of CommonMark's examples, seed %i", async (seed) => {
    const chance = random(seed);
    const bodies = new Map(
      Array.from({ length: 20 }, (_, index) => [`document-${index + 1}`, composeDocument(chance)]),
    );
    const folder = path.join(temporary, String(seed));
    writePublication(
      folder,
      [...bodies].map(([slug, body]) => ({ slug, title: slug, body, source: `${slug}\n\n${plainWords(body)}` })),
    );
    expect(differences(await readBoth((await load(folder)).publication!, bodies))).toEqual([]);
  });
});

interface Both {
  slug: string;
  source: string;
  made: Record<string, string>;
}

async function readBoth(publication: Publication, bodies: Map<string, string>): Promise<Both[]> {
  const [book] = await makeEpub({
    publication,
    made: [],
    documents: () => compile(publication, "epub", []),
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });
  const documents = await readDocuments(book!.bytes);
  const web = await compilePages(publication, []);
  return [...bodies].map(([slug, body]) => ({
    slug,
    source: normalize(plainWords(body, ".")),
    made: {
      epub: normalize(textOfHtml(documents.get(`OEBPS/text-${slug}.xhtml`)!, prose)),
      web: normalize(textOfHtml(web.get(`${slug}.html`)!, prose)),
    },
  }));
}

// Where each text first differs from its source, with 40 characters before and after.
function differences(all: Both[]): string[] {
  return all.flatMap(({ slug, source, made }) =>
    Object.entries(made).flatMap(([edition, text]) => {
      if (text === source) return [];
      const at = source.split("").findIndex((character, index) => text[index] !== character);
      const here = (text: string) => text.slice(Math.max(0, at - 40), at + 40);
      return [`${slug}, ${edition}: “${here(source)}” became “${here(text)}”`];
    }),
  );
}

// Typography may set three dots as one character.
function normalize(text: string): string {
  return asRead(text).replaceAll("...", "…");
}
