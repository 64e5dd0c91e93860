import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bringIn } from "../../src/bring-in/index.ts";
import { splitFrontMatter } from "../../src/load/front-matter.ts";
import { parseMarkdown } from "../../src/markdown/parse.ts";
import { splitWords } from "../../src/words.ts";
import { temporaryFolder } from "../support/temporary.ts";

// The documents of statements/sources/, brought in as they were received, beside the finished statements, paragraph by
// paragraph. A line that ends with a line break counts as a paragraph, and so does an item of a list.

const temporary = temporaryFolder();

function readParagraphs(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const { yaml, body } = splitFrontMatter(text)!;
  const title = /^title: "?(.*?)"?(?: #.*)?$/m.exec(yaml)?.[1] ?? "";
  const blocks = parseMarkdown({ body }).tokens.flatMap(({ type, children }) =>
    type === "inline"
      ? (children ?? [])
          .map((child) => (child.type === "hardbreak" ? "\u0000" : child.type === "softbreak" ? " " : child.content))
          .join("")
          .split("\u0000")
      : [],
  );
  return [title, ...blocks].map(keysOf).filter((keys) => keys !== "");
}

function keysOf(text: string): string {
  return splitWords(text)
    .map(({ key }) => key)
    .filter((key) => key !== "-" && !/^\[\d+\]$/.test(key))
    .join(" ");
}

/** The finished statements that are in each document, and how many of their paragraphs are found as they are. */
const finished: [document: string, statements: string[], found: number, all: number][] = [
  ["acg-neither-washington-nor-tehran.txt", ["acg"], 11, 11],
  ["iaswi-assassination-and-aftermath.txt", ["iaswi"], 11, 16],
  ["mena-socialists-international-viewpoint.txt", ["mena-socialists"], 19, 20],
  ["mena-socialists-leaflet.txt", ["mena-socialists-leaflet"], 11, 11],
  [
    "workers-liberty-drive-to-war.txt",
    ["hekmatist-official-line", "hekmatist", "communist-alternative-iraq", "marxist-tendency"],
    44,
    44,
  ],
];

describe("a document as it was received has, when it is brought in, the paragraphs of the finished statements", () => {
  it.each(finished)("%s", async (document, statements, found, all) => {
    const folder = path.join(temporary, document);
    const { files, problems } = await bringIn(path.join("statements/sources", document), {
      folder,
      split: false,
      original: false,
    });
    expect(problems).toEqual([]);
    const brought = new Set(files.flatMap((file) => readParagraphs(path.join(folder, file))));
    const wanted = statements.flatMap((name) => readParagraphs(`statements/${name}.md`));
    const missing = wanted.filter((paragraph) => !brought.has(paragraph));
    expect({ found: wanted.length - missing.length, all: wanted.length, missing }).toEqual({ found, all, missing });
  });

  it("divided at its headings, the page with four statements becomes four, and its introduction", async () => {
    const folder = path.join(temporary, "split");
    const { files, words, leftOut, problems } = await bringIn("statements/sources/workers-liberty-drive-to-war.txt", {
      folder,
      split: true,
      original: false,
    });
    expect({ files: files.length, words, leftOut: leftOut.count, problems }).toEqual({
      files: 5,
      words: 2308,
      leftOut: 0,
      problems: [],
    });
    expect(readdirSync(path.join(folder, "sources"))).toEqual(["workers-liberty-drive-to-war.txt"]);
  });
});
