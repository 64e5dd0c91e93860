import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { buildOnce } from "../support/builds.ts";
import { hard } from "../support/hard.ts";
import { temporaryFolder } from "../support/temporary.ts";

// Every edition of one publication, made by whole processes in other surroundings than those of the tests. What differs
// is found by comparing SHA256SUMS, which names each file.

const fixture = "tests/fixtures/small";
const program = path.resolve("src/pamphlet.js");
const temporary = temporaryFolder();
const folderFor = (name: string) => {
  mkdirSync(path.join(temporary, name));
  return path.join(temporary, name);
};
const readSums = (out: string) => readFileSync(path.join(out, "SHA256SUMS"), "utf8");

let sums = "";
beforeAll(async () => void (sums = readSums((await buildOnce(fixture)).out)));

describe("the same publication gives the same bytes", () => {
  /** What makes a process use one core alone; nothing where the system has no such command or does not permit it. */
  const onOneCore = works("taskset", "-c", "0", "true") ? ["taskset", "-c", "0"] : [];
  let others = "";

  // One build in which all is different at once.
  beforeAll(async () => {
    const folder = path.join(temporary, "a copy, ö");
    cpSync(fixture, folder, { recursive: true });
    const out = path.join(temporary, "another build");
    const [command, ...words] = [...onOneCore, process.execPath, program, "build", folder, "--out", out, "--quiet"];
    const umask = process.umask(0o077);
    const building = promisify(execFile)(command!, words, {
      cwd: folderFor("another folder"),
      env: {
        ...process.env,
        TZ: "Pacific/Kiritimati",
        // In Turkish, a small letter may have another capital.
        LANG: "tr_TR.UTF-8",
        LC_ALL: "tr_TR.UTF-8",
        HOME: folderFor("an empty home"),
        TMPDIR: folderFor("another temporary folder"),
      },
    });
    process.umask(umask);
    await building;
    others = readSums(out);
  });

  it("in another time zone, language, home, folder and temporary folder, with other rights for new files", () => {
    expect(others).toBe(sums);
  });

  it("on one core alone", ({ skip }) => {
    skip(onOneCore.length === 0, "The command taskset is missing or not permitted.");
    expect(others).toBe(sums);
  });
});

// npx fetches them the first time.
const versions = ["20", "22", "24"].filter((version) => !process.version.startsWith(`v${version}.`));

describe.runIf(hard)("the same publication gives the same bytes in other versions of Node", () => {
  it.for(versions)("%s", async (version, { skip }) => {
    const node = ["-y", `node@${version}`];
    skip(!works("npx", ...node, "--version"), `Node ${version} cannot be fetched.`);
    const out = path.join(temporary, `node-${version}`);
    await promisify(execFile)("npx", [...node, program, "build", fixture, "--out", out, "--quiet"]);
    expect(readSums(out)).toBe(sums);
  });
});

function works(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
