import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { findRemarks } from "../../src/check/remarks.ts";
import { usualEditions } from "../../src/edition-names.ts";
import { editionOf, type Artifact } from "../../src/artifact.ts";
import { load } from "../../src/load/index.ts";
import { formatProblem } from "../../src/problem.ts";
import { problemsOf } from "../support/problems.ts";
import { temporaryFolder } from "../support/temporary.ts";

// Someone who has read nothing puts five texts into a folder, called as such files are called, and adds what the program
// might want to know, as they would write it.

const folder = path.join(temporaryFolder(), "against-the-fixture");
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
const addFrontMatter = (name: string, keys: string) => write(name, `---\n${keys}\n---\n\n${read(name)}`);

const hands = "1-hands-off.md";
const song = "2 Song of the fixture.md";
const interview = "3_Interview (final).MD";
const report = "10. Erklärung.md".normalize("NFD");
const persian = "11-دستها.md";

const texts = {
  [hands]: `# Hands off the fixture!

The first paragraph of the statement has a note.[^1] It says nothing, because it is a fixture.

![A grey square that stands for an image](images/square.png "The caption of the square")

The last paragraph is short.

[^1]: The words of the note.
`,
  [song]: `The first line of a song,\\
the second, not so long.

The third line is a fixture,\\
the fourth belongs to the mixture.
`,
  [interview]: `# We have been a fixture for years

**What is this?** A question that stands in bold type.

**And this?** Another, with an answer of two sentences. This is the second.
`,
  [report]: `# Report on the fixture

| year | fixtures |
| ---- | -------- |
| 2019 | twelve   |
| 2020 | thirteen |

The table above has two rows, and all of its figures are invented.
`,
  [persian]: `# دست‌ها کوتاه

این یک متن آزمایشی است که از راست به چپ نوشته شده و چند جملهٔ کوتاه دارد. هیچ سازمانی آن را ننوشته است.
`,
};

beforeAll(async () => {
  mkdirSync(path.join(folder, "images"), { recursive: true });
  const square = { width: 2000, height: 1000, channels: 3, background: "#777777" } as const;
  await sharp({ create: square }).toFile(path.join(folder, "images/square.png"));
  for (const [name, text] of Object.entries(texts)) {
    write(name, text);
    utimesSync(path.join(folder, name), new Date("2020-01-05T12:00:00Z"), new Date("2020-01-05T12:00:00Z"));
  }
});

describe("five texts in a folder", () => {
  it("are a publication, whose keys are told from them", async () => {
    const { publication, problems } = await load(folder);
    expect(problems).toEqual([]);
    expect(publication).toMatchObject({
      title: "Against the fixture",
      slug: "against-the-fixture",
      language: "en",
      date: "2020-01-05",
    });
    expect(publication!.identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(publication!.statements.map(({ slug, title, lang, source }) => [slug, title, lang, source])).toEqual([
      ["hands-off", "Hands off the fixture!", "en", undefined],
      ["song-of-the-fixture", undefined, "en", undefined],
      ["interview-final", "We have been a fixture for years", "en", undefined],
      ["erklarung", "Report on the fixture", "en", undefined],
      ["dsth", "دست‌ها کوتاه", "fa", undefined],
    ]);
    expect(publication!.statements[1]!.firstWords).toBe("The first line of a song …");
  });

  it("are remarked on where a reader will see what was told", async () => {
    const { publication } = await load(folder);
    expect(findRemarks(publication!)).toEqual([
      "publication.yaml: The title is “Against the fixture”, from the name of the folder; “title:” gives another.",
      "publication.yaml: The language is English (en), told by the words of the texts, so dates are written as " +
        "January 5, 2020; “language: en-GB” writes 5 January 2020.",
      "publication.yaml: The date is 5 January 2020, on which a text was last changed; “date:” gives another.",
      `publication.yaml: Write “slug: against-the-fixture” and “identifier: ${publication!.identifier}” before you ` +
        "publish, so that they stay the same.",
      `${persian}: The language is Persian (fa), told by its words; “lang:” gives another.`,
    ]);
  });

  // In order: each begins with what the one before has left.
  it.each<[string, () => void]>([
    ["an empty publication.yaml", () => write("publication.yaml", "")],
    ["a title and the language", () => write("publication.yaml", "title: Hands off\nlanguage: en\n")],
    ["an author and no organisation", () => addFrontMatter(song, "author: A. Fixture")],
    ["an organisation and no source", () => addFrontMatter(hands, "organisation: Fixture Society\ndate: 2020-01-03")],
    ["source: original", () => addFrontMatter(interview, "source: original")],
    ["where it was published, and no document", () => addFrontMatter(report, "source: { published: A fixture paper }")],
    [
      "a title that is not in the text",
      () => write(song, read(song).replace("author:", "title: A title of its own\nauthor:")),
    ],
    [
      "a text as the leaflet of another",
      () => write(hands, read(hands).replace("organisation:", `leaflet: ${persian}\norganisation:`)),
    ],
    [
      "contents that name files and texts",
      () =>
        write(
          "publication.yaml",
          `${read("publication.yaml")}contents: ["${hands}", 2 Song of the fixture, interview-final, ${report}]\n`,
        ),
    ],
    ["a note about the folder", () => write("README.md", "Who has which fixture.\n")],
    ["another name for a file", () => renameSync(path.join(folder, "README.md"), path.join(folder, "LICENSE.md"))],
  ])("may have %s", async (_, change) => {
    change();
    expect((await problemsOf(folder)).map(formatProblem)).toEqual([]);
  });

  it("have a problem if an identifier is invented, which says how to go on", async () => {
    const keys = read("publication.yaml");
    write("publication.yaml", `${keys}identifier: hands-off-2020\n`);
    expect((await problemsOf(folder)).map(formatProblem)).toEqual([
      "publication.yaml:4:13 value-wrong “identifier” cannot be “hands-off-2020”.\n" +
        "    Write a URN or a web address, or leave the key out: the program makes one.",
    ]);
    write("publication.yaml", keys);
  });

  describe("in every edition", () => {
    let artifacts: Artifact[];
    beforeAll(async () => {
      artifacts = await build({ folder, out: `${folder}-out` });
    });
    const textOf = (file: string) => Buffer.from(artifacts.find(({ path }) => path === file)!.bytes).toString();

    it("are made and proved", () =>
      expect(new Set(artifacts.map(({ kind }) => editionOf(kind)))).toEqual(new Set(usualEditions({}))));

    it("are named by what they have, and the sources only list what has something to tell", () => {
      const text = textOf("text/hands-off.txt");
      const contents = text.slice(text.indexOf("Contents"), text.indexOf("===", text.indexOf("Contents")));
      expect(contents.match(/^•.*/gm)).toEqual([
        "• Fixture Society: Hands off the fixture!",
        "• A. Fixture: A title of its own",
        "• We have been a fixture for years",
        "• Report on the fixture",
        "• Sources",
        "• Imprint",
      ]);
      const sources = text.slice(text.lastIndexOf("Sources\n"), text.lastIndexOf("==="));
      expect(sources).toContain("Report on the fixture\n  Published: A fixture paper");
      expect(sources).not.toContain("Hands off");
    });
  });
});
