import { describe, expect, it } from "vitest";
import { readToUnicode, writeToUnicode } from "../../src/pdf/tagging/to-unicode.ts";

describe("a ToUnicode CMap", () => {
  it("is read: single codes, ranges, and ranges with a list", () => {
    const cmap =
      "1 beginbfchar\n<01a6> <006600660069>\nendbfchar\n2 beginbfrange\n<0002> <0004> <0041>\n<0010> <0011> [<2019> <D83DDE00>]\nendbfrange";
    expect(Object.fromEntries(readToUnicode(cmap))).toEqual({
      "01A6": "ffi",
      "0002": "A",
      "0003": "B",
      "0004": "C",
      "0010": "’",
      "0011": "😀",
    });
  });

  it("is read as it was written, in blocks of a hundred", () => {
    const texts = new Map(
      Array.from({ length: 250 }, (_, index) => [
        index.toString(16).toUpperCase().padStart(4, "0"),
        String.fromCodePoint(0x400 + index),
      ]),
    );
    const cmap = writeToUnicode(texts);
    expect(readToUnicode(cmap)).toEqual(texts);
    expect([...cmap.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => Number(count))).toEqual([100, 100, 50]);
  });
});
