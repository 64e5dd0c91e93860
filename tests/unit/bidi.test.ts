import { describe, expect, it } from "vitest";
import { read, rightToLeft } from "../../src/verify/bidi.ts";
import type { Run } from "../../src/verify/pdf-text.ts";
import { wordsInOrder } from "../../src/verify/printed-words.ts";
import { statementOf } from "../support/publication.ts";

// Words as they stand on a line from left to right; of those with letters from right to left pdf.js has put the letters in order.
const line = (words: string[], y = 0): Run[] =>
  words.map((text, index) => ({ text, x: index * 30, y, size: 10, upright: true, turned: rightToLeft.test(text) }));

describe("a line of a PDF is read", () => {
  const rtl = { direction: "rtl", numbers: "joined" } as const;

  it("from right to left in Persian", () => expect(read(line(["تهران", " ", "نه"]), rtl)).toBe("نه تهران"));
  it("with Latin names and numbers from left to right in it", () => {
    expect(read(line(["است", " ", "Fixture", " ", "Society", " ", "نام"]), rtl)).toBe("نام Fixture Society است");
    expect(read(line(["۴۵۶٫۷", " ،", "۱۲۳", " ", "عدد"]), rtl)).toBe("عدد ۱۲۳، ۴۵۶٫۷");
  });
  it("with a Persian passage in English", () => {
    expect(read(line(["English ", "دو", " ", "یک", " again"]), { ...rtl, direction: "ltr" })).toBe("English یک دو again");
  });
});

describe("the proof of words", () => {
  const prose = statementOf({ lang: "fa", body: "سلام دنیا. نام Fixture Society و سال ۱۴۰۰ است.\n" });
  const first = ["دنیا", " ", "سلام"];
  const second = ["است", " ", "۱۴۰۰", " ", "سال", " ", "و", " ", "Fixture Society", " ", "نام"];

  it("holds for a text from right to left", () => expect(wordsInOrder([prose], [[...line(first, 20), ...line(second)]], "x.pdf").problems).toEqual([]));
  it("finds the word that it lost", () => {
    const { problems } = wordsInOrder([prose], [[...line(first, 20), ...line(second.slice(4))]], "x.pdf");
    expect(problems).toMatchObject([{ code: "words-lost", place: { file: "text.md", line: 5 } }]);
    expect(problems[0]!.message).toContain("۱۴۰۰");
  });
});
