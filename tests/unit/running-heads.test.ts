import { expect, it } from "vitest";
import type { TextRun } from "../../src/inspect/pdf-text.ts";
import { verifyRunningHeads } from "../../src/verify/running-heads.ts";
import type { RepeatedHead } from "../../src/verify/repeated-heads.ts";
import { splitWords } from "../../src/words.ts";
import { publicationOf } from "../support/publication.ts";

const publication = publicationOf([{ body: "Some words.\n" }], { title: "The 1 May" });

const messagesFor = (...texts: string[]) => messagesWith([], ...texts);

const messagesWith = (heads: RepeatedHead[], ...texts: string[]) => {
  const runs = texts.map((text, index): TextRun => ({
    text,
    x: 50 * index,
    y: 10,
    size: 10,
    upright: true,
    reversed: false,
    artifact: true,
    glyphs: text,
  }));
  const page = { width: 400, height: 600, runs, hidden: "", links: [], addresses: [] };
  return verifyRunningHeads(
    publication,
    [page],
    '<p class="running-head">1848</p>',
    new Map([[1, heads]]),
    "x.pdf",
  ).map(({ message }) => message);
};

it.each([
  ["nothing", []],
  ["a folio", ["1"]],
  ["the title", ["The 1 May"]],
  ["the title and a folio", ["The 1 May", "1"]],
  ["a number that is a name, and a folio", ["1848", "1"]],
  ["a shortened title", ["The 1…", "1"]],
])("a page may show %s", (_, texts) => expect(messagesFor(...texts)).toEqual([]));

it.each([
  ["another folio", ["2"], "Page 1 of x.pdf is numbered “2”."],
  ["another name", ["The 2 May", "1"], "The running head “The 2 May” on page 1 of x.pdf is neither"],
  ["two numbers that are no names", ["3", "4"], "The running head “34” on page 1 of x.pdf is neither"],
])("a page must not show %s", (_, texts, message) => expect(messagesFor(...texts).join()).toContain(message));

const headOf = (text: string, isOptional = false): RepeatedHead => ({ words: splitWords(text), isOptional });

it.each([
  ["between the running head and the folio", [headOf("No. Item")], ["The 1 May", "No.", "Item", "1"]],
  ["with a word that is divided", [headOf("Quantity ordered")], ["Quan\u00ad", "tity", "ordered", "1"]],
  ["after another", [headOf("No. Item"), headOf("Who")], ["No.", "Item", "Who", "1"]],
  ["or not, if the rows have no words", [headOf("No. Item", true)], ["The 1 May", "1"]],
  ["or not, and it does", [headOf("No. Item", true)], ["The 1 May", "No.", "Item", "1"]],
])("a page repeats the head of a table %s", (_, heads, texts) => expect(messagesWith(heads, ...texts)).toEqual([]));

const missing = "The head of a table, “No. Item”, is not repeated on page 1 of x.pdf";

it.each([
  ["none", [headOf("No. Item")], ["The 1 May", "1"], missing],
  ["another", [headOf("No. Item")], ["No.", "Items", "1"], missing],
  ["a part of it", [headOf("No. Item")], ["No.", "1"], missing],
  ["its parts in another order", [headOf("No. Item")], ["Item", "No.", "1"], missing],
  ["it once for two", [headOf("No. Item"), headOf("No. Item")], ["No.", "Item", "1"], missing],
  ["it twice", [headOf("No. Item")], ["No.", "Item", "No.", "Item", "1"], "The running head “No.Item”"],
  ["one that it must not repeat", [], ["No.", "Item", "1"], "The running head “No.Item”"],
])("a page that must repeat the head of a table must not have %s", (_, heads, texts, message) =>
  expect(messagesWith(heads, ...texts).join()).toContain(message),
);
