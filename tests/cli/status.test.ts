import { cpSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { findStatus } from "../../src/status/status.ts";
import { buildOnce } from "../support/builds.ts";
import { temporaryFolder } from "../support/temporary.ts";

const fixture = "tests/fixtures/small";

/** A copy of the fixture whose files were changed last before its build was made, except the one that is named. */
async function copyFixture(touched?: string): Promise<{ folder: string; out: string }> {
  const { out } = await buildOnce(fixture);
  const folder = path.join(temporaryFolder(), "copy");
  cpSync(fixture, folder, { recursive: true });
  const { mtimeMs } = statSync(path.join(out, "manifest.json"));
  for (const file of ["preface.md", "blocks.md", "template-syntax.md", "untitled.md", "untitled-leaflet.md"]) {
    const time = new Date(mtimeMs + (file === touched ? 1 : -1) * 3_600_000);
    utimesSync(path.join(folder, file), time, time);
  }
  return { folder, out };
}

async function run(...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const result = { status: -1, stdout: "", stderr: "" };
  result.status = await main(words, {
    stdout: { write: (text) => (result.stdout += text) },
    stderr: { write: (text) => (result.stderr += text) },
  });
  return result;
}

describe("pamphlet status", () => {
  it("knows words, pages, sources, corrections and type of leaflets", async () => {
    const { folder, out } = await copyFixture("untitled.md");
    const { texts, problems } = await findStatus(folder, out);
    expect(problems).toEqual([]);
    expect(texts.map((row) => ({ ...row, changed: undefined }))).toEqual([
      { file: "preface.md", words: 28, page: "4", pages: 1, isNewer: false },
      {
        file: "blocks.md",
        words: 125,
        date: "2021-04-30",
        source: "sources/blocks.txt",
        corrections: 1,
        page: "5",
        pages: 2,
        leafletSize: expect.any(Number),
        isNewer: false,
      },
      expect.objectContaining({ file: "template-syntax.md", page: "7", pages: 1, isNewer: false }),
      expect.objectContaining({ file: "untitled.md", page: "8", corrections: 0, isNewer: true }),
      expect.objectContaining({ file: "untitled-leaflet.md", words: 8, page: undefined }),
    ]);
    // A short text is set in the largest type.
    expect(texts[3]!.leafletSize).toBeGreaterThanOrEqual(texts[1]!.leafletSize!);
  });

  it("prints a row for each text", async () => {
    const { folder, out } = await copyFixture("untitled.md");
    const { status, stdout } = await run("status", folder, "--out", out);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^A Fixture & Its "Pages" <b>\. The last build is of \d{4}-\d\d-\d\d \d\d:\d\d\.$/m);
    expect(stdout).toMatch(/^preface.md +28 +4 +1 +– +original +– +– +\d{4}-\d\d-\d\d \d\d:\d\d$/m);
    expect(stdout).toMatch(/^blocks.md +125 +5 +2 +2021-04-30 +blocks.txt +1 +[\d.]+ pt +[-\d]+ [\d:]+$/m);
    expect(stdout).toMatch(/^untitled.md .*, after the build$/m);
  });

  it("says what is not written, for the editions that need it", async () => {
    const { folder, out } = await copyFixture();
    writeFileSync(
      path.join(folder, "publication.yaml"),
      [
        "title: Fixture",
        "slug: fixture",
        "identifier: urn:uuid:00000000-0000-4000-8000-000000000009",
        "language: en-GB",
        "date: 2021-05-01",
        "imprint: Whose texts these are.",
        "contents: [blocks, template-syntax, untitled]",
        "editions: [text]",
        "",
      ].join("\n"),
    );
    expect((await findStatus(folder, out)).gaps).toEqual([]);
    const { stdout } = await run("status", fixture, "--out", temporaryFolder());
    expect(stdout).toContain("There is no build.");
    expect(stdout).toMatch(/^blocks.md +125 +– +– +2021-04-30/m);
    const { gaps } = JSON.parse((await run("status", folder, "--json")).stdout);
    expect(gaps).toEqual([]);
  });

  it("has each file once, in the order of the contents", async () => {
    const { texts } = await findStatus("tests/fixtures/tour", temporaryFolder());
    expect(texts.map(({ file }) => file)).toEqual([...new Set(texts.map(({ file }) => file))]);
    expect(texts.map(({ file }) => file).slice(0, 3)).toEqual(["preface.md", "first.md", "second.md"]);
  });

  it("shows what it can of a publication with problems", async () => {
    const { folder, out } = await copyFixture();
    writeFileSync(
      path.join(folder, "untitled.md"),
      "---\norganisation: Fixture\nsource: { file: sources/nowhere.txt }\n---\n\nSome words.\n",
    );
    const { status, stdout, stderr } = await run("status", folder, "--out", out);
    expect(status).toBe(1);
    expect(stdout).toContain("Because of the problems, not all can be shown.");
    expect(stdout).toMatch(/^blocks.md +125 .* blocks.txt +1 /m);
    expect(stdout).toMatch(/^untitled.md +2 +– +– /m);
    expect(stderr).toContain("sources/nowhere.txt");
  });
});
