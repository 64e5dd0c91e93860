import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { composeDocument, examples, plainWords, usable } from "../support/commonmark.ts";
import { hard } from "../support/hard.ts";
import { findBuildProblems } from "../support/problems.ts";
import { random } from "../support/random.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const seed = Number(process.env["SEED"] ?? 1);
const documents = 20;
const publications = Array.from({ length: hard ? 50 : 1 }, (_, index) => seed + index);

it("most examples of the specification are used", () => {
  expect(examples.length).toBe(652);
  expect(usable.length).toBeGreaterThanOrEqual(406);
});

describe(`publications of ${documents} documents composed of CommonMark's examples`, () => {
  it.each(publications)("seed %i: text, EPUB, web edition and pamphlet are built without a problem", async (seed) => {
    const chance = random(seed);
    const statements = Array.from({ length: documents }, (_, index) => {
      const [title, body] = [`Document ${index + 1}`, composeDocument(chance)];
      return { slug: `document-${index + 1}`, title, body, source: `${title}\n\n${plainWords(body)}` };
    });
    const folder = path.join(temporary, String(seed));
    writePublication(folder, statements);
    expect(
      await findBuildProblems({ folder, out: `${folder}-out`, only: ["pamphlet", "text", "epub", "web"] }),
    ).toEqual([]);
    rmSync(`${folder}-out`, { recursive: true });
  });
});
