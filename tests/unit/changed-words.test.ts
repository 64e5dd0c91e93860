import { describe, expect, it } from "vitest";
import { findChangedPages, findChangedWords } from "../../src/inspect/changed-words.ts";
import { readPageWords } from "../../src/inspect/page-words.ts";
import type { PageText, TextRun } from "../../src/inspect/pdf-text.ts";

/** A page with lines of text from top to bottom; those of notes are smaller. `links` are the pages that it links to. */
function page(lines: string[], notes: string[] = [], links: number[] = []): PageText {
  const runs = [...lines, ...notes].map((text, index): TextRun => ({
    text,
    x: 40,
    y: 500 - 14 * index,
    size: index < lines.length ? 10 : 8,
    upright: true,
    reversed: false,
    artifact: false,
    glyphs: text,
  }));
  return { width: 400, height: 560, runs, hidden: "", links, addresses: [] };
}

const wordsOf = (...pages: PageText[]) => readPageWords({ pages, language: "en" });

/** The changes as an errata slip has them: page and line, what was there, what is there. */
function changes(earlier: PageText[], later: PageText[]): string[] {
  return findChangedWords(wordsOf(...earlier), wordsOf(...later)).map(({ was, is, before }) => {
    const { page, line } = was[0] ?? before.was!;
    const text = (words: { text: string }[]) => words.map(({ text }) => text).join(" ");
    return `${page}:${line} ${text(was)} → ${text(is)}`;
  });
}

describe("the words of pages", () => {
  it("are counted by lines from the top, without the running head", () => {
    const head = { ...page(["The head"]).runs[0]!, y: 540, artifact: true };
    const one = page(["One two ", "three"]);
    const words = readPageWords({ pages: [{ ...one, runs: [head, ...one.runs] }], language: "en" });
    expect(words.map(({ text, page, line }) => [text, page, line])).toEqual([
      ["One", 1, 1],
      ["two", 1, 1],
      ["three", 1, 2],
    ]);
  });

  it("are whole where a line or a page divides them, with notes in between", () => {
    const words = wordsOf(page(["A pub\u00ad", "lished well-", "known admin-"], ["A note."]), page(["istration"]));
    expect(words.map(({ text }) => text)).toEqual(["A", "published", "well-known", "admin-istration", "A", "note."]);
  });
});

describe("two builds", () => {
  const text = "The quick brown fox jumps over the lazy dog and runs away from everyone here ";

  it("have no changes where only lines and pages end elsewhere", () => {
    const words = text.trim().split(" ");
    const inLines = (length: number) =>
      Array.from({ length: Math.ceil(words.length / length) }, (_, index) =>
        words
          .slice(index * length, (index + 1) * length)
          .join(" ")
          .concat(" "),
      );
    const pages = inLines(2).map((line) => page([line]));
    expect(changes([page(inLines(4))], pages)).toEqual([]);
    expect(changes([page(["The admin-"]), page(["istration "])], [page(["The administration "])])).toEqual([]);
    expect(
      changes([page(["One two "], ["A note. "]), page(["three "])], [page(["One two three "], ["A note. "])]),
    ).toEqual([]);
  });

  it("are told apart by words that changed, were added or were removed", () => {
    expect(changes([page([text, "Janaury 1 "])], [page([text, "January 1 "])])).toEqual(["1:2 Janaury → January"]);
    expect(changes([page([text])], [page([text.replace("quick ", "")])])).toEqual(["1:1 quick → "]);
    expect(changes([page([text])], [page([text.replace("fox", "red fox")])])).toEqual(["1:1  → red"]);
    expect(changes([page(["So no where. "])], [page(["So nowhere. "])])).toEqual(["1:1 no where. → nowhere."]);
  });

  it("are compared in their notes too", () => {
    expect(changes([page([text], ["A note."])], [page([text], ["The note."])])).toEqual(["1:2 A → The"]);
  });

  it("may have other numbers of pages and notes", () => {
    const contents = (number: string) => page(["Contents ", "A text ", number], [], [Number(number)]);
    expect(changes([contents("5")], [contents("6")])).toEqual([]);
    const noted = (number: string) => {
      const { runs, ...rest } = page(["A text"], [], [1]);
      return { ...rest, runs: [...runs, { ...runs[0]!, text: number, x: 80 }] };
    };
    expect(changes([noted("1")], [noted("2")])).toEqual([]);
    expect(changes([page(["12 "])], [page(["13 "])])).toEqual(["1:1 12 → 13"]);
  });

  it("may have a caption at another place", () => {
    const lines = ["One two ", "three four ", "five six "];
    const moved = ["One two ", "A caption here ", "three four ", "five six "];
    expect(changes([page(["A caption here ", ...lines])], [page(moved)])).toEqual([]);
  });

  it("have pages that changed, each with its own number", () => {
    const [earlier, later] = [
      wordsOf(page(["One two "]), page(["three four "]), page(["five "])),
      wordsOf(page(["One two three "]), page(["for five "])),
    ];
    expect(findChangedPages(earlier, later)).toEqual({ was: [2], is: [2] });
    expect(findChangedPages(earlier, earlier)).toEqual({ was: [], is: [] });
  });
});
