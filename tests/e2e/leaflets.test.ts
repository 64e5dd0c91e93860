import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { PublicationProblems } from "../../src/errors.ts";

const room = mkdtempSync(path.join(tmpdir(), "pamphlet-leaflets-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

// The words of each text, by its slug. A build holds them against what it made: that it ends says that they are all
// there.
function publication(name: string, texts: Record<string, number>): string {
  const folder = path.join(room, name);
  mkdirSync(path.join(folder, "sources"), { recursive: true });
  writeFileSync(path.join(folder, "publication.yaml"), head(Object.keys(texts)));
  for (const [slug, words] of Object.entries(texts)) {
    const text = Array.from({ length: words / 50 }, (_, index) => paragraph(index + 1)).join("\n\n");
    writeFileSync(path.join(folder, "sources", `${slug}.txt`), `${text}\n`);
    writeFileSync(
      path.join(folder, `${slug}.md`),
      `---\norganisation: Fixture ${slug}\nsource:\n  file: sources/${slug}.txt\n---\n\n${text}\n`,
    );
  }
  return folder;
}

const head = (slugs: string[]) => `title: Fixture leaflets
slug: fixture-leaflets
identifier: urn:uuid:00000000-0000-4000-8000-00000000000f
language: en
date: 2021-05-01
imprint: Fixture text.
event: { title: A fixture meeting, date: 2021-05-02, place: Fixture Hall }
contents: [${slugs.join(", ")}]
editions: [leaflets]
`;

const paragraph = (number: number) =>
  `This is fixture paragraph ${number}. ${Array.from({ length: 5 }, (_, index) => `Sentence ${number}.${index} says nothing of anyone, in nine words.`).join(" ")}`;

describe("leaflets", () => {
  it("take one side, two, or four to fold, and their sheets go with them", async () => {
    const folder = publication("lengths", { short: 250, medium: 700, long: 1500 });
    const made = await build({ folder, out: path.join(room, "out") });
    expect(made.map(({ path, pages, sheets }) => [path, pages, sheets])).toEqual([
      ["print/leaflets/short.pdf", 1, undefined],
      ["print/leaflets/short-a4.pdf", 1, 1],
      ["print/leaflets/medium.pdf", 2, undefined],
      ["print/leaflets/medium-a4.pdf", 2, 1],
      ["print/leaflets/long.pdf", 4, undefined],
      ["print/leaflets/long-a4.pdf", 2, 1],
    ]);
  });

  it("print a shorter version under the statement's own name, and notes after the text", async () => {
    const folder = path.join(room, "small");
    cpSync("tests/fixtures/small", folder, { recursive: true });
    const made = await build({ folder, out: path.join(room, "small-out"), only: ["leaflets"] });
    expect(made.map(({ path }) => path).filter((path) => path.includes("untitled"))).toEqual([
      "print/leaflets/untitled.pdf",
      "print/leaflets/untitled-a4.pdf",
    ]);
  });

  it("are refused a text that none of them holds, with its place", async () => {
    const folder = publication("too-long", { short: 250, endless: 40_000 });
    const error = (await build({ folder, out: path.join(room, "never") }).catch(
      (error: unknown) => error,
    )) as PublicationProblems;
    expect(error.problems).toMatchObject([{ code: "leaflet-too-long", place: { file: "endless.md" } }]);
  });
});
