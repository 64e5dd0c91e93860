import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { findArtifact, type Artifact } from "../../src/artifact.ts";
import { listTags, readTags } from "../../src/pdf/tagging/structure.ts";
import { groupIntoLines } from "../../src/inspect/reading-order.ts";
import { readingOf } from "../../src/verify/readings.ts";
import { readDocuments } from "../support/book.ts";
import { buildOnce } from "../support/builds.ts";

// The fixture has verse, interviews, a play, a letter with a large letter and a pull quote, and passages that nobody has
// marked. Its build proves that every word is in every edition.

let artifacts: Artifact[];
beforeAll(async () => void ({ artifacts } = await buildOnce("tests/fixtures/kinds")));

const textOf = (path: string) => Buffer.from(artifacts.find((file) => file.path === path)!.bytes).toString();

async function readBook(isWanted: (name: string) => boolean): Promise<string> {
  const documents = await readDocuments(artifacts.find(({ path }) => path.endsWith(".epub"))!.bytes);
  return [...documents].flatMap(([name, document]) => (isWanted(name) ? [document] : [])).join("");
}

/** The lines of each page of the pamphlet, as they are read, with where they begin (pt). */
async function readPages() {
  const { pages } = (await readingOf(findArtifact(artifacts, "pamphlet")!.bytes)).text;
  return pages.map(({ runs }) =>
    groupIntoLines(runs, false).map(({ readings, runs }) => ({
      text: readings[0]!.trim(),
      x: runs[0]!.x,
      y: runs[0]!.y,
    })),
  );
}

describe("the pages of the pamphlet", () => {
  it("keep a short stanza whole, and two lines of a long one at its beginning and its end", async () => {
    const pages = (await readPages()).map((lines) => lines.map(({ text }) => text).join("\n"));
    for (const page of pages)
      expect(page.split("set it as it was typed!").length).toBe(page.split("Set it as it was typed,").length);
    const numbersOf = (page: string) => [...page.matchAll(/Line (\d+) of/g)].map(([, number]) => Number(number));
    const divided = pages.map(numbersOf).filter(({ length }) => length > 0);
    expect(divided.length).toBeGreaterThan(1);
    expect(divided.flat()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    for (const numbers of divided) expect(numbers.length).toBeGreaterThan(1);
  });

  it("do not justify lines of verse where a stanza is divided", async () => {
    const { pages } = (await readingOf(findArtifact(artifacts, "pamphlet")!.bytes)).text;
    // The last word of each line is emphasised, so it is a run by itself.
    const widths = pages.flatMap(({ runs }) =>
      runs.flatMap(({ text, x, y }) => {
        const first = runs.find((run) => run.y === y)!;
        return text === "page" ? [x - first.x] : [];
      }),
    );
    expect(widths.length).toBe(60);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(10);
  });

  it("hang what has no room in a line", async () => {
    const lines = (await readPages()).flat();
    const at = lines.findIndex(({ text }) => text.startsWith("One line has more words"));
    expect(lines[at + 1]!.x).toBeGreaterThan(lines[at]!.x + 10);
    expect(lines[at + 2]!).toMatchObject({ text: "the next line is short", x: lines[at]!.x });
  });

  it("have no question at their foot", async () => {
    const last = (await readPages()).map((lines) => lines.findLast(({ text }) => !/^\d+$/.test(text))?.text ?? "");
    expect(last.filter((text) => text.endsWith("?"))).toEqual([]);
  });

  it("are tagged with a paragraph for each stanza", async () => {
    const tags = listTags(readTags(await PDFDocument.load(findArtifact(artifacts, "pamphlet")!.bytes)));
    const written = await readBook((name) => /text-\w+\.xhtml$/.test(name));
    expect(tags.filter(({ type }) => type === "P").length).toBeGreaterThanOrEqual(written.split(/<p[ >]/).length - 1);
  });

  it("have a large letter before the rest of its word", async () => {
    const { pages } = (await readingOf(findArtifact(artifacts, "pamphlet")!.bytes)).text;
    const runs = pages.flatMap((page) => page.runs);
    const large = runs.findIndex(({ text, size }) => text === "T" && size > 30);
    expect(runs[large + 1]!.text).toMatch(/^he answer to it goes over /);
  });
});

describe("the other editions", () => {
  it("keep the lines of verse in plain text", () => {
    expect(textOf("text/song.txt")).toContain(
      "a second line that is not very long,\n\u00a0\u00a0a third, which stands a little further in,\n",
    );
    expect(textOf("text/song.txt")).toContain("> A song may be quoted\n> in a quotation,\n");
    expect(textOf("text/letter.txt")).toContain("\n\nThe answer to it goes over several lines\n\n");
  });

  it("name stanzas, questions and pull quotes in the EPUB", async () => {
    const all = await readBook(() => true);
    expect(all).toContain('<p class="pull-quote" epub:type="pullquote" role="doc-pullquote">');
    expect(all).toContain('<p class="verse"><span class="line">');
    expect(all).toMatch(/<p class="question"><strong>What is fixture number 1/);
  });

  it("mark passages in other letters on the web", () => {
    expect(textOf("web/passages.html")).toContain('<p lang="und-Arab" dir="rtl">');
    expect(textOf("web/persian.html")).toContain('<em lang="und-Latn" dir="ltr">The Fixture Gazette</em>');
    expect(textOf("web/persian.html")).toContain('<blockquote lang="und-Latn" dir="ltr">');
  });
});
