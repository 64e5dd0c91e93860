import { describe, expect, it } from "vitest";
import { check } from "../../src/check/index.ts";
import { forBook } from "../../src/compile/for-book.ts";
import { forPrint } from "../../src/compile/for-print.ts";
import { forWeb } from "../../src/compile/for-web.ts";
import { findExcess } from "../../src/load/limits.ts";
import { readOwnText } from "../../src/markdown/passages.ts";
import { parseMarkdown } from "../../src/markdown/parse.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import { readStrands } from "../../src/markdown/strands.ts";
import { findPassageLanguages } from "../../src/publication.ts";
import { hard } from "../support/hard.ts";
import { statementOf } from "../support/publication.ts";

/** Does all that happens to a text before the browser gets it, if loading does not refuse it. */
function processText(body: string): void {
  const text = statementOf({ body });
  if (findExcess(text)) return;
  findPassageLanguages(body);
  readOwnText(parseMarkdown(text).tokens);
  const { body: words, notes } = readStrands(text);
  text.source!.document = [...words, ...notes.flat()].map(({ text }) => text).join(" ");
  if (check({ texts: [text], statements: [text], images: [] }).length > 0) return;
  const html = renderHtml(text);
  forPrint(html, text, { notesAtFoot: true, hyphens: true });
  forWeb(html, 2, []);
  forBook(html, []);
}

/** Measures the time that the processor works for this process, in ms: other programs on the machine do not count. */
function measure(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const repeat = (unit: string) => (count: number) => `word ${unit.repeat(count)} word\n`;
const number = (unit: (index: number) => string) => (count: number) =>
  Array.from({ length: count }, (_, index) => unit(index)).join("");

// Each makes a text from a number. Most are known from the test suites of Markdown parsers; each of the others took
// time with the square of its length once.
const patterns: [name: string, write: (count: number) => string, count: number][] = [
  ["words", repeat("word "), 5000],
  ["one word", (count) => `${"a".repeat(count)}\n`, 20_000],
  ["paragraphs", (count) => "Some words.\n\n".repeat(count), 600],
  ["opening brackets", repeat("["), 5000],
  ["opening images", repeat("!["), 5000],
  ["closing brackets", repeat("a] "), 5000],
  ["asterisks", repeat("*"), 5000],
  ["underscores before words", repeat("_a "), 5000],
  ["strong and not", repeat("a**b c* "), 2000],
  ["emphasis of two kinds, not closed", repeat("*a _b "), 3000],
  ["a row of backticks", repeat("`"), 7000],
  ["longer and longer rows of backticks", number((index) => `e${"`".repeat(Math.min(index, 150))}`), 100],
  ["code", repeat("`a` "), 1000],
  ["opening tags", repeat("<a "), 5000],
  ["comments", repeat("<!--a-->"), 3000],
  ["links that begin", repeat("[a]("), 5000],
  ["links in angle brackets that begin", repeat("[a](<b "), 4000],
  ["links", repeat("[a](https://example.org) "), 1000],
  ["links to nowhere", repeat("[a](b) "), 2000],
  ["attributes that begin", repeat("{: "), 200],
  ["slogans", (count) => "- a\n- b\n{: .slogans }\n\n".repeat(count), 200],
  ["signatures", (count) => "a\n{: .signature }\n\n".repeat(count), 500],
  ["classes without a meaning", (count) => "a\n{: .wrong }\n\n".repeat(count), 500],
  ["lists", (count) => "- a\n* b\n".repeat(count), 200],
  ["quotations", (count) => `${">".repeat(count)} a\n`, 5000],
  ["rows of a table", (count) => `|a|b|\n|-|-|\n${"|c|d|\n".repeat(count)}`, 250],
  ["marks of one note", (count) => `${"word[^1] ".repeat(count)}\n\n[^1]: The note.\n`, 1000],
  ["notes without marks", (count) => `word\n\n${number((index) => `[^${index}]: a\n\n`)(count)}`, 1000],
  ["empty lines", (count) => `a\n${"\n".repeat(count)}b\n`, 10_000],
  ["spaces", (count) => `a${" ".repeat(count)}b\n`, 20_000],
  ["non-joiners", (count) => `a${"\u200c".repeat(count)}b\n`, 10_000],
  ["quotes", repeat('"a '), 5000],
  ["addresses that are no links", repeat("://"), 10_000],
];

describe("a text is read, checked and compiled in time proportional to its length", () => {
  it.each(patterns)("%s", (_, write, most) => {
    const count = hard ? most : most / 2;
    processText(write(count));
    const once = measure(() => processText(write(count)));
    const fourfold = measure(() => processText(write(4 * count)));
    // Time in proportion to the square would be 16 times as much. What is shorter than 50 ms is mostly chance.
    expect(fourfold).toBeLessThan(11 * Math.max(once, 50));
  });
});

describe("a text that would never end is refused before it is parsed", () => {
  it.each([
    ["brackets", repeat("[")(50_000), 1, "This block has 50,000 times the sign [, and the most is 30,000."],
    [
      "characters",
      `a\n\n${"word ".repeat(200_000)}\n`,
      3,
      "This block has 1,000,000 characters, and the most is 300,000.",
    ],
    [
      "a line without a space",
      "a".repeat(1_000_000),
      1,
      "This block has 1,000,000 characters, and the most is 300,000.",
    ],
    ["lines", "- a\n\n".repeat(50_000), 50_001, "This text has 100,001 lines, and the most is 50,000."],
    ["notes", number((index) => `[^${index}]: a\n`)(5001), 1, "This text has 5,001 notes, and the most is 5,000."],
    ["notes in the line", repeat("^[a] ")(5001), 1, "This text has 5,001 notes, and the most is 5,000."],
    [
      "attributes",
      repeat("[a]{: lang=fa } ")(1001),
      1,
      "This block has 1,001 attributes {: … }, and the most is 1,000.",
    ],
    [
      "columns",
      `a\n\n${"a|".repeat(2000)}\n${"-|".repeat(2000)}\n`,
      3,
      "This table has 2,000 columns, and the most is 100.",
    ],
  ])("%s", (_, body, line, message) =>
    expect(findExcess(statementOf({ body, bodyLine: 1 }))).toMatchObject({
      code: "text-long",
      place: { file: "text.md", line, column: 1 },
      message,
    }),
  );

  it("but a paragraph of 40,000 words is not", () =>
    expect(findExcess(statementOf({ body: "Words. ".repeat(40_000) }))).toBeUndefined());
});
