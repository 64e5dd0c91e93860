import { describe, expect, it } from "vitest";
import { renderPlainText } from "../../src/text/plain.ts";
import { countColumns, wrapText } from "../../src/text/wrap.ts";
import { makeText } from "../../src/editions/text.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import type { Artifact } from "../../src/artifact.ts";
import type { Publication } from "../../src/publication.ts";
import { verifyPlainText } from "../../src/verify/plain-text.ts";
import { hostile, publicationOf } from "../support/publication.ts";

const renderPlain = (body: string) =>
  renderPlainText(renderHtml({ body, lang: "en", slug: "text" }), 30, "en").join("\n");

const makeTexts = (publication: Publication) =>
  makeText({
    publication,
    made: [],
    documents: () => Promise.reject(new Error("No document is needed.")),
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });

const readText = (files: Artifact[], path: string) =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);

describe("plain text", () => {
  it.each([
    [
      "paragraphs",
      'One "quoted" paragraph that is longer than a line.\n\nAnother\\\nof two lines.',
      "One “quoted” paragraph that is\nlonger than a line.\n\nAnother\nof two lines.",
    ],
    ["a heading", "## A *heading*\n\nText.", "A heading\n---------\n\nText."],
    [
      "lists",
      "- one\n- two\n  - inner\n\n3. three which is longer than a line\n4. four",
      "• one\n• two\n  • inner\n\n3. three which is longer than\n   a line\n4. four",
    ],
    ["a loose list", "- one\n\n- two", "• one\n\n• two"],
    ["a quotation", "> One.\n>\n> > Two.", "> One.\n>\n> > Two."],
    [
      "notes",
      "A text.[^1]\n\n[^1]: A note which is longer than a line.\n\n    And more.",
      "A text.[1]\n\n------------\n\n[1] A note which is longer\n    than a line.\n\n    And more.",
    ],
    ["code", "```\na  b\n  c\n```", "    a  b\n      c"],
    [
      "links",
      "[here](https://example.org/), <https://example.org>, [example.org](https://www.example.org/), <a@example.org>",
      "here <https://example.org/>,\nhttps://example.org,\nexample.org, a@example.org",
    ],
    ["a rule, a table and an image", "***\n\n| a | b |\n|---|---|\n| c | d |\n\n![x](y.png)", "* * *\n\na b\nc d"],
    [
      "the caption of an image",
      '![x](y.png "A *caption*")\n\nText ![x](y.png "one more") goes on.',
      "A *caption*\n\nText one more goes on.",
    ],
  ])("sets %s", (_, body, lines) => expect(renderPlain(body)).toBe(lines));
});

describe("lines", () => {
  it("are measured in columns: wide characters have two, combining and invisible ones none", () => {
    expect(countColumns("abc")).toBe(3);
    expect(countColumns("漢字")).toBe(4);
    expect(countColumns("サービス")).toBe(8);
    expect(countColumns("e\u0301\u00ad")).toBe(1);
    expect(countColumns("نه")).toBe(2);
  });

  it("break at spaces only, and never before a sign that a mail program would take for a quotation", () => {
    expect(wrapText("aaaa bbbb cccc", 9)).toEqual(["aaaa bbbb", "cccc"]);
    expect(wrapText("a https://example.org/long b", 10)).toEqual(["a", "https://example.org/long", "b"]);
    expect(wrapText("aaaa bbb > cccc", 9)).toEqual(["aaaa", "bbb >", "cccc"]);
    // In a script without spaces a line ends with a word; it never begins with a closing sign or ends with an opening
    // one.
    expect(wrapText("自由、正义与和平的（基础）。", 10)).toEqual(["自由、正义", "与和平的", "（基础）。"]);
    expect(wrapText("สิทธิมนุษยชน", 6)).toEqual(["สิทธิ", "มนุษยชน"]);
    expect(wrapText("见https://example.org/long。见", 10)).toEqual(["见", "https://example.org/long。", "见"]);
  });
});

describe("the text edition", () => {
  it("has a file of the whole and one of each statement, with every word, in lines of 72 columns", async () => {
    const files = await makeTexts(hostile);
    expect(files.map(({ path }) => path)).toEqual([
      "text/a-title.txt",
      "text/signs.txt",
      "text/farsi.txt",
      "text/punctuation.txt",
      "text/long.txt",
    ]);
    expect(await verifyPlainText(hostile, files)).toEqual([]);
    const lines = files.flatMap(({ path }) => readText(files, path).split("\n"));
    expect(lines.filter((line) => countColumns(line) > 72)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it("begins a statement with its organisation and ends it with its source", async () => {
    const publication = publicationOf([
      {
        slug: "one",
        title: "A Title & More",
        organisation: "A Group",
        author: "A. Person",
        date: "2020-01-03",
        url: "https://example.org",
        body: "Text.",
        corrections: [
          { source: "Txet", text: "Text" },
          { source: "twice", text: "" },
        ],
        origin: { published: "A Paper" },
      },
    ]);
    expect(readText(await makeTexts(publication), "text/one.txt")).toBe(
      "A Group\n\nA Title & More\n--------------\n\nA. Person\n3 January 2020\n\nText.\n\n------------\n\nPublished: A Paper\nhttps://example.org\nCorrections: “Text” for “Txet”; “twice” left out\n",
    );
  });

  it.each([
    ["a word lost", "the note", "the", "one.md:7:11"],
    ["a sentence twice", "A sentence of eight words and even more.", "$& $&", "one.md:5"],
    ["a title lost", "A Title", "A Tilte", "one.md:2:1"],
  ])("is verified: %s is a problem", async (_, from, to, place) => {
    const publication = publicationOf([
      { slug: "one", title: "A Title", body: "A sentence of eight words and even more.[^1]\n\n[^1]: the note\n" },
    ]);
    const files = (await makeTexts(publication)).filter(({ path }) => path === "text/one.txt");
    const changed = files.map((file) => ({
      ...file,
      bytes: Buffer.from(readText(files, file.path).replace(from, to)),
    }));
    const problems = await verifyPlainText(publication, changed);
    expect(problems.map(({ place }) => `${place.file}:${place.line}:${place.column}`).join()).toContain(place);
  });
});
