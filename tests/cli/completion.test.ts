import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/main.ts";
import { editionNames } from "../../src/edition-names.ts";
import { problemCodes } from "../../src/problem.ts";

const folder = mkdtempSync(path.join(tmpdir(), "pamphlet-completion-"));
afterAll(() => rmSync(folder, { recursive: true }));

const names = commands.map(({ name }) => name);
const hasShell = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

async function writeScript(shell: string): Promise<string> {
  let script = "";
  await main(["completion", shell], { stdout: { write: (text) => (script += text) }, stderr: { write: () => true } });
  const file = path.join(folder, `pamphlet.${shell}`);
  writeFileSync(file, script);
  return file;
}

beforeAll(() => {
  mkdirSync(path.join(folder, "place/my texts"), { recursive: true });
  writeFileSync(path.join(folder, "place/letter.docx"), "");
});

/** What a line can be completed with, in a folder that has a folder “my texts” and a file letter.docx. */
const cases: [line: string, expected: string[]][] = [
  ["pamphlet ", names],
  ["pamphlet bui", ["build"]],
  ["pamphlet build ", ["my texts"]],
  ["pamphlet build --o", ["--only", "--out"]],
  ["pamphlet build --only ", [...editionNames]],
  ["pamphlet build --only epub --only w", ["web"]],
  ["pamphlet build --out m", ["my texts"]],
  ["pamphlet --quiet build --out x --t", ["--timings"]],
  ["pamphlet check --o", []],
  ["pamphlet explain ", Object.keys(problemCodes)],
  ["pamphlet explain image-a", ["image-alt"]],
  ["pamphlet completion f", ["fish"]],
  ["pamphlet doctor ", []],
  ["pamphlet new --title ", []],
];

describe.runIf(hasShell("bash"))("the completion for bash", () => {
  it.each(cases)("of “%s” is right", async (line, expected) => {
    const words = line.split(" ");
    const script = [
      `source ${await writeScript("bash")}`,
      `COMP_WORDS=(${words.map((word) => `"${word}"`).join(" ")})`,
      `COMP_CWORD=${words.length - 1}`,
      "_pamphlet",
      'for reply in "${COMPREPLY[@]}"; do echo "$reply"; done',
    ].join("\n");
    const printed = execFileSync("bash", ["--norc", "-uc", script], {
      cwd: path.join(folder, "place"),
      encoding: "utf8",
    });
    expect(printed.split("\n").filter(Boolean)).toEqual(expected);
  });
});

describe.runIf(hasShell("fish"))("the completion for fish", () => {
  it.each(cases)("of “%s” is right", async (line, expected) => {
    const printed = execFileSync("fish", ["-c", `source ${await writeScript("fish")}; complete -C "${line}"`], {
      cwd: path.join(folder, "place"),
      encoding: "utf8",
    });
    const found = printed.split("\n").filter(Boolean);
    expect(found.map((row) => row.split("\t")[0]!.replace(/\/$/, "")).sort()).toEqual([...expected].sort());
  });
});

describe("pamphlet completion", () => {
  it.runIf(hasShell("zsh"))("is a script that zsh can read", async () => {
    expect(execFileSync("zsh", ["-n", await writeScript("zsh")], { encoding: "utf8" })).toBe("");
  });

  it("knows every command in each shell, and no other shell", async () => {
    for (const shell of ["bash", "zsh", "fish"]) {
      const { writeCompletion } = await import("../../src/cli/completion/index.ts");
      for (const name of names) expect(writeCompletion(shell, commands)).toMatch(new RegExp(`\\b${name}\\b`));
    }
    let stderr = "";
    const streams = { stdout: { write: () => true }, stderr: { write: (text: string) => (stderr += text) } };
    expect(await main(["completion", "csh"], streams)).toBe(2);
    expect(stderr).toBe("pamphlet: There is no completion for “csh”. The shells are bash, zsh, fish.\n");
  });
});
