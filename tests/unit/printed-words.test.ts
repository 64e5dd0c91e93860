import { describe, expect, it } from "vitest";
import { provePages } from "../../src/verify/printed-pages.ts";
import { collectExpectedWords } from "../../src/verify/printed-words.ts";
import type { TextRun } from "../../src/inspect/pdf-text.ts";
import { publicationOf } from "../support/publication.ts";

const publication = publicationOf([
  {
    slug: "first",
    title: "The First Title",
    organisation: "A Group",
    body: "The words with which a text begins.[^1]\n\n1. An item\n\nThe last paragraph.\n\n[^1]: A note of it.\n",
  },
  { slug: "second", title: "Another", organisation: "A Second Group", body: "The words of the other text.\n" },
]);

const document = `<html><head><title>T</title></head><body>
  <section id="cover"><p>A Title</p><svg><text>drawn</text></svg></section>
  <nav id="contents"><h1>Contents</h1><p>The First Title <span data-page-of="first"></span></p><p>Another <span data-page-of="second"></span></p></nav>
  <article id="first"><span class="running-head">A Group</span><p>A Group</p><h1>The First Title</h1><div class="prose">(the text)</div></article>
  <article id="second"><p>A Second Group</p><h1>Another</h1><div class="prose">(the text)</div></article>
  <section id="sources"><h1>Sources</h1></section></body></html>`;
const said = collectExpectedWords(
  publication,
  document,
  new Map([
    ["first", 3],
    ["second", 5],
  ]),
);

const page = (...lines: string[]): TextRun[] =>
  lines.map((text, index) => ({
    text,
    x: 0,
    y: 500 - 20 * index,
    size: 10,
    upright: true,
    reversed: false,
    artifact: false,
    glyphs: text,
  }));
const pages = {
  cover: ["A Title"],
  contents: ["Contents", "The First Title 3", "Another 5"],
  first: ["A Group", "The First", "Title", "The words with which a text be\u00ad", "gins.1", "1 A note"],
  overleaf: ["1.", "An item", "The last paragraph.", "of it."],
  second: ["A Second Group", "Another", "The words of the other text."],
  sources: ["Sources"],
};
const read = (change: Partial<typeof pages> = {}) =>
  provePages(
    publication,
    said,
    Object.values({ ...pages, ...change }).map((lines) => page(...lines)),
    "x.pdf",
  );
const lost = (change: Partial<typeof pages>) =>
  read(change)
    .problems.map(({ place, message }) => `${place.file}:${place.line} ${message}`)
    .join();

describe("the pages of a PDF", () => {
  it("show all words of the document", () => expect(read().problems).toEqual([]));

  it("give the page on which each part begins, and the word with which each page begins", () => {
    const { startOf, pageStarts } = read();
    expect(Object.fromEntries(startOf)).toEqual({ cover: 1, contents: 2, first: 3, second: 5, sources: 6 });
    expect([...pageStarts].map(([page, word]) => [page, word.part, word.text, word.after])).toEqual([
      [1, "cover", "A", undefined],
      [2, "contents", "Contents", undefined],
      [3, "first", "A", undefined],
      [4, "first", "1.", 28],
      [5, "second", "A", undefined],
      [6, "sources", "Sources", undefined],
    ]);
  });

  it.each<[string, Partial<typeof pages>, string]>([
    [
      "a word of a text",
      { overleaf: ["1.", "An item", "The paragraph.", "of it."] },
      "first.md:9 “last” is missing from x.pdf, page 4, after “begins. An item The”: “",
    ],
    ["a letter", { overleaf: ["1.", "An item", "The last paragaph.", "of it."] }, "first.md:9 “paragraph.” is missing"],
    ["a word of a note", { overleaf: ["1.", "An item", "The last paragraph.", "it."] }, "“it."],
    ["the number of an item", { overleaf: ["2.", "An item", "The last paragraph.", "of it."] }, "“1.” is missing"],
    [
      "the mark of a note",
      { first: ["A Group", "The First", "Title", "The words with which a text begins.", "1 A note"] },
      "is missing",
    ],
    ["an organisation at the head of its text", { second: pages.second.slice(1) }, "second.md:2 “Second” is missing"],
    ["a part of a title", { first: pages.first.filter((line) => line !== "Title") }, "first.md:2 “Title” is missing"],
    ["a word of the contents", { contents: ["Contents", "The Title 3", "Another 5"] }, "“First” is missing"],
    ["the last page", { sources: [] }, "“Sources” is missing from x.pdf"],
  ])("are missed: %s", (_, change, message) => expect(lost(change)).toContain(message));

  it("may not repeat or add words", () => {
    expect(lost({ overleaf: [...pages.overleaf, "The last paragraph."] })).toContain("“The last paragraph.");
    expect(lost({ cover: ["A Title", "And more"] })).toContain("“And more");
  });

  it("are a problem of their own kind if the contents give a wrong page", () => {
    const [problem] = read({ contents: ["Contents", "The First Title 4", "Another 5"] }).problems;
    expect(problem).toMatchObject({ code: "page-number-wrong", place: { file: "first.md" } });
    expect(problem!.message).toContain("3");
  });
});

describe("the head of a table that goes on", () => {
  const table = (rows: string[]) => `| No. | Item |\n|---|---|\n${rows.map((row) => `| ${row} | |\n`).join("")}`;
  const provePagesOf = (body: string, ...pages: string[][]) => {
    const publication = publicationOf([{ slug: "one", title: "One", body }]);
    const document = '<html><body><article id="one"><div class="prose">(the text)</div></article></body></html>';
    const expected = collectExpectedWords(publication, document, new Map());
    const { problems, repeatedHeads } = provePages(
      publication,
      expected,
      pages.map((lines) => page(...lines)),
      "x.pdf",
    );
    expect(problems).toEqual([]);
    return [...repeatedHeads].map(
      ([page, heads]) =>
        `${page}: ${heads.map(({ words, isOptional }) => words.map(({ text }) => text).join(" ") + (isOptional ? "?" : "")).join(" | ")}`,
    );
  };

  it("is expected on each page on which it has rows, but the first", () => {
    const body = `${table(["first", "second", "third"])}\nThe end.\n`;
    expect(provePagesOf(body, ["No. Item", "first"], ["second"], ["third", "The end."])).toEqual([
      "2: No. Item",
      "3: No. Item",
    ]);
    expect(provePagesOf(body, ["No. Item", "first", "second", "third"], ["The end."])).toEqual([]);
  });

  it("may be on pages on which rows have no words", () => {
    const body = `${table(["first", "", ""])}\nThe end.\n`;
    expect(provePagesOf(body, ["No. Item", "first"], [], ["The end."])).toEqual(["2: No. Item?", "3: No. Item?"]);
  });

  it("is that of each table", () => {
    const body = `${table(["first", "second"])}\nBetween.\n\n${table(["third", "fourth"])}`;
    expect(provePagesOf(body, ["No. Item", "first"], ["second", "Between.", "No. Item", "third"], ["fourth"])).toEqual([
      "2: No. Item",
      "3: No. Item",
    ]);
  });
});
