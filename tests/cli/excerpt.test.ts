import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { formatAnnotations } from "../../src/cli/annotations.ts";
import { formatExcerpt } from "../../src/cli/excerpt.ts";
import { main } from "../../src/cli/main.ts";
import type { Problem } from "../../src/problem.ts";
import { countColumns } from "../../src/text/wrap.ts";

describe("the line of a problem", () => {
  it.each([
    ["at the start", "one two three", 1, ["one two three", "^"]],
    ["in the middle", "one two three", 5, ["one two three", "    ^"]],
    ["at the end", "one two three", 13, ["one two three", "            ^"]],
    ["behind the end", "one two three", 14, ["one two three", "             ^"]],
    ["after a tab, which takes one column", "one\ttwo", 5, ["one two", "    ^"]],
    ["after wide characters", "戦争 に反対", 4, ["戦争 に反対", "     ^"]],
    ["after a combining mark", "e\u0301te\u0301 two", 7, ["e\u0301te\u0301 two", "    ^"]],
    ["after an emoji of two units", "\u{1f600} two", 4, ["\u{1f600} two", "   ^"]],
    ["inside a letter of two units", "a\u{1f600} two", 3, ["a\u{1f600} two", " ^"]],
    ["after a control character, which is shown as its code", "a\u202eb", 3, ["a\\u202eb", "       ^"]],
    ["among letters from right to left, in the line", "متن فارسی اینجا", 5, ["متن ^فارسی اینجا"]],
    ["of a line without words", "   ", 2, []],
  ])("has a caret %s", (_, row, column, lines) => {
    expect(formatExcerpt(row, column, 60)).toEqual(lines);
  });

  const long = Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ");

  it.each([1, 9, 30, 700, long.length - 20, long.length, long.length + 1])(
    "is cut around column %i if there is no room for all",
    (column) => {
      const [row, caret] = formatExcerpt(long, column, 40) as [string, string];
      expect(countColumns(row)).toBeLessThanOrEqual(40);
      expect(countColumns(row)).toBeGreaterThan(25);
      expect(row.slice(caret.length - 1, caret.length + 3)).toBe(long.slice(column - 1, column + 3));
      expect(row.startsWith("…")).toBe(column > 13);
      expect(row.endsWith("…")).toBe(column < long.length - 40);
    },
  );

  it("is found at once in a very long line", () => {
    const row = "word ".repeat(100_000);
    const started = performance.now();
    expect(formatExcerpt(row, 250_000, 80)).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("problems", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-excerpt-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    cpSync(path.join(import.meta.dirname, "../broken/base"), folder, { recursive: true });
    cpSync(path.join(import.meta.dirname, "../broken/word-added/alpha.md"), path.join(folder, "alpha.md"));
    writeFileSync(path.join(folder, "stray.docx"), "");
  });

  async function check(isTTY: boolean): Promise<string> {
    let printed = "";
    await main(["check", folder], {
      stdout: { write: () => true },
      stderr: { isTTY, columns: 60, write: (text) => (printed += text) },
    });
    return printed.replaceAll(path.relative(process.cwd(), folder), "FOLDER");
  }

  it("have the line and a caret on a terminal, and no other change", async () => {
    const [onTerminal, elsewhere] = [await check(true), await check(false)];
    const lines = onTerminal.split("\n");
    expect(lines[0]).toMatch(/^FOLDER\/alpha\.md:11:32 not-verbatim /);
    expect(lines.slice(1, 3)).toEqual([
      "    It is followed by a second, as truly every child knows.",
      "                                   ^",
    ]);
    expect(lines[4]).toMatch(/^FOLDER\/stray\.docx:1:1 file-stray /);
    const [counted, end] = lines.splice(-2);
    expect(`${[lines[0], ...lines.slice(3)].join("\n")}\n2 problems.\n`).toBe(elsewhere);
    expect([counted, end]).toEqual(["2 problems. “pamphlet explain CODE” says more about each.", ""]);
  });

  it("are annotations in GitHub Actions, named from the folder of the repository", async () => {
    vi.stubEnv("GITHUB_ACTIONS", "true");
    vi.stubEnv("GITHUB_WORKSPACE", path.dirname(folder));
    const printed = await check(false);
    vi.unstubAllEnvs();
    const file = `${path.basename(folder)}/alpha.md`;
    expect(printed).toMatch(
      new RegExp(`\\n::error file=${file},line=11,col=32,title=not-verbatim::[^\\n]+%0A[^\\n]+\\n`),
    );
    expect(await check(false)).not.toContain("::error");
  });

  it("and remarks are escaped as GitHub Actions unescapes them", () => {
    const problem: Problem = {
      code: "not-verbatim",
      place: { file: "50%, a:b.md", line: 2, column: 3 },
      message: "“100 %: a, b” differs.",
      hint: "Look.",
    };
    const lines = formatAnnotations(
      {
        problems: [problem],
        remarks: ["preface.md: A remark, 5 %.", "print/a.pdf: Page 3 has one line."],
        folder: "texts",
      },
      { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: process.cwd() },
    );
    expect(lines).toEqual([
      "::error file=50%25%2C a%3Ab.md,line=2,col=3,title=not-verbatim::“100 %25: a, b” differs.%0ALook.",
      "::notice file=texts/preface.md::A remark, 5 %25.",
      "::notice::print/a.pdf: Page 3 has one line.",
    ]);
  });
});
