import { expect, test } from "vitest";
import { checkVerbatim } from "../../src/check/verbatim.ts";
import type { Statement } from "../../src/publication.ts";
import { statementOf, type StatementOptions } from "../support/publication.ts";

const statement = (document: string, body: string, { source, ...rest }: StatementOptions = {}) =>
  statementOf({ slug: "fixture", body, source: { document, ...(source as object) }, ...rest });

const messagesOf = (one: Statement) =>
  checkVerbatim({ texts: [], images: [], statements: [one] }).map(({ code, message }) => `${code} ${message}`);

test.each([
  ["line breaks and space", "One  two\n three.", "One two three."],
  ["quotes and dashes", "\"One\" - 'two'", "“One” – ‘two’"],
  ["bullets, and slogans as a list", "• One\n* Two\nThree", "- One\n- Two\n- Three"],
  ["numbers of a list that the source has", "1. One\n2. Two", "1. One\n2. Two"],
  ["numbers of a list that the source has not", "One\nTwo", "1. One\n2. Two"],
  ["a word broken at a line's end", "One impe-\nrialist", "One imperialist"],
  ["a compound broken at a line's end", "an anti-\nwar text", "an anti-war text"],
  ["a hyphen that ends a line and a word", "pre- and post-\nwar", "pre- and post-war"],
  [
    "marks, and notes after the text",
    "One.[1] Two.[2]\n\n[1] A note.\n[2] B note.",
    "One.[^a] Two.[^b]\n\n[^a]: A note.\n\n[^b]: B note.",
  ],
  ["marks that the source has not", "One. Two.\nA note.", "One.[^a] Two.\n\n[^a]: A note."],
])("counts as the same: %s", (_, source, body) => {
  expect(messagesOf(statement(source, body))).toEqual([]);
});

test.each([
  [
    "a word less",
    "One two three",
    "One three",
    ["“two” is in the source (sources/fixture.txt:1) but is missing here after “One”."],
  ],
  [
    "a word more",
    "One three",
    "One two three",
    ["“two” is not in the source, which has “three” next (sources/fixture.txt:1)."],
  ],
  [
    "another word",
    "One\ntwo three",
    "One too three",
    ["The text has “too” where the source (sources/fixture.txt:2) has “two”."],
  ],
  [
    "the first word",
    "One two",
    "two",
    ["“One” is in the source (sources/fixture.txt:1) but is missing at the beginning."],
  ],
  [
    "the last word",
    "One two",
    "One",
    ["“two” is in the source (sources/fixture.txt:1) but is missing here after “One”."],
  ],
  ["a comma", "One, two", "One two", ["The text has “One” where the source (sources/fixture.txt:1) has “One,”."]],
  [
    "a number that is not of the list",
    "1. One",
    "- One",
    ["“1.” is in the source (sources/fixture.txt:1) but is missing at the beginning."],
  ],
  [
    "two at a time",
    "a b c d e f",
    "a x c d f",
    [
      "The text has “x” where the source (sources/fixture.txt:1) has “b”.",
      "“e” is in the source (sources/fixture.txt:1) but is missing here after “c d”.",
    ],
  ],
  [
    "a word of a note",
    "One.[1]\n[1] A note.",
    "One.[^1]\n\n[^1]: A nota.",
    ["The text has “nota.” where the source (sources/fixture.txt:2) has “note.”."],
  ],
])("counts as a difference: %s", (_, source, body, expected) => {
  expect(messagesOf(statement(source, body))).toEqual(expected.map((message) => `not-verbatim ${message}`));
});

test("the title is part of the source; in square brackets it is the editors' own", () => {
  expect(messagesOf(statement("Fixture title\n\nOne.", "One.", { title: "Fixture title" }))).toEqual([]);
  expect(messagesOf(statement("One.", "One.", { title: "[Fixture title]" }))).toEqual([]);
  expect(messagesOf(statement("One.", "One.", { title: "Fixture title" }))).toHaveLength(1);
});

test("a passage is found by its words, and what is left out inside it", () => {
  const document = "Furniture.\n\nFirst\nwords of it, advert: buy now, and last words. Furniture.";
  const source = { from: "First words", to: "last words", omit: [{ from: "advert", to: "buy now" }] };
  expect(messagesOf(statement(document, "First words of it, and last words.", { source }))).toEqual([]);
  const wrong = { from: "First words of them", to: "never", omit: [{ from: "no", to: "where" }] };
  expect(messagesOf(statement(document, "First", { source: wrong }))).toEqual([
    "source-passage The words “First words of them” are not in sources/fixture.txt.",
    "source-passage The words “never” are not in sources/fixture.txt.",
  ]);
});

test.each([
  ["one word for another", "In Janaury 2020", "In January 2020", { source: "Janaury", text: "January" }],
  ["beside a comma", "In Janaury, then", "In January, then", { source: "Janaury", text: "January" }],
  ["two words for one", "real anti- war texts", "real anti-war texts", { source: "anti- war", text: "anti-war" }],
  ["a word left out, with its neighbours", "in the the text", "in the text", { source: "in the the", text: "in the" }],
  ["a word left out alone", "in the the text", "in the text", { source: "the", text: "" }],
])("a correction excuses what it declares: %s", (_, source, body, correction) => {
  expect(messagesOf(statement(source, body, { corrections: [correction] }))).toEqual([]);
});

test("two corrections side by side are two", () => {
  const corrections = [
    { source: "ona", text: "one" },
    { source: "towo", text: "two" },
  ];
  expect(messagesOf(statement("a ona towo b", "a one two b", { corrections }))).toEqual([]);
});

test("a correction excuses nothing else, and each has to be needed", () => {
  const corrections = [{ source: "Janaury", text: "January" }];
  const unused =
    "correction-unused A correction declares that “Janaury” is corrected to “January”, " +
    "but there is no such difference from the source.";
  expect(messagesOf(statement("In Janaury", "In February", { corrections }))).toEqual([
    "not-verbatim The text has “February” where the source (sources/fixture.txt:1) has “Janaury”.",
    unused,
  ]);
  expect(messagesOf(statement("In Janaury", "In Janaury", { corrections }))).toEqual([unused]);
  expect(messagesOf(statement("In Janaurys", "In Januarys", { corrections }))).toEqual([
    expect.stringContaining("not-verbatim"),
    unused,
  ]);
});

test("a text that is another one altogether is reported in a few problems", () => {
  const document = Array.from({ length: 60_000 }, (_, index) => `w${(index * 7919) % 5003}`).join(" ");
  const problems = messagesOf(statement(document, document.replaceAll(/w12(?=\d)/g, "x")));
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toMatch(/From here on, the text differs from the source in \d+ more places/);
  expect(messagesOf(statement(document, document.split(" ").toReversed().join(" "))).length).toBeLessThanOrEqual(21);
});

test("every word of a text counts: none can be taken out or changed unseen", () => {
  const text = "One two two three, the four of the five - anti-six “seven” eight; nine ten.";
  const all = text.split(" ");
  for (const [index, word] of all.entries()) {
    if (word === "-") continue;
    expect(messagesOf(statement(text, all.toSpliced(index, 1).join(" ")))).toHaveLength(1);
    expect(messagesOf(statement(text, all.toSpliced(index, 1, "zero").join(" ")))).toHaveLength(1);
  }
});
