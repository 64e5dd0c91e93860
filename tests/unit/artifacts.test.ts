import { describe, expect, it } from "vitest";
import { markArtifacts, countUnmarked } from "../../src/pdf/tagging/artifacts.ts";
import { applyEdits, parseOperations } from "../../src/pdf/content-stream.ts";

const span = { lower: 50, upper: 500 };

function mark(content: string, figures: number[] = [], repeated: number[] = []): string {
  return applyEdits(content, marksOf(content, figures, repeated).edits);
}

function marksOf(content: string, figures: number[] = [], repeated: number[] = []) {
  const kinds = { figures: new Set(figures), repeated: new Set(repeated), span };
  return markArtifacts(parseOperations(content), kinds);
}

describe("artifacts", () => {
  it("are whatever is not marked: a rule, with the path along which it is drawn", () => {
    expect(mark("0 g 1 2 m 3 4 l S")).toBe("0 g /Artifact <</Type /Layout>> BDC\n1 2 m 3 4 l S\nEMC");
  });

  it("are running heads above the text and folios below it, whatever the origin of the page is", () => {
    const text = (y: number) => `q .5 0 0 -.5 0 600 cm BT /F1 9 Tf 1 0 0 1 10 ${y} Tm (a) Tj ET Q`;
    expect(mark(text(40))).toContain("/Subtype /Header>> BDC\nBT");
    expect(mark(text(1150))).toContain("/Subtype /Footer>> BDC\nBT");
    expect(mark(text(600))).toContain("/Span <</MCID 0>> BDC\nBT");
  });

  it("are no text between head and folio: unmarked text there becomes content, beside that with which it is drawn", () => {
    const text = "BT 1 0 0 1 10 300 Tm (a) Tj ET";
    expect(marksOf(`${text} /P <</MCID 4>> BDC ${text} EMC ${text} ${text}`).adopted).toEqual([
      { mcid: 5, before: 4 },
      { mcid: 6, after: 4 },
      { mcid: 7, after: 6 },
    ]);
  });

  it("are the rules and backgrounds that Chromium marks as content of their element, but no figures", () => {
    const content = "/H1 <</MCID 3 >>BDC 0 0 9 9 re f EMC";
    expect(mark(content)).toBe("/Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC");
    expect(marksOf(content).released).toEqual(new Set([3]));
    expect(mark(content, [3])).toBe(content);
  });

  it("are the heads of tables that are repeated", () => {
    const content = "/TH <</MCID 3 >>BDC BT (a) Tj ET EMC";
    expect(mark(content, [], [3])).toBe("/Artifact <</Type /Pagination>> BDC BT (a) Tj ET EMC");
    expect(marksOf(content, [], [3]).released).toEqual(new Set([3]));
  });

  it("are nothing inside marked content, with strings, nested marks and clipping in it", () => {
    const content =
      "/P <</MCID 0 >>BDC BT (a \\) EMC (b) \\() Tj /Span <</ActualText (EMC)>> BDC <4142> Tj EMC [(c) -20 <44>] TJ ET EMC 0 0 9 9 re W n";
    expect(mark(content)).toBe(content);
  });

  it("are taken out of a text object that is partly content", () => {
    expect(mark("BT 1 0 0 1 9 600 Tm (a) Tj /P <</MCID 0>> BDC (b) Tj EMC ET")).toBe(
      "BT 1 0 0 1 9 600 Tm /Artifact <</Type /Pagination /Subtype /Header>> BDC\n(a) Tj\nEMC /P <</MCID 0>> BDC (b) Tj EMC ET",
    );
  });

  it("leave nothing unmarked", () => {
    const content = "q BT (a) Tj ET 1 1 2 2 re f /X1 Do Q /P <</MCID 0>> BDC (b) Tj EMC";
    expect(countUnmarked(parseOperations(content))).toBe(3);
    expect(countUnmarked(parseOperations(mark(content)))).toBe(0);
  });
});

describe("the operations of a page", () => {
  it("are read whatever is in strings, and not guessed if an image is inline", () => {
    expect(
      parseOperations("% BT (x\n<45 4D43> Tj (\\\\) Tj").map(({ operator, operands }) => [operator, ...operands]),
    ).toEqual([
      ["Tj", "<45 4D43>"],
      ["Tj", "(\\\\)"],
    ]);
    expect(() => parseOperations("BI /W 1 ID \x00EMC EI")).toThrow("inline image");
  });
});
