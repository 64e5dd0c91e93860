import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { composed, examples, plainWords, usable } from "../support/commonmark.ts";
import { hard } from "../support/hard.ts";
import { stops } from "../support/problems.ts";
import { random } from "../support/random.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const seed = Number(process.env["SEED"] ?? 1);
const documents = 20;
const publications = Array.from({ length: hard ? 50 : 2 }, (_, index) => seed + index);

it("most of the specification's examples are used", () => {
  expect(examples.length).toBe(652);
  expect(usable.length).toBeGreaterThanOrEqual(406);
});

describe(`documents composed of CommonMark's examples, ${documents} a publication`, () => {
  it.each(publications)("of seed %i come out as text, EPUB, web edition and pamphlet", async (seed) => {
    const chance = random(seed);
    const statements = Array.from({ length: documents }, (_, index) => {
      const [title, body] = [`Document ${index + 1}`, composed(chance)];
      return { slug: `document-${index + 1}`, title, body, source: `${title}\n\n${plainWords(body)}` };
    });
    const folder = path.join(temporary, String(seed));
    writePublication(folder, statements);
    expect(await stops({ folder, out: `${folder}-out`, only: ["pamphlet", "text", "epub", "web"] })).toEqual([]);
    rmSync(`${folder}-out`, { recursive: true });
  });
});
