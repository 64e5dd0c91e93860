import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { build, verifyBuild } from "../../src/build.ts";
import type { EditionName } from "../../src/edition-names.ts";
import { editions } from "../../src/editions/index.ts";
import { PublicationProblems } from "../../src/errors.ts";
import type { Problem } from "../../src/problem.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const folder = writePublication(path.join(temporary, "texts"), [
  { slug: "one", title: "The first", body: "The words of the first fixture.\n" },
  { slug: "two", title: "The second", body: "The words of the second fixture.\n" },
]);

const out = path.join(temporary, "out");
const read = (name: string) => readFileSync(path.join(out, name), "utf8");

afterEach(() => void vi.restoreAllMocks());

/** Makes an edition fail: it cannot be made, or its files lack words. */
function failToMake(name: EditionName): void {
  const problem: Problem = {
    code: "leaflet-too-long",
    place: { file: "one.md", line: 1, column: 1 },
    message: "Long.",
  };
  vi.spyOn(editionOf(name), "make").mockRejectedValue(new PublicationProblems([problem]));
}

function loseWords(name: EditionName): void {
  const edition = editionOf(name);
  const make = edition.make;
  vi.spyOn(edition, "make").mockImplementation(async (context) =>
    (await make(context)).map((file) => ({ ...file, bytes: Buffer.from("Nothing.\n") })),
  );
}

function editionOf(name: EditionName) {
  return editions.find((edition) => edition.name === name)!;
}

async function buildOthers(only: EditionName[]) {
  const failures: { editions: EditionName[]; problems: Problem[] }[] = [];
  const made = await build({
    folder,
    out,
    only,
    failed: (editions, problems) => failures.push({ editions, problems }),
  });
  const files = made.map(({ path }) => path).filter((path) => !path.startsWith("web/"));
  return { files, failures };
}

describe("a build that keeps going", () => {
  it("leaves out an edition that cannot be made, and those that are made from it", async () => {
    failToMake("pamphlet");
    const { files, failures } = await buildOthers(["booklet", "text", "epub"]);
    expect(files).toEqual(["text/a-title.txt", "text/one.txt", "text/two.txt", "epub/a-title.epub"]);
    expect(failures).toMatchObject([{ editions: ["pamphlet", "booklet"], problems: [{ code: "leaflet-too-long" }] }]);
  });

  it("leaves out an edition that is not right, and names it nowhere", async () => {
    loseWords("text");
    const { files, failures } = await buildOthers(["text", "epub", "web"]);
    expect(failures).toHaveLength(1);
    expect(failures[0]!.editions).toEqual(["text"]);
    for (const { code, message } of failures[0]!.problems)
      expect({ code, message }).toEqual({ code: "words-lost", message: expect.stringContaining("text/") });
    expect(files).toContain("epub/a-title.epub");
    expect(read("manifest.json")).not.toContain("text/");
    expect(read("web/index.html")).toContain("downloads/a-title.epub");
    expect(read("web/index.html")).not.toContain("a-title.txt");
    expect((await verifyBuild(folder, out)).problems).toEqual([]);
  });

  it("puts nothing in place if every edition has a problem, or if there is none that could go on", async () => {
    await build({ folder, out, only: ["text"] });
    const before = read("text/one.txt");
    loseWords("text");
    await expect(buildOthers(["text"])).rejects.toThrow(PublicationProblems);
    await expect(build({ folder, out, only: ["text", "epub"] })).rejects.toThrow(PublicationProblems);
    expect(read("text/one.txt")).toBe(before);
  });
});

describe("the leaflet of one text", () => {
  it("is made alone, and verified alone", async () => {
    const made = await build({ folder, out, only: ["leaflets"], leaflets: ["two"] });
    expect(made.map(({ path }) => path)).toEqual(["print/leaflets/two.pdf", "print/leaflets/two-a4.pdf"]);
    expect((await verifyBuild(folder, out)).problems).toEqual([]);
  });

  it("is refused if there is no such text", async () => {
    await expect(build({ folder, out, only: ["leaflets"], leaflets: ["tow"] })).rejects.toThrow(
      "There is no text “tow” to make a leaflet of. Did you mean “two”?",
    );
  });
});
