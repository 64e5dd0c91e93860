import path from "node:path";
import { expect, it } from "vitest";
import { findArtifact } from "../../src/artifact.ts";
import { build } from "../../src/build.ts";
import { blocksOf } from "../../src/verify/readings.ts";
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

it("the words of an item are not stretched if its list goes on on the next page", async () => {
  // One of these lengths ends a page between the item and its list.
  for (const count of [26, 27, 28]) {
    const lines = Array.from({ length: count }, (_, index) => `Line ${index + 1} of it.`).join("\n\n");
    const body = `${lines}\n\n- A bench\n- A kettle\n  - with a lid,\n  - with a flex.\n- A calendar\n`;
    const folder = writePublication(path.join(temporary, `split-${count}`), [{ body, source: undefined }]);
    const made = await build({ folder, out: `${folder}-out`, only: ["pamphlet"] });
    const { blocks } = await blocksOf(findArtifact(made, "pamphlet")!.bytes);
    const item = blocks.flatMap(({ lines }) => lines).find(({ text }) => text.includes("kettle"))!;
    expect(item.right - item.left).toBeLessThan(6 * item.size);
  }
});
