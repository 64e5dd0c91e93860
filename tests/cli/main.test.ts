import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { doctor } from "../../src/cli/doctor.ts";
import { commands } from "../../src/cli/commands.ts";
import { main } from "../../src/cli/main.ts";
import { generalOptions } from "../../src/cli/options.ts";
import { editions } from "../../src/editions/index.ts";
import { PublicationProblems } from "../../src/errors.ts";
import type { Problem } from "../../src/problem.ts";

// The real command, of which a test can make a call fail.
vi.mock("../../src/cli/doctor.ts", async (original) => {
  const actual = await original<typeof import("../../src/cli/doctor.ts")>();
  return { ...actual, doctor: vi.fn<typeof doctor>(actual.doctor) };
});

const base = path.join(import.meta.dirname, "../broken/base");
const room = mkdtempSync(path.join(tmpdir(), "pamphlet-cli-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

// A publication with a problem, a build of one without, and a folder that is no build.
const broken = path.join(room, "broken");
const out = path.join(room, "build");
const foreign = path.join(room, "foreign");
beforeAll(async () => {
  cpSync(base, broken, { recursive: true });
  cpSync(path.join(import.meta.dirname, "../broken/statement-empty/alpha.md"), path.join(broken, "alpha.md"));
  mkdirSync(foreign);
  writeFileSync(path.join(foreign, "letter.txt"), "");
  await run("build", base, "--only", "text", "--out", out);
});

interface Result {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line, elsewhere than on a terminal. */
const run = (...words: string[]) => runOn(false, words);

async function runOn(isTTY: boolean, words: string[]): Promise<Result> {
  const result = { status: -1, stdout: "", stderr: "" };
  result.status = await main(words, {
    stdout: { isTTY, write: (text) => (result.stdout += text) },
    stderr: { isTTY, write: (text) => (result.stderr += text) },
  });
  return result;
}

/** What takes the line of progress from a terminal. */
const erase = "\r\u001b[K";
const text = (folder: string, file: string) => readFileSync(path.join(folder, file), "utf8");
/** A folder with the build of which a file has changed. */
function changedBuild(): string {
  const folder = mkdtempSync(path.join(room, "changed-"));
  cpSync(out, folder, { recursive: true });
  writeFileSync(path.join(folder, "text/alpha.txt"), "Other words.\n");
  return folder;
}

describe("a command", () => {
  it("that succeeds prints its result, and a line for each step that has ended", async () => {
    const built = await run("build", base, "--only", "text", "--out", out);
    expect(built.stdout).toMatch(/^file +pages +sheets +size\n(.+\n)*text\/alpha\.txt +\d+ kB\n/);
    expect(built.stdout).toMatch(/\nIn .*build, with SHA256SUMS and manifest\.json\.\n$/);
    const lines = ["check", "2 of 4  text", "3 of 4  prove words of text", "4 of 4  write"];
    expect(built.stderr.replaceAll(/^ +\d+\.\d s {2}/gm, "")).toBe(`${lines.join("\n")}\n`);
    expect(await run("check", base)).toEqual({ status: 0, stdout: "2 statements, no problem.\n", stderr: "" });
    const verified = await run("verify", base, "--out", out);
    expect(verified).toMatchObject({ status: 0, stderr: "" });
    expect(verified.stdout).toMatch(/\ntext\/alpha\.txt .* right: words\n/);
    const found = await run("doctor");
    expect(found).toMatchObject({ status: 0, stderr: "" });
    expect(found.stdout).toMatch(/^node +v\d+.*\n(.+\n)*prints +yes, a page of \d+ bytes\n$/);
  });

  it.each([["build", "--out", out], ["check"], ["verify", "--out", out]])(
    "%s fails if the publication has a problem",
    async (command, ...rest) => {
      const { status, stdout, stderr } = await run(command, broken, ...rest);
      expect(status).toBe(1);
      expect(stdout).toBe("");
      const file = path.relative(process.cwd(), path.join(broken, "alpha.md"));
      expect(stderr).toContain(`${file}:8:1 statement-empty The text has no words.\n    Write them, or`);
      expect(stderr).toMatch(/\n1 problem\.\n$/);
    },
  );

  it("verify fails if a file has changed, and claims nothing of others that were not verified without it", async () => {
    const { status, stdout, stderr } = await run("verify", base, "--out", changedBuild());
    expect(status).toBe(1);
    expect(stdout).toMatch(/\ntext\/beta\.txt\n/);
    expect(stdout).not.toContain("right");
    expect(stderr).toMatch(/publication\.yaml:1:1 file-changed text\/alpha\.txt has changed since it was made\.\n/);
  });

  it("verify fails if the build lacks a file that the publication has by now", async () => {
    const folder = changedBuild();
    const manifest = JSON.parse(text(folder, "manifest.json")) as { files: { path: string }[] };
    const files = manifest.files.filter(({ path }) => path !== "text/beta.txt");
    writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ ...manifest, files }));
    const { status, stderr } = await run("verify", base, "--out", folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/file-changed text\/beta\.txt is missing\.\n/);
    expect(stderr).toContain("\n2 problems.\n");
  });

  it("that cannot work says why, and keeps what was there", async () => {
    const built = await run("build", base, "--only", "text", "--out", foreign);
    expect(built).toMatchObject({ status: 2, stdout: "" });
    expect(built.stderr).toMatch(/^pamphlet: .*foreign has files that no build has made, .*\n$/);
    expect(text(foreign, "letter.txt")).toBe("");
    expect(await run("verify", base, "--out", foreign)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^pamphlet: .*foreign has no build in it: .*\n$/),
    });
    vi.stubEnv("SOURCE_DATE_EPOCH", "abc");
    const dated = await run("build", base, "--only", "text", "--out", out);
    vi.unstubAllEnvs();
    expect(dated).toMatchObject({ status: 2, stdout: "" });
    // No line of progress after that of the check: nothing was made.
    expect(dated.stderr).toMatch(
      /check\npamphlet: The environment variable SOURCE_DATE_EPOCH is “abc”, which is not a date\. Set it .*\n$/,
    );
    vi.stubEnv("PAMPHLET_BROWSER", "/nowhere/browser");
    const found = await run("doctor");
    vi.unstubAllEnvs();
    expect(found).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("/nowhere/browser") });
  });

  it("that crashes says how to find out where", async () => {
    vi.mocked(doctor).mockRejectedValueOnce(new TypeError("A fault."));
    expect(await run("doctor")).toEqual({
      status: 2,
      stdout: "",
      stderr: "pamphlet: A fault.\nRun the command again with --debug to see where in the program the error arose.\n",
    });
    vi.mocked(doctor).mockRejectedValueOnce(new TypeError("A fault."));
    expect((await run("doctor", "--debug")).stderr).toMatch(/^TypeError: A fault\.\n +at /);
    vi.mocked(doctor).mockRejectedValueOnce("no error at all");
    expect((await run("doctor")).stderr).toMatch(/^pamphlet: no error at all\n/);
  });
});

describe("--json", () => {
  const cases: [name: string, words: () => string[], status: number, keys: string[]][] = [
    ["build", () => ["build", base, "--only", "text", "--out", out], 0, ["out", "files", "remarks"]],
    ["build of a publication with a problem", () => ["build", broken, "--out", out], 1, ["problems"]],
    ["build that cannot work", () => ["build", base, "--only", "text", "--out", foreign], 2, ["error"]],
    ["check", () => ["check", base], 0, ["remarks", "problems"]],
    ["check of a publication with a problem", () => ["check", broken], 1, ["problems"]],
    ["check of no folder", () => ["check", "/nowhere"], 1, ["problems"]],
    ["verify", () => ["verify", base, "--out", out], 0, ["files", "problems"]],
    [
      "verify with --measures",
      () => ["verify", base, "--out", out, "--measures"],
      0,
      ["files", "measures", "problems"],
    ],
    ["verify of a changed file", () => ["verify", base, "--out", changedBuild()], 1, ["files", "problems"]],
    ["verify of a publication with a problem", () => ["verify", broken, "--out", out], 1, ["problems"]],
    ["verify that cannot work", () => ["verify", base, "--out", foreign], 2, ["error"]],
    ["doctor", () => ["doctor"], 0, ["node", "system", "browser", "path", "sandbox", "prints"]],
    ["an unknown command", () => ["bild"], 2, ["error"]],
    ["an unknown option", () => ["check", "--colour"], 2, ["error"]],
    ["no command", () => [], 0, ["help"]],
    ["--version", () => ["--version"], 0, ["version"]],
  ];

  it.each(cases)("%s: prints one line", async (_, words, status, keys) => {
    const result = await run(...words(), "--json");
    expect(result.status).toBe(status);
    expect(result.stdout).toMatch(/^[^\n]+\n$/);
    expect(Object.keys(JSON.parse(result.stdout) as object)).toEqual(keys);
  });

  it.each([["--quiet"], ["--debug"]])("prints the same line with %s", async (option) => {
    for (const words of [["check", base], ["check", broken], ["bild"]])
      expect((await run(...words, "--json", option)).stdout).toBe((await run(...words, "--json")).stdout);
  });

  it("prints one line for a crash too", async () => {
    vi.mocked(doctor).mockRejectedValueOnce(new TypeError("A fault\nin two lines."));
    const { status, stdout } = await run("doctor", "--json");
    expect(status).toBe(2);
    expect(stdout).toBe('{"error":"A fault\\nin two lines."}\n');
  });

  it("names the file of a problem as seen from the current folder", async () => {
    const { stdout } = await run("check", broken, "--json");
    const file = path.relative(process.cwd(), path.join(broken, "alpha.md"));
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ code: "statement-empty", place: { file, line: 8, column: 1 } }],
    });
  });
});

describe("--quiet", () => {
  it("prints nothing of a success, and what went wrong", async () => {
    expect(await run("check", base, "--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
    const built = await run("build", base, "--only", "text", "--out", out, "--quiet");
    expect(built).toEqual({ status: 0, stdout: "", stderr: "" });
    const { stdout, stderr } = await run("verify", base, "--out", changedBuild(), "--quiet");
    expect(stdout).toBe("");
    expect(stderr).toMatch(/file-changed text\/alpha\.txt has changed since it was made\.\n(.*\n)+\d problems?\.\n$/);
    expect((await run("bild", "--quiet")).stderr).toContain("There is no command “bild”.");
  });
});

describe("a command line that is wrong", () => {
  it.each([
    [["bild"], "There is no command “bild”. Did you mean “build”? “pamphlet --help” explains them."],
    [["toString"], "There is no command “toString”. The commands are new, import, build, "],
    [["check", "a", "b"], "“pamphlet check” takes one folder, but got a, b."],
    [["doctor", "a"], "“pamphlet doctor” takes no folder, but got a."],
    [["check", "--only", "epub"], "“pamphlet check” has no option --only. It belongs to build.\n"],
    [["build", "--only", "poster"], "There is no edition “poster”. The editions are pamphlet, booklet,"],
    [["build", "--colour"], "Unknown option “--colour”. Run “pamphlet --help” for a list of the options.\n"],
    [["build", "--out"], "Option “--out <value>” argument missing. Run"],
    [["build", "--out", "--only"], "Option “--out” argument is ambiguous. Run"],
    [["build", "--quiet=yes"], "Option “--quiet” does not take an argument. Run"],
  ])("%j is refused", async (words, message) => {
    const { status, stdout, stderr } = await run(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`pamphlet: ${message}`);
    expect(stderr.split("\n")).toHaveLength(2);
  });
});

describe("--only leaflets/TEXT", () => {
  it("is refused if there is no such text, which is known when the publication is read", async () => {
    expect(await run("build", base, "--only", "leaflets/alpah", "--out", out, "--quiet")).toEqual({
      status: 2,
      stdout: "",
      stderr: "pamphlet: There is no text “alpah” to make a leaflet of. Did you mean “alpha”?\n",
    });
  });
});

describe("--keep-going", () => {
  it("lists what was not made with its problems, and fails", async () => {
    const edition = editions.find(({ name }) => name === "guide")!;
    const problem = { code: "words-lost", place: { file: "alpha.md", line: 1, column: 1 }, message: "It is gone." };
    vi.spyOn(edition, "make").mockRejectedValueOnce(new PublicationProblems([problem as Problem]));
    const words = ["build", base, "--only", "text", "--only", "guide", "--keep-going"];
    const { status, stdout, stderr } = await run(...words, "--out", path.join(room, "partial"));
    expect(status).toBe(1);
    expect(stdout).toMatch(/\ntext\/alpha\.txt +\d+ kB\n(.+\n)*Not made, because of problems: guide\.\n$/);
    expect(stderr).toMatch(/alpha\.md:1:1 words-lost It is gone\.\n1 problem\.\n$/);
    const { status: again } = await run(...words, "--out", path.join(room, "partial"));
    expect(again).toBe(0);
  });
});

describe("--help", () => {
  it("names every command and the options of all, and is printed where there is no command", async () => {
    const help = await run("--help");
    expect(help).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/^pamphlet: makes .*\n\n/) });
    for (const { name } of commands) expect(help.stdout).toContain(`\n  pamphlet ${name}`);
    for (const option of generalOptions) expect(help.stdout).toMatch(new RegExp(`\\n  --${option}[ ,]`));
    expect(await run()).toEqual(help);
    expect(await run("-h")).toEqual(help);
    expect(await run("--help", "--version")).toEqual(help);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "after “%s” says what that does, with all its options",
    async (name, { options }) => {
      const help = await run(name, "--help");
      expect(help).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining(`pamphlet ${name}`) });
      for (const option of [...options, ...generalOptions])
        expect(help.stdout).toMatch(new RegExp(`\\n  --${option}[ ,]`));
      for (const line of help.stdout.split("\n")) expect(line.length).toBeLessThan(110);
    },
  );
});

describe("a terminal", () => {
  it("has one line of progress, which gives place to the result", async () => {
    const { stderr } = await runOn(true, ["build", base, "--only", "text", "--out", out]);
    expect(stderr).not.toContain("\n");
    const last = stderr.split("\r").findLast((line) => line.includes("of"));
    expect(last).toMatch(/^\[#{10}\] {2}4 of 4 {2} +\d+\.\d s {2}.\[K$/);
    expect(stderr.endsWith(erase)).toBe(true);
  });

  it("shows problems and errors of every kind in place of the progress", async () => {
    const problem = await runOn(true, ["build", broken]);
    expect(problem.stderr.split(erase)).toEqual([
      expect.stringMatching(/ check.\[K$/),
      expect.stringMatching(/^[^\n]*alpha\.md:8:1 statement-empty /),
    ]);
    const words = ["build", base, "--only", "text", "--out", foreign];
    expect((await runOn(true, words)).stderr.split(erase).at(-1)).toMatch(/^pamphlet: .*foreign has files /);
    expect((await runOn(true, [...words, "--debug"])).stderr.split(erase).at(-1)).toMatch(/^Error: .*\n +at /);
  });

  it("is not written to where there was no progress", async () => {
    expect((await runOn(true, ["check", base])).stderr).toBe("");
    expect((await runOn(true, ["bild"])).stderr).toMatch(/^pamphlet: /);
  });
});

describe("the program as a process", () => {
  const program = path.resolve("src/pamphlet.js");
  const start = (...words: string[]) =>
    new Promise<Result>((resolve) =>
      execFile(process.execPath, [program, ...words], (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
      ),
    );

  // Two alone: each loads the whole program.
  it("prints what it is asked for, and ends with the status of the command", async () => {
    const { version } = JSON.parse(text(".", "package.json")) as { version: string };
    expect(await start("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    const { status, stdout, stderr } = await start("check", broken, "--json");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(stdout)).toHaveProperty("problems.0.code", "statement-empty");
  });
});
