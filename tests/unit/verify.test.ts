import { expect, it } from "vitest";
import { makeArtifact } from "../../src/artifact.ts";
import { listPapers } from "../../src/papers.ts";
import { verify } from "../../src/verify/index.ts";
import { publicationOf } from "../support/publication.ts";

it("reports a missing pamphlet once, and not that its booklets and press files differ from it", async () => {
  const publication = publicationOf([{ body: "Some words.\n" }]);
  const booklets = ["booklet-short-edge", "booklet-long-edge", "booklet-fronts", "booklet-backs"] as const;
  const made = [
    ...listPapers(publication.print).flatMap((paper) =>
      booklets.map((kind) => makeArtifact(kind, publication, new Uint8Array(), { paper })),
    ),
    makeArtifact("press", publication, new Uint8Array()),
  ];
  expect((await verify(publication, made)).map(({ message }) => message)).toEqual(["print/a-title-a5.pdf is missing."]);
});
