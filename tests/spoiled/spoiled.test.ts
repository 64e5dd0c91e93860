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
import { imposedFiles } from "./imposed.ts";
import { inks } from "./inks.ts";
import { sheets } from "./sheets.ts";
import { shops } from "./shops.ts";
import { buildOnce } from "../support/builds.ts";
import type { Spoiled } from "../support/spoiled.ts";

interface Built {
  publication: Publication;
  documents: Documents;
  artifacts: Artifact[];
}

const built = new Map<string, Built>();
const messages: string[] = [];

const cases = [...reading, ...sheets, ...shops, ...screens, ...inks, ...imposedFiles];
const usualFixture = "small";
const fixtureOf = ({ fixture = usualFixture }: Spoiled) => fixture;

beforeAll(async () => {
  for (const name of new Set(cases.map(fixtureOf))) {
    const folder = `tests/fixtures/${name}`;
    const publication = await loadAndCheck(path.resolve(folder));
    const { artifacts } = await buildOnce(folder);
    built.set(name, { publication, documents: compileOnce(publication), artifacts });
  }
});

describe("a file without a change", () => {
  const all = cases.map((spoiled) => [spoiled.editions.join(" and "), fixtureOf(spoiled)] as const);
  it.each([...new Map(all.map((each) => [each.join(), each])).values()])(
    "of %s has no problem in %s",
    async (editions, fixture) => {
      const { publication, documents, artifacts } = built.get(fixture)!;
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
  it.each(cases.map((spoiled) => [spoiled.name, spoiled] as const))("%s", async (_, spoiled) => {
    const { editions, spoil, code, message, publication: change = (same) => same } = spoiled;
    const { publication, documents, artifacts } = built.get(fixtureOf(spoiled))!;
    const [first, ...others] = editions.map((edition) =>
      artifacts.filter((artifact) => editionOf(artifact.kind) === edition),
    );
    const problems = await verify(change(publication), [...(await spoil(first!)), ...others.flat()], documents);
    messages.push(...problems.map(({ message }) => message));
    expect(problems).toContainEqual(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });
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
