import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../src/errors.ts";
import type { ExampleFiles } from "../src/explain/explanation.ts";
import { explain, explanations } from "../src/explain/index.ts";
import { problemCodes, type Problem } from "../src/problem.ts";
import { problemsOf } from "./support/problems.ts";

const broken = path.join(import.meta.dirname, "broken");
const room = await mkdtemp(path.join(tmpdir(), "pamphlet-explain-"));
afterAll(() => rm(room, { recursive: true }));

/** Writes files into a publication that has no problem otherwise, and has an image, and returns its problems. */
async function problemsWith(files: ExampleFiles): Promise<Problem[]> {
  const folder = await mkdtemp(path.join(room, "publication-"));
  await cp(path.join(broken, "base"), folder, { recursive: true });
  await mkdir(path.join(folder, "images"));
  await cp(path.join(broken, "images/images/fixture.png"), path.join(folder, "images/square.png"));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    const settings = name === "publication.yaml" ? await readFile(file, "utf8") : "";
    await writeFile(file, encode(`${withoutKeys(settings, text)}${text}`));
  }
  return problemsOf(folder);
}

/** Returns settings without the keys that others replace. */
function withoutKeys(settings: string, others: string): string {
  const keys = new Set(others.match(/^[a-z]+/gm));
  const groups = settings.split(/^(?=[a-z])/m);
  return groups.filter((group) => !keys.has(/^[a-z]*/.exec(group)![0])).join("");
}

/** The replacement character stands for a letter that was not written in UTF-8. */
function encode(text: string): Buffer {
  return text.includes("\ufffd") ? Buffer.from(text.replace("\ufffd", "\u00e9"), "latin1") : Buffer.from(text);
}

const examples = Object.entries(explanations).flatMap(([code, { example }]) =>
  example ? ([[code, example]] as const) : [],
);

describe("an explanation", () => {
  it("exists for every code, with an example for all that a text can have", () => {
    expect(Object.keys(explanations).sort()).toEqual(Object.keys(problemCodes).sort());
    // The problems of files that were made have their examples in tests/spoiled/, and of leaflets in tests/e2e/.
    const withoutExample = Object.keys(explanations).filter((code) => !examples.some(([name]) => name === code));
    expect(withoutExample).toEqual([
      "leaflet-too-long",
      "form-wrong",
      "file-changed",
      "words-lost",
      "page-number-wrong",
      "page-box-wrong",
      "line-long",
      "ink-wrong",
      "press-limit",
      "font-not-embedded",
      "pdf-structure",
      "epub-invalid",
      "web-link-broken",
      "web-request",
    ]);
  });

  it.each(examples)(
    "of %s has an example that raises it alone, and that is right when mended",
    async (code, example) => {
      expect([...new Set((await problemsWith(example.wrong)).map((problem) => problem.code))]).toEqual([code]);
      expect(await problemsWith(example.right)).toEqual([]);
    },
  );

  it("is a text that a terminal has room for", () => {
    for (const code of Object.keys(explanations)) {
      const lines = explain(code).split("\n");
      expect(lines[0]).toBe(`${code}: ${problemCodes[code as keyof typeof problemCodes]}`);
      expect(lines.length).toBeLessThan(50);
      for (const line of lines.slice(1)) expect(line.length).toBeLessThanOrEqual(84);
    }
    expect(explain("html-raw")).toMatch(
      /\nFor example:\n\n {4}preface\.md\n {4}\| Words that are <b>.*\n\nWrite it in Markdown/,
    );
  });

  it("of no code is a list of all, and of an unknown code a suggestion", () => {
    expect(explain().split("\n")).toHaveLength(Object.keys(problemCodes).length);
    expect(explain()).toContain("\nyaml-broken           a piece of YAML cannot be parsed\n");
    expect(() => explain("html-row")).toThrow(
      new UsageError("There is no problem code “html-row”. Did you mean “html-raw”?"),
    );
    expect(() => explain("toString")).toThrow(UsageError);
  });
});
