import { expect, it } from "vitest";
import type { TextRun } from "../../src/inspect/pdf-text.ts";
import { splitSide } from "../../src/verify/same-pages.ts";

it.each([
  ["upright, to the right", true, 9, "|run"],
  ["upside down, to the left", false, 1, "run|"],
])("a run that begins in the middle of a side and is %s of it is in one half", (_, upright, y, expected) => {
  const run: TextRun = { text: "run", x: 10, y, size: 1, upright, reversed: false, artifact: false, glyphs: "run" };
  const { left, right } = splitSide({ width: 20, height: 10, runs: [run], hidden: "", links: [], addresses: [] });
  expect([left, right].map(({ content }) => content.map(({ text }) => text).join()).join("|")).toBe(expected);
});
