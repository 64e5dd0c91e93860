import { describe, expect, it } from "vitest";
import { terms, type Terms } from "../../src/terms.ts";
import { writtenCount, writtenSize } from "../../src/written.ts";

const languages = ["en", "de", "fr", "es", "tr", "fa", "ar"];
const english = Object.entries(terms("en"));

describe.each(languages)("the terms in %s", (language) => {
  const own = terms(language);

  it("are all there, and none is English by mistake", () => {
    const words = english.flatMap(([name, word]) => (typeof word === "string" ? [[name, word, own[name as keyof Terms] as string] as const] : []));
    expect(words.filter(([, , word]) => !word?.trim())).toEqual([]);
    // Languages share short words; a sentence is shared by none.
    const alike = words.filter(([, word, other]) => language !== "en" && word.split(" ").length > 2 && word === other);
    expect(alike).toEqual([]);
  });

  it("count pages and sheets", () => {
    for (const count of [1, 2, 7, 28, 101]) for (const forms of [own.pages, own.sheets]) expect(writtenCount(count, language, forms)).not.toContain("#");
  });
});

it.each(["fa", "ar"])("the terms in %s are in its own letters", (language) => {
  const foreign = Object.entries(terms(language)).filter(([, word]) => !/\p{Script=Arabic}/u.test(JSON.stringify(word)));
  expect(foreign).toEqual([]);
});

it("counts as a language counts", () => {
  expect([1, 2].map((count) => writtenCount(count, "en-GB", terms("en").sheets))).toEqual(["1 sheet", "2 sheets"]);
  expect([1, 2, 7].map((count) => writtenCount(count, "ar-MA", terms("ar").pages))).toEqual(["صفحة واحدة", "صفحتان", "7 صفحات"]);
});

it("writes sizes as a language does", () => {
  expect(writtenSize(123_456, "fr")).toBe("123\u202fko");
  expect(writtenSize(123_456, "fa")).toContain("کیلوبایت");
});

it("falls back to English", () => {
  expect(terms("nl").contents).toBe("Contents");
});
