import { describe, expect, it } from "vitest";
import { furnitureOf, repeated } from "../../src/verify/once.ts";
import { written, type Run } from "../../src/verify/pdf-text.ts";
import { wordsInOrder } from "../../src/verify/printed-words.ts";
import { publicationOf } from "../support/publication.ts";

const publication = publicationOf([
  { slug: "first", title: "The First Title", organisation: "A Group", author: "Some One", body: "The words with which a text begins.\n\nThe last paragraph of a text, which has more than eight words.\n" },
  { slug: "second", title: "Another", organisation: "A Second Group", body: "The words of the other text.\n" },
]);
const [first, second] = publication.statements;

const page = (...lines: string[]): Run[] => lines.map((text, index) => ({ text, x: 0, y: 500 - 20 * index, size: 10, upright: true, turned: false }));
const contents = page("Contents", "A Group", "The First Title", "Some One", "A Second Group", "Another");
const paragraphs = ["The words with which a text be-", "gins.", "The last paragraph of a text,", "which has more than eight words."];
const rest = page("A SECOND GROUP", "Another", "The words of the other text.");

const lost = (...pages: Run[][]) => wordsInOrder([first!, second!], pages, "x.pdf").problems.map(({ message }) => message);
const twice = (...pages: Run[][]) => repeated([first!, second!], furnitureOf(publication), written(pages.flat()), "x.pdf");

describe("the pages of a PDF", () => {
  const whole = page("A GROUP", "The First", "Title", "Some One", ...paragraphs);

  it("have every head and every text, once", () => {
    expect(lost(contents, whole, rest)).toEqual([]);
    expect(twice(contents, whole, rest)).toEqual([]);
  });

  it.each([
    ["A GROUP", "organisation “A Group”"],
    ["Title", "title “The First Title”"],
    ["Some One", "author “Some One”"],
  ])("are missed a part of a head, though it stands in the contents: %s", (text, told) => {
    expect(lost(contents, whole.filter((run) => run.text !== text), rest)).toEqual([`The ${told} does not stand in x.pdf, at the head of its text.`]);
  });

  it("are missed the head of a later text", () => {
    expect(lost(contents, whole, rest.slice(1))).toEqual(["The organisation “A Second Group” does not stand in x.pdf, at the head of its text."]);
  });

  it("are told of the last paragraph, where it stands twice", () => {
    expect(twice(contents, [...whole, ...page(...paragraphs.slice(2))], rest)).toMatchObject([{ code: "words-lost", place: { file: "first.md", line: 7 } }]);
  });
});
