import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { Form } from "../../src/forms.ts";
import { readPdfText, type TextRun } from "../../src/inspect/pdf-text.ts";
import { groupIntoLines } from "../../src/inspect/reading-order.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

/** Returns so many paragraphs, each under a heading; they have from 5 to 35 words, and the last one is always the same. */
function bodyOf(paragraphs: number): string {
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) => ["plain", "fixture", "words"][index % 3]);
  return Array.from(
    { length: paragraphs },
    (_, index) => `## Heading ${index + 1}\n\nHere are ${words(2 + ((index * 11) % 31)).join(" ")} ending.`,
  ).join("\n\n");
}

/** Builds texts of so many paragraphs in one form; returns the runs of the pages of each, in the order of reading. */
async function buildTexts(form: Form, paragraphs: number[]): Promise<TextRun[][][]> {
  const texts = paragraphs.map((count) => ({
    slug: `text-${count}`,
    title: "A fixture",
    body: bodyOf(count),
    as: [form],
    source: undefined,
  }));
  const folder = writePublication(path.join(temporary, form), texts, { editions: ["leaflets"] });
  const made = await build({ folder, out: `${folder}-out` });
  const read = made.filter(({ kind }) => kind === form);
  return Promise.all(
    read.map(async ({ bytes }) => (await readPdfText(bytes, await openPdf(bytes))).pages.map(({ runs }) => runs)),
  );
}

/** Returns the lines of each column of a poster, from the first heading on: their words and their height in pt. */
function columnsOf(runs: TextRun[]): { text: string; y: number }[][] {
  const text = runs.slice(runs.findIndex((run) => run.text.startsWith("Heading")));
  const columns: { text: string; y: number }[][] = [];
  for (const { text: words, y } of text) {
    const line = columns.at(-1)?.at(-1);
    if (line && Math.abs(line.y - y) < 1) line.text += words;
    else if (line && y < line.y) columns.at(-1)!.push({ text: words, y });
    else columns.push([{ text: words, y }]);
  }
  return columns;
}

describe("the columns of a poster", () => {
  it("begin at one height, and neither end with a heading nor begin with a last line", async () => {
    const posters = (await buildTexts("poster", [13, 14, 16, 17, 18])).map(([page]) => columnsOf(page!));
    for (const columns of posters) {
      expect(columns.length).toBeGreaterThan(1);
      const heights = columns.map(([first]) => first!.y);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.5);
      expect(columns.map((lines) => lines.at(-1)!.text).filter((text) => text.startsWith("Heading"))).toEqual([]);
      expect(columns.map(([first]) => first!.text).filter((text) => text.includes("ending"))).toEqual([]);
    }
  });
});

describe("the panels of a folded sheet", () => {
  it.each(["tri-fold", "mini-zine"] as const)("have their first lines at one height: %s", async (form) => {
    for (const [, ...pages] of await buildTexts(form, [9, 17])) {
      const panels = pages.slice(0, -1).filter((runs) => runs.length > 0);
      const heights = panels.map(([first]) => first!.y);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.5);
    }
  });
});

describe("the day and the time of an event", () => {
  it.each(["poster", "leaflet"] as const)("are whole on a %s, if each has room in a line", async (form) => {
    const options = {
      editions: ["leaflets" as const],
      event: [{ title: "A fixture meeting", date: "2021-05-01", time: "19:00", place: "Hall", as: [form] }],
    };
    const texts = [{ slug: "text", body: bodyOf(3), as: ["leaflet" as const], source: undefined }];
    const folder = writePublication(path.join(temporary, `event-${form}`), texts, options);
    const made = await build({ folder, out: `${folder}-out` });
    const { bytes } = made.find(({ kind, event }) => kind === form && event !== undefined)!;
    const { runs } = (await readPdfText(bytes, await openPdf(bytes))).pages[0]!;
    const set = groupIntoLines(runs, false).map(({ readings }) => readings[0]!.trim());
    expect(set).toContain("Saturday, 1 May 2021,");
    expect(set).toContain("19:00");
  });
});

it("a table on a poster is whole, and has its head once", async () => {
  const row = "| Fixture | 1,188 | 130 | 3,564 | nobody will say more |";
  const table = ["| Name | Cans | Lit | Cost | Remark |", "| --- | --- | --- | --- | --- |", row, row, row].join("\n");
  const body = `Words before it, in two lines of a column or in three.\n\n${table}\n\nWords after it.`;
  const texts = [1, 2, 4].map((times) => ({
    slug: `text-${times}`,
    body: Array.from({ length: times }, () => body).join("\n\n"),
    as: ["poster" as const],
    source: undefined,
  }));
  const folder = writePublication(path.join(temporary, "tables"), texts, {
    editions: ["leaflets"],
    print: { tiles: "A2" },
  } as never);
  // A head that is repeated, or cells out of order, are problems of the proof.
  const made = await build({ folder, out: `${folder}-out` });
  expect(made.filter(({ kind }) => kind === "poster-whole")).toHaveLength(3);
});
