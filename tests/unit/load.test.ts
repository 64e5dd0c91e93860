import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { MachineError } from "../../src/errors.ts";
import { load } from "../../src/load/index.ts";
import { imprintOf } from "../../src/publication.ts";
import { readStrands } from "../../src/markdown/strands.ts";
import { findNearest } from "../../src/did-you-mean.ts";
import { formatProblem } from "../../src/problem.ts";
import { withOverlay } from "../support/overlay.ts";
import { problemsOf } from "../support/problems.ts";

const base = path.join(import.meta.dirname, "../broken/base");

/** Passes a copy of the base publication in which a file was changed to `use`, and returns its result. */
async function changed<Result>(
  file: string,
  change: (text: string) => string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  return withOverlay(base, base, async (folder) => {
    const name = path.join(folder, file);
    await writeFile(name, change(await readFile(name, "utf8")));
    return use(folder);
  });
}

test("a publication has what its folder has", async () => {
  const { publication, problems } = await load(base);
  expect(problems).toEqual([]);
  expect(publication).toMatchObject({ title: "Fixture Pamphlet", slug: "fixture-pamphlet", dir: "ltr" });
  expect(publication?.preface).toMatchObject({ title: "Fixture Preface", bodyLine: 4 });
  expect(publication?.statements.map(({ slug, title }) => [slug, title])).toEqual([
    ["alpha", "Fixture Alpha"],
    ["beta", undefined],
  ]);
  expect(publication?.editions).toContain("pamphlet");
});

test("a value is the text that was written, whatever YAML takes it for", async () => {
  const { publication } = await load(base);
  expect(publication?.event).toMatchObject([{ date: "2001-02-04", time: "14:00" }]);
  expect(publication?.statements[0]?.date).toBe("2001-02");
  const bare = await changed("alpha.md", (text) => text.replace("date: 2001-02", "date: 2001\nabbreviation: no"), load);
  expect(bare.publication?.statements[0]).toMatchObject({ date: "2001", abbreviation: "no" });
});

test("a number that is left empty is a problem, not 0", async () => {
  const problems = await changed(
    "publication.yaml",
    (text) => `${text}print:\n  bleed:\n  inks:\n    cover: ["", 0, 0, 100]\n`,
    problemsOf,
  );
  expect(problems.map(({ message }) => message)).toEqual([
    "“print.bleed” has no value.",
    "“print.inks.cover” cannot be “,0,0,100”.",
  ]);
});

test("a value has a place; one that is absent has that of its nearest parent", async () => {
  const { publication } = await load(base);
  const [, beta] = publication!.statements;
  expect(beta!.at("source", "from")).toEqual({ file: "beta.md", line: 5, column: 9 });
  expect(beta!.at("source", "omit", 0)).toEqual({ file: "beta.md", line: 3, column: 1 });
  expect(publication!.at("contents", 1)).toEqual({ file: "publication.yaml", line: 15, column: 5 });
});

test.each([
  ["in the line of its key", "imprint: One line.", 7],
  ["in the line after its key", "imprint:\n  One line.", 8],
  ["a block of one line", "imprint: |\n  One line.", 8],
  ["a block of several lines", "imprint: |\n  One line.\n\n  Another.", 8],
  ["a folded block", "imprint: >-\n  One line.\n\n  Another.", 8],
  ["a block with a comment and empty lines before its words", "imprint: | # whose\n\n\n  One line.", 10],
  ["several lines in quotes", 'imprint: "One line.\n\n  Another."', 7],
])("the imprint has the lines that it has in the file: %s", async (_, imprint, line) => {
  const { publication, draft } = await changed(
    "publication.yaml",
    (text) => text.replace("imprint: Fixture imprint.", imprint),
    load,
  );
  const inDraft = draft.texts.find(({ slug }) => slug === "imprint");
  for (const prose of [imprintOf(publication!)!, inDraft!])
    expect(readStrands(prose).body[0]).toMatchObject({ text: "One", line });
});

test("a block has its words where they are in the file, and one without words that of its sign", async () => {
  const at = async (publisher: string) =>
    (
      await changed("publication.yaml", (text) => text.replace("event:", `publisher: ${publisher}\nevent:`), problemsOf)
    ).map(({ code, place }) => `${code} ${place.line}:${place.column}`);
  expect(await at("|\n\n   Letters: \u{10ffff}")).toEqual(["glyph-missing 10:13"]);
  expect(await at("|")).toEqual(["value-wrong 8:12"]);
});

test("a byte order mark and the line ends of Windows do no harm", async () => {
  for (const file of ["alpha.md", "publication.yaml", "sources/alpha.txt"]) {
    const problems = await changed(file, (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`, problemsOf);
    expect(problems).toEqual([]);
  }
});

test("a preface may do without front matter, and a publication without a preface", async () => {
  const { publication } = await changed("preface.md", () => "Fixture preface.\n", load);
  expect(publication?.preface).toMatchObject({ body: "Fixture preface.\n", bodyLine: 1 });
});

test("a leaflet is with its statement, and not in the contents", async () => {
  const { publication, problems } = await changed(
    "alpha.md",
    (text) => text.replace("source:", "leaflet: gamma\nsource:"),
    async (folder) => {
      await writeFile(path.join(folder, "gamma.md"), await readFile(path.join(base, "alpha.md")));
      return load(folder);
    },
  );
  expect(problems).toEqual([]);
  expect(publication?.statements.map(({ slug, leaflet }) => [slug, leaflet?.slug])).toEqual([
    ["alpha", "gamma"],
    ["beta", undefined],
  ]);
});

test("no link leads out of the folder", async () => {
  const problems = await withOverlay(base, base, async (folder) => {
    await symlink("/etc", path.join(folder, "etc"));
    await symlink("/etc/hostname", path.join(folder, "gamma.md"));
    await mkdir(path.join(folder, "images"));
    await symlink("/etc/hostname", path.join(folder, "images/x.png"));
    const alpha = path.join(folder, "alpha.md");
    await writeFile(alpha, (await readFile(alpha, "utf8")).replace("sources/alpha.txt", "etc/hostname"));
    return problemsOf(folder);
  });
  expect(
    problems.filter(({ code }) => code === "value-wrong").map(({ place, message }) => `${place.file} ${message}`),
  ).toEqual([
    "alpha.md “etc/hostname” is outside the publication's folder.",
    "gamma.md “gamma.md” is outside the publication's folder.",
    "images/x.png “images/x.png” is outside the publication's folder.",
  ]);
});

test("all problems are reported at once, those of words beside those of keys", async () => {
  const problems = await changed(
    "alpha.md",
    (text) => text.replace("first letter", "letter"),
    async (folder) => {
      const head = path.join(folder, "publication.yaml");
      await writeFile(head, (await readFile(head, "utf8")).replace("2001-02-03", "2001-02-30"));
      return problemsOf(folder);
    },
  );
  expect(problems.map(formatProblem)).toEqual([
    "alpha.md:9:15 not-verbatim “first” is in the source (sources/alpha.txt:3) but is missing here after “text: the”.\n" +
      '    Put it back, or declare it under “corrections:” as - { source: "first", text: "" }.',
    "publication.yaml:6:7 date-impossible The date 2001-02-30 is not in the calendar.\n" +
      "    A date is written year, month, day: 2020-01-31.",
  ]);
});

test("a file that is there and cannot be read is reported with the system's reason", async () => {
  const problems = await withOverlay(base, base, async (folder) => {
    // A link to itself cannot be opened, whoever runs the test.
    for (const name of ["alpha.md", "sources/beta.txt"]) {
      await rm(path.join(folder, name));
      await symlink(path.basename(name), path.join(folder, name));
    }
    await rm(path.join(folder, "preface.md"));
    await symlink("sources", path.join(folder, "preface.md"));
    return problemsOf(folder);
  });
  expect(problems.map(({ code, place, message }) => `${place.file}:${place.line} ${code} ${message}`)).toEqual([
    "alpha.md:1 file-missing The file “alpha.md” cannot be read: too many symbolic links encountered (ELOOP).",
    "beta.md:4 file-missing The file “sources/beta.txt” cannot be read: too many symbolic links encountered (ELOOP).",
    "preface.md:1 file-missing “preface.md” is not a file.",
  ]);
});

test("a folder that is there and cannot be read is an error, not a folder without files", async () => {
  const result = withOverlay(base, base, async (folder) => {
    await symlink("images", path.join(folder, "images"));
    return load(folder);
  });
  await expect(result).rejects.toThrow(MachineError);
  await expect(result).rejects.toThrow(/^The folder .*images cannot be read: too many symbolic links/);
});

test("a folder that does not exist is one problem", async () => {
  const { publication, problems } = await load("/nowhere/fixture");
  expect(publication).toBeUndefined();
  expect(problems.map(formatProblem)).toEqual([
    "publication.yaml:1:1 file-missing There is no folder /nowhere/fixture.\n    Name the folder that has the texts in it.",
  ]);
});

test.each([
  ["organization", "organisation"],
  ["Titel", "title"],
  ["colour", undefined],
])("the key that a mistyped one is nearest to: %s", (word, expected) => {
  expect(findNearest(word, ["title", "organisation", "source"])).toBe(expected);
});

test("a publication and its texts run as their letters do, unless they say otherwise", async () => {
  const body = (words: string, keys: string) => (text: string) =>
    text.replace("source:", `${keys}\nsource:`).replace(/\n\nFixture text[^]*/, `\n\n${words}\n`);
  const alpha = async (words: string, keys: string) => {
    const { draft } = await changed("alpha.md", body(words, keys), load);
    const { lang, dir } = draft.statements.find(({ slug }) => slug === "alpha")!;
    return `${lang} ${dir}`;
  };
  expect(await alpha("Hemû mirov azad tên dinyayê.", "lang: ckb")).toBe("ckb-Latn ltr");
  expect(await alpha("هەموو مرۆڤەکان ئازادن.", "lang: ckb")).toBe("ckb rtl");
  expect(await alpha("بوتون اینسانلار آزاد دوغولورلار.", "lang: az")).toBe("az-Arab rtl");
  expect(await alpha("متن, with more Latin letters than others.", "lang: fa\ndir: rtl")).toBe("fa-Latn rtl");

  const head = async (change: (text: string) => string) =>
    (await changed("publication.yaml", change, load)).publication;
  expect(await head((text) => text.replace("en-GB", "fa"))).toMatchObject({ language: "fa-Latn", dir: "ltr" });
  expect(await head((text) => text.replace("en-GB", "fa-Arab"))).toMatchObject({ language: "fa-Arab", dir: "rtl" });
  expect(await head((text) => text.replace("en-GB", "en-GB\ndir: rtl"))).toMatchObject({
    language: "en-GB",
    dir: "rtl",
  });
  expect(await head((text) => text.replace("title: Fixture Pamphlet", "title: زن، زندگی، آزادی"))).toMatchObject({
    language: "en-GB",
    dir: "ltr",
  });
  const persian = await head((text) =>
    text.replace("en-GB", "fa").replace("title: Fixture Pamphlet", "title: جزوهٔ آزمایشی"),
  );
  expect(persian).toMatchObject({ language: "fa", dir: "rtl" });
  const { publication } = await changed(
    "preface.md",
    (text) => text.replace("title:", "lang: he\ndir: rtl\ntitle:"),
    load,
  );
  expect(publication?.preface).toMatchObject({ dir: "rtl" });
});

test("the program's words may be the editor's own", async () => {
  const terms = 'terms:\n  contents: Fixture contents\n  pages: { one: one leaf, other: "# leaves" }\n';
  const { publication, problems } = await changed("publication.yaml", (text) => `${terms}${text}`, load);
  expect(problems).toEqual([]);
  expect(publication?.terms).toEqual({ contents: "Fixture contents", pages: { one: "one leaf", other: "# leaves" } });
});

test("a character without a font is found wherever it is printed: in the head of the preface, and in corrections", async () => {
  const preface = await changed("preface.md", (text) => text.replace("Fixture Preface", "Fixture \u{103a0}"), load);
  expect(preface.problems.map(formatProblem).join("")).toMatch(/^preface\.md:2:16 glyph-missing .*“\u{103a0}”/u);
  const correction = "corrections:\n  - { source: \u{103a0}xt, text: text }\nsource:";
  const statement = await changed("alpha.md", (text) => text.replace("source:", correction), load);
  expect(statement.problems.map(formatProblem).join("")).toMatch(/^alpha\.md:6:15 glyph-missing .*“\u{103a0}”/u);
});

test("a file may have any name, and the contents and leaflets name it with its ending or without", async () => {
  const result = await withOverlay(base, base, async (folder) => {
    const alpha = await readFile(path.join(folder, "alpha.md"), "utf8");
    await writeFile(path.join(folder, "short.md"), alpha);
    await writeFile(path.join(folder, "01 Álpha!.MD"), alpha.replace("source:", "leaflet: short.md\nsource:"));
    await rm(path.join(folder, "alpha.md"));
    await writeFile(path.join(folder, "publication.yaml"), await contentsOf(folder, ["beta.md", "01 Álpha!"]));
    return load(folder);
  });
  expect(result.problems).toEqual([]);
  expect(result.publication!.statements.map(({ slug, leaflet }) => [slug, leaflet?.slug])).toEqual([
    ["beta", undefined],
    ["alpha", "short"],
  ]);
});

test("front matter may begin with spaces after its hyphens", async () => {
  const open = await changed("beta.md", () => "--- \norganisation: Fixture League\n", load);
  expect(open.problems.map(({ message }) => message)).toEqual(["The front matter is not closed."]);
});

async function contentsOf(folder: string, contents: string[]): Promise<string> {
  const text = await readFile(path.join(folder, "publication.yaml"), "utf8");
  return text.replace(/contents:[\s\S]*/, `contents: [${contents.join(", ")}]\n`);
}
