import { expect, test } from "vitest";
import { normal, noteMark, words } from "../../src/words.ts";

const keys = (text: string) => words(text).map(({ key }) => key);

test.each([
  ["the shapes of quotes", "“war” ‘war’", "\"war\" 'war'"],
  ["the shapes of dashes", "a – b — c", "a - b - c"],
  ["ligatures", "ﬁve", "five"],
  ["soft hyphens and joiners", "hyphen\u00adation\u200d", "hyphenation"],
  ["kinds of space and line breaks", "a\u00a0b\nc\td", "a b c d"],
])("%s do not count", (_, one, other) => {
  expect(keys(one)).toEqual(keys(other));
});

test.each([
  ["letters", "war", "wars"],
  ["case", "war", "War"],
  ["accents", "cafe", "café"],
  ["punctuation", "war", "war."],
])("%s count", (_, one, other) => {
  expect(keys(one)).not.toEqual(keys(other));
});

test("a word has its place", () => {
  expect(words("one two\n  three", 5, 3).map(({ text, line, column }) => [text, line, column])).toEqual([
    ["one", 5, 3],
    ["two", 5, 7],
    ["three", 6, 3],
  ]);
});

test("a note's number is a word of its own, and optional where it is known to be one", () => {
  expect(words(`end.${noteMark}[12] Then [3]`).map(({ key, optional }) => [key, optional])).toEqual([
    ["end.", undefined],
    ["12", true],
    ["Then", undefined],
    ["3", undefined],
  ]);
});

test("the normal form of a normal form is itself", () => {
  for (const text of ["«war»", "1—2", "[4]", "ﬁ"]) expect(normal(normal(text))).toBe(normal(text));
});
