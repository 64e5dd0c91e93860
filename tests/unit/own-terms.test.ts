import { beforeAll, describe, expect, it } from "vitest";
import { describeBook } from "../../src/epub/metadata.ts";
import { listDownloads } from "../../src/web/downloads.ts";
import { makeText } from "../../src/editions/text.ts";
import { compile, families, describeFile, type Family } from "../../src/compile/eleventy.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import { editionOf, makeArtifact } from "../../src/artifact.ts";
import { artifactKinds } from "../../src/artifact-kinds.ts";
import { termsOfLanguage } from "../../src/terms/index.ts";
import { countedTerms, termNames, type Term, type Terms } from "../../src/terms/en.ts";
import { hostile } from "../support/publication.ts";

// An editor's word for every term, each unlike any other. If a word of the program's own is still in a document, that
// document does not use the editor's.
const mark = (name: string) =>
  (countedTerms as readonly string[]).includes(name) ? { one: `#~${name}~`, other: `#~${name}~` } : `~${name}~`;
const ownTerms = Object.fromEntries(termNames.map((name) => [name, mark(name)])) as Terms;

// A preface and a last page without titles, so that the program names them.
const event = [{ title: "E", date: "2021-05-02", time: "14:00", place: "P" }];
const [preface, back] = ["preface", "back"].map((slug) => ({
  ...hostile.statements[0]!,
  slug,
  lang: "de",
  title: undefined,
}));
const statements = hostile.statements.map((statement, index) => ({
  ...statement,
  lang: "de",
  url: "https://example.org/own",
  origin: { published: "P" },
  corrections:
    index === 0
      ? [
          { source: "teh", text: "the" },
          { source: "twice", text: "" },
        ]
      : [],
}));
const publication = {
  ...hostile,
  publisher: undefined,
  language: "de",
  terms: ownTerms,
  event,
  preface,
  back,
  statements,
};
const files = artifactKinds
  .filter((kind) => editionOf(kind) !== "web" && kind !== "cover-image")
  .map((kind) => {
    const starts = [{ page: 4, id: "preface" }];
    return makeArtifact(kind, publication, new Uint8Array(2000), {
      ...(/^(?:leaflet|statement)/.test(kind) && { statement: "signs" }),
      ...(kind === "pamphlet" && { starts }),
      pages: 4,
      sheets: 2,
    });
  });

const sentences = termNames.filter(
  (name): name is Term =>
    typeof termsOfLanguage("de")[name] === "string" && (termsOfLanguage("de")[name] as string).split(" ").length > 2,
);

describe("an editor's terms replace the program's", () => {
  const documents = new Map<string, string>();
  beforeAll(async () => {
    for (const family of families)
      for (const [name, text] of await compile(publication, family, files.map(describeFile)))
        documents.set(`${family}/${name}`, text);
    for (const [name, text] of await compile({ ...publication, web: undefined }, "print"))
      documents.set(`print without an address/${name}`, text);
    const several = { ...publication, event: [...event, ...event] };
    for (const [name, text] of await compile(several, "web")) documents.set(`web with two events/${name}`, text);
    const browser = () => Promise.reject(new Error("No browser is needed."));
    const texts = await makeText({
      publication,
      made: [],
      documents: (family: Family) => compile(publication, family),
      browser,
    });
    for (const { path, bytes } of texts) documents.set(path, new TextDecoder().decode(bytes));
    documents.set("metadata", JSON.stringify(describeBook(publication, true, [1])));
    documents.set("downloads", JSON.stringify(listDownloads(files.map(describeFile), publication)));
  });

  it("in every document, and none of the program's is left over", () => {
    // The guide to printing is written out in each language, without terms.
    const left = [...documents].flatMap(([name, text]) =>
      sentences.filter((term) => text.includes(termsOfLanguage("de")[term])).map((term) => `${name}: ${term}`),
    );
    expect(left.filter((line) => !/^(guide|web)\/(how-to-print|print)\.html: howToPrint/.test(line))).toEqual([]);
    const all = [...documents.values()].join("\n");
    // The terms for links in a PDF are in no document.
    expect(termNames.filter((name) => !all.toLowerCase().includes(`~${name.toLowerCase()}~`))).toEqual([
      "note",
      "onPage",
    ]);
  });

  it("as text, whatever characters are in them", () => {
    const notes = renderHtml(
      { body: "Text.[^1]\n\n[^1]: Note.", lang: "en", slug: "text" },
      { ...termsOfLanguage("en"), notes: 'A "b" & <c>' },
    );
    expect(notes).toContain('aria-label="A &quot;b&quot; &amp; &lt;c&gt;"');
  });
});
