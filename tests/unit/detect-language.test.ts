import { describe, expect, it } from "vitest";
import { detectLanguage, isDetectable } from "../../src/detect-language.ts";
import { isKnownInScript } from "../../src/language.ts";
import { tableNames, termsOfLanguage } from "../../src/terms/index.ts";

const wordsIn = (language: string) =>
  Object.values(termsOfLanguage(language))
    .filter((term) => typeof term === "string")
    .join(" ");

describe("the language of a text", () => {
  it.each(tableNames)("is told by the words of the program in it: %s", async (language) =>
    expect(await detectLanguage(wordsIn(language))).toBe(language.slice(0, language.startsWith("ckb") ? 3 : 2)),
  );

  it("is not told by a few words, unless it must be", async () => {
    expect(await detectLanguage("Keine Waffen für den Krieg")).toBeUndefined();
    expect(await detectLanguage("Keine Waffen für den Krieg", 1)).toBe("de");
    expect(await detectLanguage("1968!", 1)).toBeUndefined();
  });

  it.each([
    ["az-Arab", true],
    ["ku-Arab", true],
    ["ckb-Latn", true],
    ["en-GB", true],
    ["en-Arab", false],
    ["en-Arab-GB", false],
    ["fa-Latn", false],
  ])("is known in the script of the tag %s: %s", (tag, expected) => expect(isKnownInScript(tag)).toBe(expected));

  it("may be one with a region", () => {
    expect(["en-GB", "fa", "tlh"].map(isDetectable)).toEqual([true, true, false]);
  });
});
