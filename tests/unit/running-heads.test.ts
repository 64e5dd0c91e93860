import { expect, it } from "vitest";
import type { TextRun } from "../../src/inspect/pdf-text.ts";
import { verifyRunningHeads } from "../../src/verify/running-heads.ts";
import { publicationOf } from "../support/publication.ts";

const publication = publicationOf([{ body: "Some words.\n" }], { title: "The 1 May" });

const messagesFor = (...texts: string[]) => {
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
  return verifyRunningHeads(publication, [page], '<p class="running-head">1848</p>', "x.pdf").map(
    ({ message }) => message,
  );
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
