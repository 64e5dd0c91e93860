import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findRemarks } from "../../src/check/remarks.ts";
import { load } from "../../src/load/index.ts";
import type { Publication } from "../../src/publication.ts";
import { formatProblem } from "../../src/problem.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();

interface Folder {
  name?: string;
  yaml?: string;
  files: Record<string, string>;
  /** The day on which the files were last changed. */
  changed?: string;
}

/** Writes a folder and returns the publication that it is. Throws if it has problems. */
async function told({ name = "a-folder", yaml, files, changed = "2020-01-05" }: Folder): Promise<Publication> {
  const folder = path.join(mkdtempSync(path.join(temporary, "told-")), name);
  mkdirSync(folder);
  if (yaml !== undefined) writeFileSync(path.join(folder, "publication.yaml"), yaml);
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, file), text);
    utimesSync(path.join(folder, file), new Date(`${changed}T23:59:59Z`), new Date(`${changed}T23:59:59Z`));
  }
  const { publication, problems } = await load(folder);
  expect(problems.map(formatProblem)).toEqual([]);
  return publication!;
}

const german = "Die Worte dieses Textes sind erfunden, und niemand hat sie gesagt. ".repeat(4);

describe("the title", () => {
  it.each<[string, Folder, string, string | undefined]>([
    ["the folder", { name: "no_more-war", files: { "a.md": "# One\n\nWords." } }, "No more war", undefined],
    ["the preface", { files: { "a.md": "Words.", "preface.md": "# No war\n\nWhy." } }, "No war", undefined],
    [
      "the folder, if the preface is called nothing else",
      { files: { "a.md": "Words.", "preface.md": "# Vorwort\n\nWhy." } },
      "A folder",
      "Vorwort",
    ],
    [
      "the folder, if the preface has its title in front matter",
      { files: { "a.md": "Words.", "preface.md": "---\ntitle: Why\n---\n\nWhy." } },
      "A folder",
      "Why",
    ],
    [
      "the first text, if the folder says nothing",
      { name: "statements", files: { "a.md": "# One\n\nWords." } },
      "One",
      undefined,
    ],
    ["the folder, if no text has one", { name: "statements", files: { "a.md": "Words." } }, "Statements", undefined],
  ])("is told by %s", async (_, folder, title, ofPreface) => {
    const publication = await told(folder);
    expect([publication.title, publication.preface?.title]).toEqual([title, ofPreface]);
  });

  it.each([
    ["a heading", "# One *more* time!\n\nWords.", "One more time!", "Words.", 3],
    ["a heading over a line", "One\n===\n\nWords.", "One", "Words.", 4],
    ["front matter, before the heading", "---\ntitle: Two\n---\n\n# One\n\nWords.", "Two", "# One\n\nWords.", 5],
    ["front matter, if the heading repeats it", '---\ntitle: “One”\n---\n\n# "One"\n\nWords.', "“One”", "Words.", 7],
    ["nothing, if the heading has a note", "# One[^1]\n\nWords.\n\n[^1]: Note.", undefined, "# One", 1],
    ["nothing, if the heading is not at the top", "Words.\n\n# One", undefined, "Words.", 1],
  ])("of a text is that of %s", async (_, text, title, body, line) => {
    const [statement] = (await told({ files: { "a.md": text } })).statements;
    expect(statement!.title).toBe(title);
    expect(statement!.body.trim().startsWith(body)).toBe(true);
    const empty = statement!.body.split("\n").findIndex((row) => row !== "");
    expect(statement!.bodyLine + empty).toBe(line);
  });
});

describe("the other keys", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each<[string, Folder, string]>([
    [
      "the event",
      {
        yaml: "event: { title: E, date: 2020-02-01, place: P }",
        files: { "a.md": "---\ndate: 2020-03-01\n---\nWords." },
      },
      "2020-02-01",
    ],
    [
      "the latest text of which the day is known",
      {
        files: {
          "a.md": "---\ndate: 2019-03-01\n---\nWords.",
          "b.md": "---\ndate: 2020\n---\nWords.",
          "c.md": "Words.",
        },
      },
      "2019-03-01",
    ],
    ["the last change of a text", { files: { "a.md": "Words." } }, "2020-01-05"],
  ])("the date is told by %s", async (_, folder, date) => expect((await told(folder)).date).toBe(date));

  it("the date is that of SOURCE_DATE_EPOCH if files alone could tell it", async () => {
    vi.stubEnv("SOURCE_DATE_EPOCH", "946684800");
    expect((await told({ files: { "a.md": "Words." } })).date).toBe("2000-01-01");
  });

  it("the language is that of most words, and a text may have another", async () => {
    const publication = await told({ files: { "a.md": german, "b.md": "---\nlang: fr\n---\n\nUn mot." } });
    expect([publication.language, ...publication.statements.map(({ lang }) => lang)]).toEqual(["de", "de", "fr"]);
    expect((await told({ files: { "a.md": "1 + 1 = 2" } })).language).toBe("en");
  });

  it("the language that the editor gives is that of all texts, but for one that is never written so", async () => {
    const files = { "a.md": german, "b.md": "این یک متن آزمایشی است که چند جمله دارد." };
    const publication = await told({ yaml: "language: en-GB", files });
    expect(publication.statements.map(({ lang, dir }) => [lang, dir])).toEqual([
      ["en-GB", "ltr"],
      ["fa", "rtl"],
    ]);
    const azerbaijani = await told({ yaml: "language: az", files: { "a.md": "بوتون اینسانلار آزاد دوغولورلار." } });
    expect(azerbaijani.statements[0]!.lang).toBe("az-Arab");
  });

  it("the identifier stays when a text changes, and follows the web address", async () => {
    const identifierOf = async (text: string, yaml = "") => (await told({ yaml, files: { "a.md": text } })).identifier;
    const first = await identifierOf("Words.");
    expect(await identifierOf("Other words.")).toBe(first);
    expect(await identifierOf("Words.", "web: https://example.org/")).not.toBe(first);
  });

  it("nothing is remarked on if the editor writes it", async () => {
    const identifier = "urn:uuid:00000000-0000-4000-8000-000000000000";
    const yaml = `title: T\nslug: t\nidentifier: ${identifier}\nlanguage: en-GB\ndate: 2020-01-01\n`;
    expect(findRemarks(await told({ yaml, files: { "a.md": "Words." } }))).toEqual([]);
    expect(
      findRemarks(await told({ yaml: yaml.replace("-GB", ""), files: { "README.md": "x", "a.md": "Words." } })),
    ).toEqual([
      "publication.yaml: The language is English (en), so dates are written as January 1, 2020; “language: en-GB” writes 1 January 2020.",
      "README.md: By its name this file is not one of the texts; the contents can name it.",
    ]);
  });
});
