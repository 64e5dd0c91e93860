import path from "node:path";
import { describe, expect, it } from "vitest";
import { checked } from "../../src/build.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { makeEpub } from "../../src/editions/epub.ts";
import { verify } from "../../src/verify/index.ts";
import { hard } from "../support/hard.ts";
import { stops } from "../support/problems.ts";
import { right } from "../support/right.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const printable = right.filter(({ printable }) => printable);
const others = right.filter(({ printable }) => !printable);

describe("texts that are right are stopped by nothing", () => {
  it("all in one publication, to read", async () => {
    const short = printable.filter(({ name }) => name !== "300 notes");
    const statements = short.flatMap(({ statements }, index) =>
      statements.map((statement) => ({ ...statement, slug: `right-${index + 1}-${statement.slug}` })),
    );
    const folder = path.join(temporary, "together");
    writePublication(folder, statements);
    expect(await stops({ folder, out: `${folder}-out`, only: ["pamphlet", "text", "epub", "web"] })).toEqual([]);
  });

  it.each(others.map(({ name, statements }) => [name, statements] as const))(
    "%s, as text and as EPUB",
    async (_, statements) => {
      const folder = path.join(temporary, "unprintable");
      writePublication(folder, statements, { editions: ["epub", "text"] });
      expect(await stops({ folder, out: `${folder}-out`, only: ["text"] })).toEqual([]);
      const publication = await checked(folder);
      const context = {
        publication,
        made: [],
        documents: () => compile(publication, "epub", []),
        browser: () => Promise.reject(new Error("no browser is wanted")),
      };
      expect(await verify(publication, await makeEpub(context))).toEqual([]);
    },
  );

  describe.runIf(hard)("each alone, in all editions", () => {
    it.each(printable.map(({ name, statements }, index) => [name, statements, index] as const))(
      "%s",
      async (_, statements, index) => {
        const folder = path.join(temporary, `alone-${index}`);
        writePublication(folder, statements);
        expect(await stops({ folder, out: `${folder}-out` })).toEqual([]);
      },
    );
  });
});
