import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeEpub } from "../../src/editions/epub.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { load } from "../../src/load/index.ts";
import type { Publication } from "../../src/publication.ts";
import { documentsOf } from "../support/book.ts";
import { composed, plainWords } from "../support/commonmark.ts";
import { hard } from "../support/hard.ts";
import { asRead } from "../support/mutate.ts";
import { random } from "../support/random.ts";
import { textOfHtml, type Part } from "../support/spots.ts";
import { webEdition } from "../support/web.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

// A second witness: the words of the source by commonmark.js, those of what was made by parse5. Neither has a part in
// the program, which reads both with its own: a fault of that reading would be the same on both sides, and the proof
// would not see it.

const temporary = temporaryFolder();

const seeds = Array.from({ length: hard ? 25 : 2 }, (_, index) => 101 + index);
const prose: Part = ({ classes }) => classes.includes("prose");

describe("by other parsers than the program's, the words of the EPUB and the web edition are those of the source", () => {
  it("in the publication that comes with the program", async () => {
    const publication = (await load("statements")).publication!;
    // CommonMark has neither notes nor attributes.
    const plain = publication.statements.filter(({ body }) => !body.includes("[^"));
    const bodies = new Map(plain.map(({ slug, body }) => [slug, body.replace(/^\{:[^}]*\}$/gm, "")]));
    expect(bodies.size).toBeGreaterThan(5);
    expect(differences(await bothOf(publication, bodies))).toEqual([]);
  });

  it.each(seeds)("in documents composed of CommonMark's examples, seed %i", async (seed) => {
    const chance = random(seed);
    const bodies = new Map(Array.from({ length: 20 }, (_, index) => [`document-${index + 1}`, composed(chance)]));
    const folder = path.join(temporary, String(seed));
    writePublication(
      folder,
      [...bodies].map(([slug, body]) => ({ slug, title: slug, body, source: `${slug}\n\n${plainWords(body)}` })),
    );
    expect(differences(await bothOf((await load(folder)).publication!, bodies))).toEqual([]);
  });
});

interface Both {
  slug: string;
  source: string;
  made: Record<string, string>;
}

async function bothOf(publication: Publication, bodies: Map<string, string>): Promise<Both[]> {
  const [book] = await makeEpub({
    publication,
    made: [],
    documents: () => compile(publication, "epub", []),
    browser: () => Promise.reject(new Error("no browser is wanted")),
  });
  const documents = await documentsOf(book!.bytes);
  const web = new Map(
    (await webEdition(publication, [])).map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
  );
  return [...bodies].map(([slug, body]) => ({
    slug,
    source: level(plainWords(body, ".")),
    made: {
      epub: level(textOfHtml(documents.get(`OEBPS/text-${slug}.xhtml`)!, prose)),
      web: level(textOfHtml(web.get(`web/${slug}.html`)!, prose)),
    },
  }));
}

// Where each first parts from its source, with some words on either side.
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

// Three dots may be set as one sign.
function level(text: string): string {
  return asRead(text).replaceAll("...", "…");
}
