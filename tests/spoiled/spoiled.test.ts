import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { editionOf, type Artifact } from "../../src/artifact.ts";
import type { Publication } from "../../src/publication.ts";
import { compileOnce, type Documents } from "../../src/verify/documents.ts";
import { verify } from "../../src/verify/index.ts";
import { codesOfVerify, sentencesOfVerify } from "./sentences.ts";
import { reading } from "./reading.ts";
import { screens } from "./screens.ts";
import { sheets } from "./sheets.ts";
import { shops } from "./shops.ts";
import { buildOnce } from "../support/builds.ts";

let publication: Publication;
let documents: Documents;
let artifacts: Artifact[] = [];
const messages: string[] = [];

beforeAll(async () => {
  const folder = "tests/fixtures/small";
  publication = await loadAndCheck(path.resolve(folder));
  documents = compileOnce(publication);
  ({ artifacts } = await buildOnce(folder));
});

const cases = [...reading, ...sheets, ...shops, ...screens];

describe("a file without a change", () => {
  it.each([...new Set(cases.map(({ editions }) => editions.join(" and ")))])(
    "of %s has no problem",
    async (editions) => {
      expect(
        await verify(
          publication,
          artifacts.filter(({ kind }) => editions.split(" and ").includes(editionOf(kind))),
          documents,
        ),
      ).toEqual([]);
    },
  );
});

describe("a spoiled file", () => {
  it.each(cases.map((spoiled) => [spoiled.name, spoiled] as const))(
    "%s",
    async (_, { editions, spoil, code, message, publication: other = (same) => same }) => {
      const [first, ...others] = editions.map((edition) =>
        artifacts.filter((artifact) => editionOf(artifact.kind) === edition),
      );
      const problems = await verify(other(publication), [...(await spoil(first!)), ...others.flat()], documents);
      messages.push(...problems.map(({ message }) => message));
      expect(problems).toContainEqual(expect.objectContaining({ code, message: expect.stringMatching(message) }));
    },
  );
});

describe("what verify can report", () => {
  it("has a case for every problem code", () => {
    expect(codesOfVerify().filter((code) => !cases.some((spoiled) => spoiled.code === code))).toEqual([]);
  });

  it("is reported for one of the cases, every sentence of it", () => {
    expect(
      sentencesOfVerify()
        .filter(({ says }) => !messages.some((message) => says.test(message)))
        .map(({ text }) => text),
    ).toEqual([]);
  });
});
