import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { makeEpub } from "../../src/editions/epub.ts";
import { verify } from "../../src/verify/index.ts";
import { hard } from "../support/hard.ts";
import { findBuildProblems } from "../support/problems.ts";
import { right } from "../support/right.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const printable = right.filter(({ printable }) => printable);
const others = right.filter(({ printable }) => !printable);

describe("a text without a problem builds", () => {
  it("with all others in one publication, in the editions to read", async () => {
    const short = printable.filter(({ name }) => name !== "300 notes");
    const statements = short.flatMap(({ statements }, index) =>
      statements.map((statement) => ({ ...statement, slug: `right-${index + 1}-${statement.slug}` })),
    );
    const folder = path.join(temporary, "together");
    writePublication(folder, statements);
    expect(
      await findBuildProblems({ folder, out: `${folder}-out`, only: ["pamphlet", "text", "epub", "web"] }),
    ).toEqual([]);
  });

  it.each(others.map(({ name, statements }) => [name, statements] as const))(
    "%s, as text and as EPUB",
    async (_, statements) => {
      const folder = path.join(temporary, "unprintable");
      writePublication(folder, statements, { editions: ["epub", "text"] });
      expect(await findBuildProblems({ folder, out: `${folder}-out`, only: ["text"] })).toEqual([]);
      const publication = await loadAndCheck(folder);
      const context = {
        publication,
        made: [],
        documents: () => compile(publication, "epub", []),
        browser: () => Promise.reject(new Error("No browser is needed.")),
      };
      expect(await verify(publication, await makeEpub(context))).toEqual([]);
    },
  );

  describe.runIf(hard)("alone, in every edition", () => {
    it.each(printable.map(({ name, statements }, index) => [name, statements, index] as const))(
      "%s",
      async (_, statements, index) => {
        const folder = path.join(temporary, `alone-${index}`);
        writePublication(folder, statements);
        expect(await findBuildProblems({ folder, out: `${folder}-out` })).toEqual([]);
      },
    );
  });
});
