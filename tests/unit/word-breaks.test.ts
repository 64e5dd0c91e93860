import { describe, expect, it } from "vitest";
import { applyEdits, parseOperations } from "../../src/pdf/content-stream.ts";
import { findWordBreaks, readLines } from "../../src/pdf/tagging/word-breaks.ts";

const texts = new Map([
  ["0001", " "],
  ["0002", "a"],
  ["0003", "-"],
]);
const readings = new Map([["/F1", { texts, space: "0001" }]]);
const line = (y: number, shown: string, x = 10) => `BT /F1 10 Tf 1 0 0 -1 ${x} ${y} Tm ${shown} ET`;

function countSpaces(...lines: string[]): number {
  const content = lines.join("\n");
  return (
    applyEdits(content, findWordBreaks(readLines(parseOperations(content)), readings)).split("<0001> Tj\nET").length - 1
  );
}

describe("the end of a line", () => {
  it("is a space between words", () => {
    expect(countSpaces(line(100, "<0002> Tj"), line(112, "<0002> Tj"))).toBe(1);
  });

  it("is no space inside a word: at a hyphen, at a soft hyphen, or where the line continues", () => {
    expect(countSpaces(line(100, "<00020003> Tj"), line(112, "<0002> Tj"))).toBe(0);
    expect(
      countSpaces(
        line(100, "<0002> Tj /Span <</ActualText <FEFF00AD>>> BDC 5 0 Td <0001> Tj EMC"),
        line(112, "<0002> Tj"),
      ),
    ).toBe(0);
    expect(countSpaces(line(100, "<0002> Tj"), line(100, "<0002> Tj", 15))).toBe(0);
  });

  it("is a space after a dash between spaces, and before a word far along the line", () => {
    expect(countSpaces(line(100, "<00010003> Tj"), line(112, "<0002> Tj"))).toBe(1);
    expect(countSpaces(line(100, "<0002> Tj"), line(100, "<0002> Tj", 200))).toBe(1);
  });
});
