import { cpSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const cases = path.join(import.meta.dirname, "../broken");

/** Runs a command line where lines have so many columns, on a terminal or not. */
async function run(words: string[], columns = 90, isTTY = false): Promise<{ stdout: string; stderr: string }> {
  const result = { stdout: "", stderr: "" };
  await main(words, {
    stdout: { isTTY, columns, write: (text) => (result.stdout += text) },
    stderr: { write: (text) => (result.stderr += text) },
  });
  return result;
}

/** The folder of a publication of tests/broken/. */
function folderOf(name: string): string {
  const folder = path.join(temporaryFolder(), name);
  cpSync(path.join(cases, "base"), folder, { recursive: true });
  cpSync(path.join(cases, name), folder, { recursive: true });
  return folder;
}

describe("pamphlet diff", () => {
  it("shows a statement beside its source, with signs for differences", async () => {
    const { stdout } = await run(["diff", "alpha", "--in", folderOf("corrections")]);
    expect(stdout).toBe(`    sources/alpha.txt                       │     alpha.md
                                            │
 1  Fixture Alpha                           │  2  Fixture Alpha
                                            │
 3  Fixture text: the first [=letter=]      │ 13  Fixture text: the first {=word=}
    [-stands-] before all oth-ers.          │     {+stand+} before all others.
                                            │
 4  It is [=followed by=] a second, as      │ 15  It is {=succeeded by=} a second, as
    every child knows.                      │     every child knows.

[-only in the source-], {+only in the statement+}, {=declared as a correction=}.
3 differences, 2 of them declared.
`);
  });

  it("marks differences by colours on a terminal", async () => {
    const { stdout } = await run(["diff", "alpha.md", "--in", folderOf("word-changed")], 90, true);
    expect(stdout).toContain("the first \u001b[31mletter\u001b[39m stands");
    expect(stdout).toContain("the first \u001b[32mword\u001b[39m stands");
    expect(stdout).not.toContain("[-");
  });

  it("tells where words are missing or added", async () => {
    const { stdout: added } = await run(["diff", "alpha", "--in", folderOf("word-added"), "--json"]);
    expect(JSON.parse(added)).toEqual({
      statement: "alpha.md",
      differences: [{ source: { words: "" }, text: { line: 11, words: "truly" }, declared: false }],
    });
    const { stdout: deleted } = await run(["diff", "alpha", "--in", folderOf("word-deleted"), "--json"]);
    expect(JSON.parse(deleted).differences).toEqual([
      { source: { line: 4, words: "every" }, text: { words: "" }, declared: false },
    ]);
  });

  it("keeps the columns apart: long words are divided, texts from right to left are aligned to the right", async () => {
    const folder = writePublication(path.join(temporaryFolder(), "columns"), [
      { slug: "long", body: `An address, ${"q".repeat(60)}, and more words.\n` },
      { slug: "farsi", lang: "fa", body: "یک متن کوتاه\n" },
    ]);
    const { stdout: long } = await run(["diff", "long", "--in", folder], 60);
    const lines = long.split("\n").filter((line) => line.includes("│"));
    expect(new Set(lines.map((line) => line.indexOf("│")))).toEqual(new Set([29]));
    expect(long.replaceAll(/[^q]/g, "")).toHaveLength(120);
    const { stdout: farsi } = await run(["diff", "farsi", "--in", folder], 60);
    expect(farsi).toContain("              \u2068یک متن کوتاه\u2069 │");
    expect(farsi).toContain("The words are those of the source.");
  });

  it("compares each statement whatever is wrong with the others, and says what is wrong with it", async () => {
    const folder = folderOf("source-passage");
    expect((await run(["diff", "alpha", "--in", folder])).stderr).toContain("source-passage");
    expect((await run(["diff", "alhpa", "--in", folder])).stderr).toContain("Did you mean “alpha”?");
    expect((await run(["diff", "--in", folder])).stderr).toContain("takes the name of a statement");
  });
});
