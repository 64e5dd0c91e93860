import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { problemCodes, formatProblem, type ProblemCode } from "../src/problem.ts";
import { reading } from "./spoiled/reading.ts";
import { screens } from "./spoiled/screens.ts";
import { sheets } from "./spoiled/sheets.ts";
import { shops } from "./spoiled/shops.ts";
import { withOverlay } from "./support/overlay.ts";
import { problemsOf } from "./support/problems.ts";

// Each folder is a publication with something wrong: the files that differ from those of base/, and expected.txt, the
// problems that must be reported.
const folder = path.join(import.meta.dirname, "broken");
const base = path.join(folder, "base");
const cases = readdirSync(folder)
  .filter((name) => name !== "base")
  .sort();

// A person may write the expectations anew with UPDATE=1; CI never does.
const updating = process.env["UPDATE"] === "1" && !process.env["CI"];

// The codes that neither load and check nor verify raise, each with the test that raises it.
const elsewhere: Partial<Record<ProblemCode, string>> = {
  "leaflet-too-long": "e2e/leaflets.test.ts",
  "form-wrong": "e2e/forms.test.ts",
};

test("the publication that the cases are made of has no problem", async () => {
  expect(await problemsOf(base)).toEqual([]);
});

test.each(cases)("%s", async (name) => {
  const problems = await withOverlay(base, path.join(folder, name), problemsOf);
  expect(problems).not.toEqual([]);
  const text = `${problems.map(formatProblem).join("\n")}\n`;
  const expected = path.join(folder, name, "expected.txt");
  if (updating) await writeFile(expected, text);
  expect(text).toBe(await readFile(expected, "utf8"));
});

test("every code has a case that raises it, here or among the spoiled files", async () => {
  const lines = await Promise.all(cases.map((name) => readFile(path.join(folder, name, "expected.txt"), "utf8")));
  const codesOfLoadAndCheck = [...lines.join("").matchAll(/^\S.*?:\d+:\d+ (\S+) /gm)].map(([, code]) => code);
  const codesOfVerify = [...reading, ...sheets, ...shops, ...screens].map(({ code }) => code);
  const raised = new Set([...codesOfLoadAndCheck, ...codesOfVerify, ...Object.keys(elsewhere)]);
  expect(Object.keys(problemCodes).filter((code) => !raised.has(code))).toEqual([]);
});

test.each(Object.entries(elsewhere))("%s is raised in %s", async (code, file) => {
  expect(await readFile(path.join(import.meta.dirname, file), "utf8")).toMatch(
    new RegExp(`code: "${code}"|[\`"]${code} [A-Z]`),
  );
});
