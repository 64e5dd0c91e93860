import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { problemCodes, problemText } from "../src/problem.ts";
import { overlaid } from "./support/overlay.ts";
import { problemsOf } from "./support/problems.ts";

// Each folder is a publication with something wrong: the files that differ from base/, and expected.txt, what is said
// of it.
const folder = path.join(import.meta.dirname, "broken");
const base = path.join(folder, "base");
const cases = readdirSync(folder)
  .filter((name) => name !== "base")
  .sort();

// A person may write the expectations anew, by UPDATE=1; CI never does.
const updating = process.env["UPDATE"] === "1" && !process.env["CI"];

// Raised by editions and verify/, on files that were made; their tests are there.
const ofVerify = /^(leaflet-|file-changed|words-lost|ink-|image-resolution|page-|font-|pdf-|epub-|web-)/;

test("the publication that the cases are made of has no problem", async () => {
  expect(await problemsOf(base)).toEqual([]);
});

test.each(cases)("%s", async (name) => {
  const problems = await overlaid(base, path.join(folder, name), problemsOf);
  expect(problems).not.toEqual([]);
  const text = `${problems.map(problemText).join("\n")}\n`;
  const expected = path.join(folder, name, "expected.txt");
  if (updating) await writeFile(expected, text);
  expect(text).toBe(await readFile(expected, "utf8"));
});

test("every code that load and check can raise has a case", async () => {
  const all = await Promise.all(cases.map((name) => readFile(path.join(folder, name, "expected.txt"), "utf8")));
  const raised = new Set(
    all
      .join("")
      .split("\n")
      .map((line) => line.split(" ")[1]),
  );
  expect(Object.keys(problemCodes).filter((code) => !ofVerify.test(code) && !raised.has(code))).toEqual([]);
});
