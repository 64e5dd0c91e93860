import { readFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { readPdfText, type PdfText } from "../../src/inspect/pdf-text.ts";
import { listTags, readTags, type Tag } from "../../src/pdf/tagging/structure.ts";
import { buildOnce } from "../support/builds.ts";

// What is proved of every build, that each word is there and each head repeated, is proved of this one too.

let pdf: PdfText;
let tags: Tag[];
beforeAll(async () => {
  const { out } = await buildOnce("tests/fixtures/tables");
  const bytes = readFileSync(path.join(out, "print/tables-a5.pdf"));
  const opened = await PDFDocument.load(bytes);
  pdf = await readPdfText(bytes, opened);
  tags = listTags(readTags(opened));
});

/** The lines of a page that are artifacts, or those that are not. */
const textOn = (page: PdfText["pages"][number], artifact: boolean) =>
  page.runs
    .filter((run) => run.artifact === artifact)
    .map(({ text }) => text.trim())
    .join(" ");

describe("a table that goes over several pages", () => {
  it("has its head on each of them: on the first as text, on the others as an artifact", () => {
    const head = "No. Item Block A or B Amount in £";
    const pages = pdf.pages.filter((page) => /Rent of the hall/.test(textOn(page, false)));
    expect(pages.length).toBeGreaterThan(1);
    const [first, ...others] = pages;
    expect(textOn(first!, false)).toContain(head);
    for (const page of others) {
      expect(textOn(page, true)).toContain(head);
      expect(textOn(page, false)).not.toContain(head);
    }
  });

  it("is one table in the tags, with one head, and each row has a cell for each column", () => {
    const rowsOf = (table: Tag) => listTags(table).filter(({ type }) => type === "TR");
    const cellsOf = (row: Tag) => listTags(row).filter(({ type }) => type === "TH" || type === "TD");
    const tables = tags.filter(({ type }) => type === "Table").map(rowsOf);
    const longest = tables.find((rows) => rows.length > 40)!;
    expect(
      longest.map((row) =>
        cellsOf(row)
          .map(({ type }) => type)
          .join(" "),
      ),
    ).toEqual(["TH TH TH TH", ...Array.from({ length: 46 }, () => "TD TD TD TD")]);
    for (const rows of tables) expect(new Set(rows.map((row) => cellsOf(row).length)).size).toBe(1);
  });
});

describe("a column of numbers", () => {
  it("has its decimal marks below each other, and nothing but what was typed", () => {
    const page = pdf.pages.find((page) => /Kosten in €/.test(textOn(page, false)))!;
    const at = (text: string) => page.runs.find((run) => run.text.trim() === text)!.x;
    // Figures have one width: “7”, without decimals, ends where the “45” of “45,5” does, and begins one figure later.
    const [whole, decimal] = [at("7"), at("45,5")];
    expect(at("1.163,60")).toBeLessThan(decimal);
    expect(whole).toBeGreaterThan(decimal);
    expect(whole - decimal).toBeLessThan(0.6 * page.runs.find((run) => run.text.trim() === "7")!.size);
    expect(page.runs.map(({ text }) => text).join("")).not.toContain("7,60");
  });
});
