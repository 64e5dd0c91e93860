import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { PublicationProblems } from "../../src/errors.ts";
import { buildOnce } from "../support/builds.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

/** Writes a publication of which leaflets alone are made; `texts` has the number of words of each, by its slug. */
function writeLeaflets(name: string, texts: Record<string, number>): string {
  const statements = Object.entries(texts).map(([slug, words]) => ({
    slug,
    body: `${Array.from({ length: words / wordsOfParagraph }, (_, index) => paragraph(index + 1)).join("\n\n")}\n`,
  }));
  return writePublication(path.join(temporary, name), statements, {
    event: [{ title: "A fixture meeting", date: "2021-05-02", place: "Fixture Hall" }],
    editions: ["leaflets"],
  });
}

const wordsOfParagraph = 50;

const paragraph = (number: number) =>
  `This is fixture paragraph ${number}. ${Array.from({ length: 5 }, (_, index) => `Sentence ${number}.${index} says nothing of anyone, in nine words.`).join(" ")}`;

describe("leaflets", () => {
  it("take one page, two, or four on a folded sheet, by their length, and each has its A4 sheet", async () => {
    const folder = writeLeaflets("lengths", { short: 250, medium: 700, long: 1500 });
    const made = await build({ folder, out: path.join(temporary, "out") });
    expect(made.map(({ path, pages, sheets }) => [path, pages, sheets])).toEqual([
      ["print/leaflets/short.pdf", 1, undefined],
      ["print/leaflets/short-a4.pdf", 1, 1],
      ["print/leaflets/medium.pdf", 2, undefined],
      ["print/leaflets/medium-a4.pdf", 2, 1],
      ["print/leaflets/long.pdf", 4, undefined],
      ["print/leaflets/long-a4.pdf", 2, 1],
    ]);
  });

  it("print a statement's shorter version under the statement's own name", async () => {
    const { artifacts } = await buildOnce("tests/fixtures/small");
    const paths = artifacts
      .filter(({ kind }) => kind === "leaflet" || kind === "leaflet-sheets")
      .map(({ path }) => path);
    expect(paths.filter((path) => path.includes("untitled"))).toEqual([
      "print/leaflets/untitled.pdf",
      "print/leaflets/untitled-a4.pdf",
    ]);
  });

  it("are not made of a text that is too long for any leaflet: a problem names its file", async () => {
    const folder = writeLeaflets("too-long", { short: 250, endless: 40_000 });
    const error = (await build({ folder, out: path.join(temporary, "never") }).catch(
      (error: unknown) => error,
    )) as PublicationProblems;
    expect(error.problems).toMatchObject([{ code: "leaflet-too-long", place: { file: "endless.md" } }]);
  });
});
