import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { Artifact } from "../../src/artifact.ts";
import { readingOf } from "../../src/verify/readings.ts";
import { hard } from "../support/hard.ts";
import { longText } from "../support/long.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { plainSource, writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

/** Builds the pamphlet of one text and counts its pages. A build fails if a word is lost: no test says so again. */
async function countPages(name: string, body: string, source?: string): Promise<number> {
  return (await buildPamphlet(name, body, source)).pages!;
}

async function buildPamphlet(name: string, body: string, source?: string): Promise<Artifact> {
  const folder = writePublication(path.join(temporary, name), [{ slug: "text", body, source }]);
  const artifacts = await build({ folder, out: `${folder}-out`, only: ["pamphlet"] });
  return artifacts.find(({ path }) => path.endsWith("-a5.pdf"))!;
}

describe("no word is lost", () => {
  const [pages, notes] = hard ? [120, 300] : [40, 100];
  it(`on more than ${pages} pages with ${notes} notes`, async () => {
    expect(await countPages("notes", longText(4 * pages, notes))).toBeGreaterThan(pages);
  });

  it("wherever on its page a note has its mark, down to the last line", async () => {
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const statements = ["The note.", longText(1, 0), longText(4, 0).replaceAll("\n\n", " ")].flatMap((note, length) =>
      range(20, 34).map((lines) => ({
        slug: `text-${length}-${lines}`,
        body: [
          ...range(1, lines).map((line) => `Line ${line}.`),
          "The mark.[^1]",
          "After it.",
          "And more.",
          `[^1]: ${note.trim()}\n`,
        ].join("\n\n"),
      })),
    );
    const folder = writePublication(path.join(temporary, "marks"), statements);
    const made = await build({ folder, out: `${folder}-out`, only: ["pamphlet", "large-print"] });
    expect(made.map(({ kind }) => kind)).toContain("large-print");
  });

  it("when notes fill most of a page and the same sentences repeat", async () => {
    const again = (index: number, sentence: string) => `${sentence} `.repeat(1 + (index % 9));
    const texts = Array.from(
      { length: 60 },
      (_, index) =>
        `The same sentence again. ${again(index, "No war but the class war.")}The same sentence again.[^${index + 1}] The same.`,
    );
    const notes = texts.map((_, index) => `[^${index + 1}]: ${again(index, "The same note again.").trim()}`);
    expect(await countPages("again", `${[...texts, ...notes].join("\n\n")}\n`)).toBeGreaterThan(10);
  });

  it("in a note longer than a page, with another note on its second page", async () => {
    const all = longText(18, 0).trim().split("\n\n");
    const [note, text] = [all.slice(0, 12), all.slice(12)].map((paragraphs) => paragraphs.join(" "));
    expect(await countPages("note", `A mark.[^1] ${text}[^2]\n\n[^1]: ${note}\n\n[^2]: ${all[0]}\n`)).toBeGreaterThan(
      6,
    );
  });

  it("in a note whose pages end inside emphasised words", async () => {
    const words = [
      "counterrevolutionaries",
      "internationalization",
      "incomprehensibilities",
      "misunderstanding",
      "characteristically",
      "telecommunications",
    ];
    const note = Array.from({ length: 900 }, (_, index) =>
      index % 3 === 2 ? words[index % 6] : `*${words[(index * 5) % 6]}*`,
    ).join(" ");
    const source = `A mark.[1]\n\n[1] ${note.replaceAll("*", "")}\n`;
    expect(await countPages("emphasis", `A mark.[^1]\n\n[^1]: ${note}\n`, source)).toBeGreaterThan(6);
  });

  it("when the notes of headings have no room below their text", async () => {
    const numbers = Array.from({ length: 14 }, (_, index) => index);
    const texts = numbers.map(
      (number) =>
        `## Heading number ${number}[^${number + 1}]\n\nA paragraph ${number} of some words. ${"More words. ".repeat(number + 3)}`,
    );
    const notes = numbers.map((number) => {
      const words = Array.from({ length: 110 }, (_, index) => `note${number + 1} word${index}`);
      return `[^${number + 1}]: ${words.join(" ")}`;
    });
    const body = `${[...texts, ...notes].join("\n\n")}\n`;
    expect(await countPages("headings", body, plainSource(body.replaceAll("## ", "")))).toBeGreaterThan(9);
  });

  it("in a note that continues after its text has ended, on pages with the folio on the right side and in the page list", async () => {
    const [text, ...note] = longText(30, 0).trim().split("\n\n");
    const { bytes, starts } = await buildPamphlet("rest", `${text}[^1]\n\n[^1]: ${note.join(" ")}\n`);
    const { pages } = (await readingOf(bytes)).text;
    const folios = pages.flatMap(({ runs, width }, index) =>
      runs
        .filter(({ text, y }) => text.trim() === String(index + 1) && y < 60)
        .map(({ x }) => ({ page: index + 1, side: x < width / 2 ? "left" : "right" })),
    );
    expect(folios).toEqual(folios.map(({ page }) => ({ page, side: page % 2 === 0 ? "left" : "right" })));
    const rest = starts!.filter(({ id }) => id === "text").slice(1);
    expect(rest.length).toBeGreaterThan(1);
    expect(folios.map(({ page }) => page)).toEqual(expect.arrayContaining(rest.map(({ page }) => page)));
    expect(new Set(rest.map(({ after }) => after))).toEqual(new Set([text!.match(/[\p{L}\p{N}]/gu)!.length]));
    expect(rest.map(({ page }) => page)).toEqual(rest.map((_, index) => 5 + index));
  });

  it("in notes that refer to each other, in chains and in circles", async () => {
    const notes = Array.from(
      { length: 40 },
      (_, index) => `[^${index + 1}]: Note number ${index + 1}, see[^${((index * 7) % 40) + 1}] and[^${index + 41}].`,
    );
    const nested = notes.map((_, index) => `[^${index + 41}]: Nested number ${index + 41}, back.[^${index + 1}]`);
    const texts = longText(20, 0)
      .trim()
      .split("\n\n")
      .map((text, index) => `${text}[^${2 * index + 1}] More.[^${2 * index + 2}]`);
    expect(await countPages("nested", `${[...texts, ...notes, ...nested].join("\n\n")}\n`)).toBeGreaterThan(8);
  });

  it("in a word wider than the column, and in tables wider and longer than a page, with a cell longer than a page", async () => {
    const row = (index: number) =>
      `| ${index} | some words in a cell | ${"wide".repeat(12)}${index} | ${"broad".repeat(9)} | x${index} |`;
    const table = [
      "| A | Second head | Third | Fourth | Fifth |",
      "|---|---|---|---|---|",
      ...Array.from({ length: 50 }, (_, index) => row(index)),
    ].join("\n");
    const cell = `| A | B |\n|---|---|\n| ${longText(10, 0).replaceAll("\n\n", " ").trim()} | short |`;
    expect(
      await countPages("wide", `A ${"word".repeat(60)} here.\n\n${table}\n\n${cell}\n\nThe end.\n`),
    ).toBeGreaterThan(6);
  });

  it("when a text begins with a table whose rows have long notes", async () => {
    const { bytes } = await buildPamphlet(
      "rows",
      table(8, () => "some words", 160),
    );
    const starts = await findPages(bytes, numberWords(8, "row"));
    expect(await findPages(bytes, numberWords(8, "note", "word0"))).toEqual(starts);
    expect(starts[1]).toBe(starts[0]);
  });

  it("in long rows with long notes, which stay on one page", async () => {
    const { bytes } = await buildPamphlet(
      "long-rows",
      table(8, (row) => listWords(`cell${row}word`, 60), 220),
    );
    const starts = await findPages(bytes, numberWords(8, "row"));
    expect(await findPages(bytes, numberWords(8, "cell", "word0"))).toEqual(starts);
    expect(await findPages(bytes, numberWords(8, "cell", "word59"))).toEqual(starts);
  });

  it("when the note of a heading fits and that of its paragraph does not: the heading stays with the paragraph", async () => {
    const numbers = [1, 2, 3, 4, 5];
    const texts = numbers.map(
      (number) =>
        `## Heading${number}[^${2 * number - 1}]\n\nstart${number} words[^${2 * number}] ${listWords(`p${number}w`, 90)}`,
    );
    const notes = Array.from(
      { length: 10 },
      (_, index) => `[^${index + 1}]: ${listWords(`n${index + 1}w`, index % 2 === 0 ? 40 : 200)}`,
    );
    const body = `${[listWords("aw", 40), ...texts, ...notes].join("\n\n")}\n`;
    const { bytes } = await buildPamphlet("heading-notes", body, plainSource(body.replaceAll("## ", "")));
    expect(await findPages(bytes, numberWords(5, "start"))).toEqual(await findPages(bytes, numberWords(5, "Heading")));
  });

  it("in a table whose first row is longer than the page below the head of the text", async () => {
    expect(
      await countPages(
        "first-row",
        table(2, (row) => listWords(`cell${row}word`, 150)),
      ),
    ).toBeGreaterThan(5);
    expect(
      await countPages(
        "first-row-notes",
        table(2, (row) => listWords(`cell${row}word`, 150), 160),
      ),
    ).toBeGreaterThan(6);
  });
});

/** A table of so many rows, each with a note of so many words; without notes if no number is given. */
function table(rows: number, cell: (row: number) => string, noteWords = 0): string {
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  const lines = numbers.map((row) => {
    const mark = noteWords > 0 ? `[^${row}]` : "";
    return `| row${row}${mark} | ${cell(row)} |`;
  });
  const notes = noteWords > 0 ? numbers.map((row) => `[^${row}]: ${listWords(`note${row}word`, noteWords)}`) : [];
  return `${[["| A | B |", "|---|---|", ...lines].join("\n"), "The end.", ...notes].join("\n\n")}\n`;
}

function numberWords(count: number, before: string, after = ""): string[] {
  return Array.from({ length: count }, (_, index) => `${before}${index + 1}${after}`);
}

function listWords(word: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${word}${index}`).join(" ");
}

/** Finds the pages on which words stand, from 1; each word must stand on one. */
async function findPages(bytes: Uint8Array, words: string[]): Promise<number[]> {
  const { pages } = (await readingOf(bytes)).text;
  // A word may be several runs.
  const texts = pages.map(({ runs }) =>
    runs
      .map(({ text }) => text.trim())
      .join("")
      .replaceAll(" ", ""),
  );
  return words.map((word) => {
    const index = texts.findIndex((text) => text.includes(word));
    if (index < 0) throw new Error(`“${word}” is on no page.`);
    return index + 1;
  });
}
