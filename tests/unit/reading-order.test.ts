import { describe, expect, it } from "vitest";
import { groupIntoLines } from "../../src/inspect/reading-order.ts";
import type { TextRun } from "../../src/inspect/pdf-text.ts";

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Runs as they stand on a line from left to right. A PDF does not say of one glyph from which side it was written. */
function line(texts: string[], y = 0): TextRun[] {
  return texts.map((text, index) => ({
    text,
    x: index * 30,
    y,
    size: 10,
    upright: true,
    reversed: [...text].length > 1 && rightToLeft.test(text),
    artifact: false,
    glyphs: text,
  }));
}

const readings = (...texts: string[]) => groupIntoLines(line(texts), false).flatMap(({ readings }) => readings);

describe("a line of a PDF", () => {
  it("from left to right is read as it stands", () =>
    expect(readings("One line, ", "in two runs.")).toEqual(["One line, in two runs."]));

  it("does not join the dashes of cells beside each other, which are words of their own", () =>
    expect(readings("None", "-", "-", "-")).toEqual(["None- - -"]));

  it.each([
    ["Persian alone", ["سلام دنیا"], "سلام دنیا"],
    ["Persian with a Latin name", [" است", "Fixture Society", "نام "], "نام Fixture Society است"],
    ["Persian with figures", [" است", "۱۲۳", "عدد "], "عدد ۱۲۳ است"],
    ["a full stop after a figure at the end", [".", "2021", "سال "], "سال 2021."],
    ["brackets about a Latin word", [") است", "Fixture", "نام ("], "نام (Fixture) است"],
    ["a Persian passage in English", ["English ", "دو یک", " again"], "English دو یک again"],
    [
      "a Persian passage with a figure in English",
      ["English ", "دو ", "12", " یک", " again"],
      "English  یک12دو  again",
    ],
    ["a figure after a Hebrew word in English", ["And ", "12", " ", "שלום", ", then"], "And שלום 12, then"],
    ["figures before and after a Hebrew word in English", ["12 ", "13", " ", "שלום", ", then"], "12 שלום 13, then"],
    [
      "figures between Hebrew words in English",
      ["1945 ", "שלום", " ,", "1946", " ", "עכשיו", "."],
      "1945 עכשיו 1946 ,שלום.",
    ],
    ["figures and a comma before Hebrew words in the next line", ["In ", ",", "1946", " ", "שלום"], "In שלום 1946,"],
    ["a range after a Hebrew word in English", ["13", "–", "12", " ", "שלום", "."], "שלום 12–13."],
    ["a range that follows Hebrew words in the line before", ["1921", "–", "1917", ") and"], "1917–1921) and"],
    ["one letter by itself", ["ب ", "الف"], "الفب "],
    ["Latin of two fonts in a Persian line", [" است", "Fixture ", "Society", "نام "], "نام Fixture Society است"],
  ])("%s can be read as it was written", (_, texts, expected) =>
    expect(groupIntoLines(line(texts), true).flatMap(({ readings }) => readings)).toContain(expected),
  );

  it("is never read with the letters of a run in another order, nor with a run left out", () => {
    for (const reading of readings(" است", "Fixture", "نام ", "12", ".")) {
      expect([...reading.replace(/\s/g, "")].sort()).toEqual([..."استFixtureنام12."].sort());
      expect(reading).toContain("Fixture");
    }
  });

  it("has the mark of a note after a figure, from right to left too", () => {
    const runs = line([" זה", "2", "1917", "בשנת "]).map((run) => (run.text === "2" ? { ...run, y: 4, size: 7 } : run));
    expect(groupIntoLines(runs, true).flatMap(({ readings }) => readings)).toContain("בשנת 19172 זה");
  });

  it("ends where another begins, and so does a cell further left", () => {
    const cells = [...line(["یک"]).map((run) => ({ ...run, x: 200 })), ...line(["دو"])];
    expect(groupIntoLines([...line(["One "], 20), ...line(["two"], 5)], false)).toHaveLength(2);
    expect(groupIntoLines(cells, false).map(({ readings }) => readings[0])).toEqual(["یک", "دو"]);
  });

  it("holds superiors and marks that stand a little higher", () => {
    const [first, second] = line(["word", "1"]);
    const lines = groupIntoLines([first!, { ...second!, y: 4, size: 6 }], false);
    expect(lines.map(({ readings }) => readings)).toEqual([["word1"]]);
  });
});
