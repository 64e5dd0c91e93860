import { Ajv } from "ajv";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { build } from "../src/build.ts";
import { findRemarks } from "../src/check/remarks.ts";
import { loadAndCheck } from "../src/check/load-and-check.ts";
import { main } from "../src/cli/main.ts";
import { validate } from "../src/load/validate.ts";
import { addToList, readYaml } from "../src/load/yaml.ts";
import { formatProblem } from "../src/problem.ts";
import { publicationSchema } from "../src/schemas.ts";
import { problemsOf } from "./support/problems.ts";

const room = await mkdtemp(path.join(tmpdir(), "pamphlet-new-"));
afterAll(() => rm(room, { recursive: true }));

let folder = "";
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(room, "case-")), "against-the-war");
});

interface Result {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line; with answers, on a terminal at which somebody types them. */
async function run(words: string[], answers?: string[]): Promise<Result> {
  const result = { status: -1, stdout: "", stderr: "" };
  const isTTY = answers !== undefined;
  const stdin = Object.assign(new PassThrough(), { isTTY });
  stdin.end((answers ?? []).map((line) => `${line}\n`).join(""));
  result.status = await main(words, {
    stdin,
    stdout: { isTTY, write: (text) => (result.stdout += text) },
    stderr: { isTTY, write: (text) => (result.stderr += text) },
  });
  return result;
}

const read = (name: string) => readFile(path.join(folder, name), "utf8");
const settings = async () => parse(await read("publication.yaml")) as Record<string, unknown>;
const put = async (name: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};

const editorFiles = ["publication.schema.json", "settings.json", "tasks.json", "extensions.json"];

describe("pamphlet new", () => {
  it("makes a publication that builds at once, without a remark", async () => {
    const { status, stdout } = await run(["new", folder, "--language", "en-GB"]);
    expect(status).toBe(0);
    expect(stdout).toContain(`publication.yaml, preface.md, 1-sample.md, .vscode/publication.schema.json`);
    expect(findRemarks(await loadAndCheck(folder))).toEqual([]);
    const artifacts = await build({ folder, out: path.join(room, "build"), only: ["pamphlet", "text"] });
    expect(artifacts.map(({ path }) => path)).toContain("print/against-the-war-a5.pdf");
  });

  it.each([
    ["fa", "علیه جنگ"],
    ["el", "Κατά του πολέμου"],
    ["en-US", "Against the war"],
  ])("says of its samples that they are in English, if the language is %s", async (tag, title) => {
    await run(["new", folder, "--language", tag, "--title", title]);
    const { preface, statements, language } = await loadAndCheck(folder);
    expect(language).toBe(tag);
    const samples = [preface, ...statements].map((text) => text!.lang);
    expect(samples).toEqual(tag === "en-US" ? [tag, tag] : ["en", "en"]);
  });

  it("explains every setting, with an example that is right", async () => {
    await run(["new", folder, "--language", "en-GB"]);
    const text = await read("publication.yaml");
    for (const key of Object.keys(publicationSchema.shape)) expect(text).toMatch(new RegExp(`^# .*\n#?${key}:`, "m"));
    const used = readYaml(text.replaceAll(/^#(?! \S)/gm, ""), "publication.yaml");
    expect(used.problem).toBeUndefined();
    expect(validate(publicationSchema, used).problems).toEqual([]);
    for (const line of text.split("\n")) expect(line.length).toBeLessThan(120);
  });

  it("takes what the options say", async () => {
    const event = [
      "--event",
      "A meeting: come",
      "--event-date",
      "2020-01-11",
      "--event-time",
      "14:00",
      "--event-place",
      "Hall",
    ];
    await run(["new", folder, "--title", "War: what for?", "--language", "de", ...event]);
    expect(await settings()).toMatchObject({
      title: "War: what for?",
      slug: "war-what-for",
      identifier: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      language: "de",
      date: "2020-01-11",
      event: { title: "A meeting: come", date: "2020-01-11", time: "14:00", place: "Hall" },
    });
    expect(await problemsOf(folder)).toEqual([]);
  });

  it("asks on a terminal for what the options leave open, and again if an answer is wrong", async () => {
    const answers = ["", "english", "en-GB", "A meeting", "11 January", "2020-02-30", "2020-01-11", "", "", "Hall"];
    const { status, stderr } = await run(["new", folder], answers);
    expect(status).toBe(0);
    expect(stderr.split("\n").map((line) => line.replace(/ \[(?!Against).*?\]/, ""))).toEqual([
      "Title [Against the war]: Language: Write a language as en, en-GB or fa.",
      "Language: Name of the event that it is for, if there is one: Day of the event, as 2020-01-11: Write a day as 2020-01-11.",
      "Day of the event, as 2020-01-11: This day is not in the calendar.",
      "Day of the event, as 2020-01-11: Time, as 14:00, if it is known: Place: Write an answer.",
      "Place: ",
    ]);
    const event = { title: "A meeting", date: "2020-01-11", place: "Hall" };
    expect(await settings()).toMatchObject({ title: "Against the war", language: "en-GB", event });
  });

  it("makes nothing if the questions are not answered", async () => {
    const { status, stderr } = await run(["new", folder], ["A title"]);
    expect({ status, end: stderr.split("\n").at(-2) }).toEqual({
      status: 2,
      end: expect.stringMatching(/pamphlet: The questions were not answered, so nothing was made\.$/),
    });
    await expect(readdir(folder)).rejects.toThrow("ENOENT");
  });

  it("takes Markdown files that are there for the texts, and changes none of them", async () => {
    await put("one.md", "# One\n\nThe words of a text.\n");
    await put("sources/one.txt", "The words of a document.\n");
    await put(".vscode/settings.json", "{}\n");
    const { stdout } = await run(["new", folder]);
    expect(stdout).toContain(`: publication.yaml, .vscode/publication.schema.json, .vscode/tasks.json, .vscode/ext`);
    expect((await readdir(folder)).sort()).toEqual([".vscode", "one.md", "publication.yaml", "sources"]);
    expect(await read("one.md")).toBe("# One\n\nThe words of a text.\n");
    expect(await read(".vscode/settings.json")).toBe("{}\n");
    expect(await problemsOf(folder)).toEqual([]);
  });

  it("refuses a folder that is a publication, has other files or cannot be one", async () => {
    await put("publication.yaml", "title: A title\n");
    expect(await run(["new", folder])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("a publication in"),
    });
    expect(await read("publication.yaml")).toBe("title: A title\n");
    await rm(path.join(folder, "publication.yaml"));
    for (const name of ["a.docx", "b.pdf", "c.txt", "d.txt"]) await put(name, "");
    const { status, stderr } = await run(["new", folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/has a\.docx, b\.pdf, c\.txt, others\. Name a new folder: “pamphlet new my-pamphlet”\.\n$/);
    expect((await run(["new", path.join(folder, "a.docx", "inside")])).stderr).toContain("ENOTDIR");
    expect((await run(["new", folder, "two"])).stderr).toContain("takes one folder, but got");
    expect(await readdir(folder)).toHaveLength(4);
  });

  it.each([
    [["--language", "farsi"], "--language cannot be “farsi”. Write a language as en, en-GB or fa."],
    [["--event", "A meeting", "--event-date", "2021-02-29"], "--event-date cannot be “2021-02-29”. This day is not in"],
    [["--event", "A meeting"], "An event needs a day and a place: --event-date"],
    [["--title", ""], "--title cannot be “”. Write an answer."],
  ])("refuses %j", async (options, message) => {
    const { status, stderr } = await run(["new", folder, ...options]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
    await expect(readdir(folder)).rejects.toThrow("ENOENT");
  });
});

describe("the files for text editors", () => {
  beforeEach(() => run(["new", folder]));

  it("are JSON, and the schema fits the settings", async () => {
    const files = await Promise.all(editorFiles.map((name) => read(`.vscode/${name}`)));
    const [schema] = files.map((text) => JSON.parse(text) as object);
    expect(await read("publication.yaml")).toMatch(
      /^# yaml-language-server: \$schema=\.vscode\/publication\.schema\.json\n/,
    );
    const ajv = new Ajv({ allowUnionTypes: true, keywords: ["patternErrorMessage"] });
    expect(ajv.validate(schema!, await settings())).toBe(true);
  });

  it("find the file, line, column, code and message of a problem", async () => {
    const { tasks } = JSON.parse(await read(".vscode/tasks.json")) as { tasks: Task[] };
    expect(tasks).toHaveLength(3);
    const problem = {
      code: "html-raw",
      place: { file: "a b.md", line: 12, column: 3 },
      message: "“<b>”: HTML.",
    } as const;
    for (const { problemMatcher } of tasks) {
      const { regexp, ...groups } = problemMatcher.pattern;
      const found = new RegExp(regexp).exec(formatProblem(problem))!;
      const values = Object.entries(groups).map(([name, group]) => [name, found[group as number]]);
      expect(Object.fromEntries(values)).toEqual({
        file: "a b.md",
        line: "12",
        column: "3",
        code: "html-raw",
        message: "“<b>”: HTML.",
      });
      expect("    one:1:2 of a text").not.toMatch(new RegExp(regexp));
    }
  });

  it("know the sentences with which the preview begins and ends a list of problems", async () => {
    const { tasks } = JSON.parse(await read(".vscode/tasks.json")) as { tasks: Task[] };
    const { beginsPattern, endsPattern } = tasks.find(({ isBackground }) => isBackground)!.problemMatcher.background!;
    const preview = await readFile("src/cli/commands/dev.ts", "utf8");
    const sentences = [...preview.matchAll(/say\(["`](.*?)["`]\)/g)].map(([, sentence]) => sentence!);
    expect(sentences.filter((sentence) => new RegExp(beginsPattern).test(sentence))).toEqual(["The texts were read."]);
    const ends = [...sentences, "1 problem.", "2 problems. “pamphlet explain CODE” says more about each."].filter(
      (sentence) => new RegExp(endsPattern).test(sentence),
    );
    expect(ends).toHaveLength(4);
  });
});

interface Task {
  isBackground?: boolean;
  problemMatcher: {
    pattern: { regexp: string } & Record<string, number | string>;
    background?: { beginsPattern: string; endsPattern: string };
  };
}

describe("pamphlet new statement", () => {
  it("adds one after the others, with its keys explained and its words to be written", async () => {
    await run(["new", folder]);
    const { status, stdout } = await run(["new", "statement", "War:", "what for?", "--in", folder]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/: 2-war-what-for\.md\.\n$/) });
    expect((await problemsOf(folder)).map(({ code }) => code)).toEqual(["statement-empty"]);
    await writeFile(path.join(folder, "2-war-what-for.md"), `${await read("2-war-what-for.md")}For what?\n`);
    const { statements } = await loadAndCheck(folder);
    expect(statements.map(({ title }) => title)).toEqual(["How to write a text", "War: what for?"]);
  });

  it("adds it to the contents, if these are listed", async () => {
    await put("publication.yaml", "contents:\n  # The first.\n  - one # and last\n\ntitle:   A title\n");
    await put("one.md", "The words of a text.\n");
    expect((await run(["new", "statement", "Two", "--in", folder])).stdout).toMatch(
      /: two\.md, publication\.yaml\.\n$/,
    );
    expect(await read("publication.yaml")).toBe(
      "contents:\n  # The first.\n  - one # and last\n  - two\n\ntitle:   A title\n",
    );
  });

  it("overwrites nothing", async () => {
    await put("two.md", "The words of a text.\n");
    const { status, stderr } = await run(["new", "statement", "Two", "--in", folder]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "pamphlet: There is a file two.md already.\n" });
    expect(await read("two.md")).toBe("The words of a text.\n");
  });

  it("needs a title and a folder", async () => {
    expect((await run(["new", "statement", "--in", folder])).stderr).toContain("A statement needs a title");
    expect((await run(["new", "statement", "Two", "--in", folder])).stderr).toContain("There is no folder");
  });
});

describe("a list of YAML", () => {
  it.each([
    ["items", "a:\n- one\n- two\nb: c\n", "a:\n- one\n- two\n- new\nb: c\n"],
    ["items without a line end", "a:\n  - one", "a:\n  - one\n  - new"],
    ["an item with a comment", "a:\n  - one # first\n# end\n", "a:\n  - one # first\n  - new\n# end\n"],
    ["an item in quotes", 'a:\n    -   "one"\n', 'a:\n    -   "one"\n    -   new\n'],
    ["brackets", "a: [one, two] # all\n", "a: [one, two, new] # all\n"],
    ["brackets in several lines", "a: [\n  one,\n  two\n]\n", "a: [\n  one,\n  two, new\n]\n"],
  ])("with %s gets one more, and nothing else changes", (_, text, longer) => {
    expect(addToList(text, "a", "new")).toBe(longer);
  });

  it.each([["b: one\n"], ["a: one\n"], ["a: []\n"], [""]])("is not found in %j", (text) => {
    expect(addToList(text, "a", "new")).toBeUndefined();
  });
});
