import path from "node:path";
import { expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const items = (first: number, count: number, words: string) =>
  Array.from({ length: count }, (_, index) => `${first + index}. ${words}`);

// A number that leaves the type area is a problem of the proof.
it.each([
  ["en", "Words of an item."],
  ["he", "מלים של פריט."],
  ["fa", "واژه‌های یک بند."],
])("numbers of one, two and three figures have room beside their items: %s", async (language, words) => {
  const inner = items(1, 12, words).map((item) => `     ${item}`);
  const lists = [items(1, 2, words), items(1, 104, words), [...items(98, 3, words), ...inner]];
  const texts = lists.map((list, index) => ({
    slug: `text-${index}`,
    lang: language,
    body: `${words}\n\n${list.join("\n")}\n`,
    source: undefined,
  }));
  const folder = writePublication(path.join(temporary, language), texts, { language });
  const made = await build({ folder, out: `${folder}-out`, only: ["pamphlet", "large-print", "leaflets"] });
  expect(made.filter(({ kind }) => kind === "leaflet")).toHaveLength(3);
});
