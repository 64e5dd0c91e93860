import { describe, expect, it } from "vitest";
import { possiblePaths } from "../../src/artifact.ts";
import { findTextFiles, isNameOf, nameStatements } from "../../src/load/text-files.ts";
import { slug as slugSchema } from "../../src/schema-fields.ts";
import { endSlug, toSlug } from "../../src/slug.ts";

const publication = { slug: "peace", print: { page: "A5" } } as const;

async function slugsOf(...files: string[]): Promise<string[]> {
  const slugs = await nameStatements(files, publication);
  return files.map((file) => slugs.get(file)!);
}

describe("the texts of a folder", () => {
  it("are its Markdown files in the order of their numbers, but for the preface and files about the folder", () =>
    expect(
      findTextFiles(["10-c.md", "2-b.MD", "README.md", "01_a.markdown", "0 Preface.md", "x.txt", "Licence.md"]),
    ).toEqual({
      preface: "0 Preface.md",
      statements: ["01_a.markdown", "2-b.MD", "10-c.md"],
      leftOut: ["Licence.md", "README.md"],
    }));

  it("have a file about the folder among them if the contents name it", () =>
    expect(findTextFiles(["README.md", "a.md"], ["readme", "a"]).statements).toEqual(["a.md", "README.md"]));

  it.each(["erklarung", "Erklärung.md", "erklärung", "Erklärung".normalize("NFD")])("may be named as %s", (name) =>
    expect(isNameOf(name, { slug: "erklarung", file: "Erklärung.md" })).toBe(true),
  );
});

describe("the slug of a text", () => {
  it.each([
    ["1-hands-off.md", "hands-off"],
    ["Hands off!.md", "hands-off"],
    ["Erklärung (final).md", "erklarung-final"],
    ["Erklärung (final).md".normalize("NFD"), "erklarung-final"],
    ["دستها.MD", "dsth"],
    ["Don’t.md", "dont"],
    ["alpha.md", "alpha"],
    ["1968.md", "text-1968"],
    ["10th year.md", "text-10th-year"],
    ["!!!.md", "text"],
    ["imprint.md", "imprint-text"],
    ["constructor.md", "constructor-text"],
    ["CON.md", "con-text"],
    ["peace.md", "peace-text"],
    ["peace-a5.md", "peace-a5-text"],
    [`${"word-".repeat(20)}end.md`, `${"word-".repeat(11)}word`],
  ])("of %s is %s", async (file, slug) => expect(await slugsOf(file)).toEqual([slug]));

  it("has the number of its file if another text would have the same", async () =>
    expect(await slugsOf("1-statement.md", "2-statement.md", "3.md")).toEqual([
      "statement-1",
      "statement-2",
      "text-3",
    ]));

  it("is that of its file alone if the file is called so, whatever the others are called", async () =>
    expect(await slugsOf("Hands off!.md", "1-hands-off.md", "hands-off.md")).toEqual([
      "hands-off-text",
      "hands-off-1",
      "hands-off",
    ]));

  it("is a slug, and gives no two texts a file of the same name", async () => {
    const files = ["a.md", "A.md", "a-a4.md", "Á.md", "1 a.md", "2 a.md", "a 1.md", "text/.md", "-.md", "_.md"];
    const slugs = await slugsOf(...files);
    for (const slug of slugs) expect(slugSchema.safeParse(slug).success).toBe(true);
    const paths = possiblePaths(publication, slugs).map(({ path }) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("may be no longer than sixty characters, with its ending", async () => {
    const long = await toSlug("a".repeat(100));
    expect([endSlug(long).length, endSlug(long, "-2").length]).toEqual([60, 60]);
  });
});
