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
    [
      "a rule, a table and an image",
      "***\n\n| a | b |\n|---|---|\n| c | d |\n\n![x](y.png)",
      "* * *\n\na     b\n---   ---\nc     d",
    ],
    [
      "a table, with numbers aligned at the decimal mark",
      "| Item | Cost |\n|---|---|\n| Tea | 12.50 |\n| Hall | 7 |\n| Paper | 1,340.5 |",
      "Item        Cost\n-----   --------\nTea        12.50\nHall        7\nPaper   1,340.5",
    ],
    [
      "a table without heads, and rows without words",
      "| | |\n|---|---|\n| Name | |\n| | |",
      "----   ---\nName\n\n----   ---",
    ],
    [
      "a table with long cells",
      "| Who | What |\n|---|---|\n| First | Words that need more than a line |\n| Second | Few |",
      "Who      What\n------   ---------------------\nFirst    Words that need more\n         than a line\n\nSecond   Few\n------   ---------------------",
    ],
    [
      "a table that has no room, a cell below the other",
      "| One | Two | Three |\n|---|---|---|\n| wordsofall | anotherword | thelastwords |\n| a | | b |",
      "One\n  Two\n  Three\n\nwordsofall\n  anotherword\n  thelastwords\n\na\n  b",
    ],
    [
      "tables inside lists and quotations",
      "- Words\n\n  | A | B |\n  |---|---|\n  | c | d |\n\n> | A | B |\n> |---|---|\n> | c | d |",
      "• Words\n\n  A     B\n  ---   ---\n  c     d\n\n> A     B\n> ---   ---\n> c     d",
    ],
    [
      "a programme, with its times in a column",
      "- 9:30 Doors open\n- **10:00** A session which is longer than a line\n- 19:00\n\nText.",
      " 9:30  Doors open\n10:00  A session which is\n       longer than a line\n19:00\n\nText.",
    ],
    [
      "a credit in a line below the caption",
      '![x](y.png "A caption")\n\nPhoto: z\n{: .credit }\n\nText.',
      "A caption\nPhoto: z\n\nText.",
    ],
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

describe("a table of plain text", () => {
  // A cell has several lines, so words of different cells are in one line.
  const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
  const body = `| Who | What | Number |\n|---|---|---|\n| ${long} | ${long} [site](https://a.example/) | 1 |\n| – | x | 2 |\n`;
  const others = `- | Who | What |\n  |---|---|\n  | ${long} | ${long} |\n\n> | Who | What |\n> |---|---|\n> | ${long} | ${long} |\n`;
  const code = "```\n---   ---\na     b\nc     d\n---   ---\n```\n";

  const verifyChanged = async (body: string, from: string | RegExp, to: string) => {
    const publication = publicationOf([{ slug: "one", title: "A Title", body }]);
    const files = (await makeTexts(publication)).filter(({ path }) => path === "text/one.txt");
    const text = readText(files, "text/one.txt");
    expect(text.replace(from, to)).not.toBe(text);
    return verifyPlainText(
      publication,
      files.map((file) => ({ ...file, bytes: Buffer.from(text.replace(from, to)) })),
    );
  };

  it.each([
    ["by itself", body],
    ["in a list and in a quotation", others],
    ["that is code", code],
  ])("is read cell by cell: %s", async (_, body) => {
    expect(await verifyChanged(body, /$/, "\n")).toEqual([]);
  });

  it.each([
    ["a word of a cell is lost", /seven/, "     "],
    ["two words of a cell have changed places", /one two/, "two one"],
    ["a word has come into the cell beside it", /two(.*?)   (one)/, "$1      two one"],
    ["the words of a cell are twice there", /–/, "– –"],
    ["a dash alone in its cell is lost", /–/, " "],
  ])("is verified: %s", async (_, from, to) => {
    expect(await verifyChanged(body, from, to)).toHaveLength(1);
  });
});
