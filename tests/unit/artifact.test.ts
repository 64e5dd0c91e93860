import { describe, expect, it } from "vitest";
import { editionOf, makeArtifact, makeWebFile, pathsOf, possiblePaths } from "../../src/artifact.ts";
import { artifactKinds } from "../../src/artifact-kinds.ts";
import { editionNames } from "../../src/edition-names.ts";

const publication = { slug: "peace", print: { page: "DL" as const } };
const bytes = new Uint8Array();

describe("a kind of file", () => {
  it("belongs to one of the editions, and every edition has one", () => {
    expect(new Set(artifactKinds.map(editionOf))).toEqual(new Set(editionNames));
  });

  it("decides on the path, with the publication's slug and page size or the statement's slug", () => {
    expect(makeArtifact("pamphlet", publication, bytes).path).toBe("print/peace-dl.pdf");
    expect(makeArtifact("leaflet-sheets", publication, bytes, { statement: "first" })).toMatchObject({
      path: "print/leaflets/first-a4.pdf",
      statement: "first",
    });
    expect(pathsOf("statement-text", publication, ["a", "b"]).map(({ path }) => path)).toEqual([
      "text/a.txt",
      "text/b.txt",
    ]);
  });

  it("is found for a page of the web edition from its name", () => {
    const kinds = ["index.html", "pamphlet.html", "fonts/index.html"].map((name) => makeWebFile(name, bytes).kind);
    expect(kinds).toEqual(["web-index", "web-pamphlet", "web-file"]);
  });
});

it("the paths of a publication's files differ from each other, downloads included", () => {
  const paths = possiblePaths(publication, ["first", "second"]).map(({ path }) => path);
  expect(paths).toContain("web/downloads/first-a4.pdf");
  expect(paths.filter((path, index) => paths.indexOf(path) < index)).toEqual([]);
});
