import { describe, expect, it } from "vitest";
import { scriptOf } from "../../src/language.ts";
import { findRemarks } from "../../src/check/remarks.ts";
import { findMissingTerms, tableNames, tableOf, termsOfLanguage, termsOfText, termsOf } from "../../src/terms/index.ts";
import type { Forms, Terms } from "../../src/terms/en.ts";
import { formatCount } from "../../src/locale-format.ts";
import { publicationOf } from "../support/publication.ts";

const english = Object.entries(termsOfLanguage("en"));
const isForms = (term: Terms[keyof Terms]): term is Forms => typeof term === "object";

describe.each(tableNames)("the terms in %s", (language) => {
  const own = termsOfLanguage(language);

  it("are complete, and none is English by mistake", () => {
    expect(Object.keys(own).toSorted()).toEqual(english.map(([name]) => name).toSorted());
    const words = english.flatMap(([name, word]) =>
      typeof word === "string" ? [[name, word, own[name as keyof Terms] as string] as const] : [],
    );
    expect(words.filter(([, , word]) => word.trim() !== word || word === "")).toEqual([]);
    // Languages share short words; a sentence is shared by none.
    const alike = words.filter(([, word, other]) => language !== "en" && word.split(" ").length > 2 && word === other);
    expect(alike).toEqual([]);
  });

  it.each([["#"], ["A4"], ["sha256sum --check"], ["A", "B"]])("mention %s %s where English does", (...kept) => {
    const pieces = kept.map((piece) => new RegExp(`(?<![A-Za-z])${piece}(?![A-Za-z0-9])`));
    const saying = (table: Terms) =>
      Object.entries(table)
        .filter(([, term]) => !isForms(term) && pieces.every((piece) => piece.test(term)))
        .map(([name]) => name);
    expect(saying(termsOfLanguage("en"))).not.toEqual([]);
    expect(saying(own)).toEqual(expect.arrayContaining(saying(termsOfLanguage("en"))));
  });

  it("have every form in which the language counts", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const term of Object.values(own).filter(isForms)) {
      expect(Object.keys(term).toSorted()).toEqual(categories);
      expect(term.other).toContain("#");
    }
    for (const count of [1, 2, 7, 28, 101])
      for (const forms of [own.pages, own.sheets]) expect(formatCount(count, language, forms)).not.toContain("#");
  });

  it("are in its own script", () => {
    const letters = new RegExp(`\\p{Script=${scriptOf(language)}}`, "u");
    const foreign = Object.entries(own).filter(
      ([, term]) => !letters.test(isForms(term) ? Object.values(term).join(" ") : term),
    );
    expect(foreign).toEqual([]);
  });
});

it.each([
  ["en-GB", "en"],
  ["de-AT", "de"],
  ["iw", "he"],
  ["he-IL", "he"],
  ["el-polyton", "el"],
  ["ru", "ru"],
  ["it-CH", "it"],
  ["pt", "pt-BR"],
  ["pt-BR", "pt-BR"],
  ["pt-PT", "pt-PT"],
  ["pt-AO", "pt-PT"],
  ["ku", "ku"],
  ["kmr", "ku"],
  ["ku-Latn", "ku"],
  ["ckb-Latn", "ku"],
  ["ckb", "ckb"],
  ["ckb-IR", "ckb"],
  ["ku-Arab", "ckb"],
  ["kmr-Arab", "ckb"],
  ["prs", "fa"],
  ["ur", "ur"],
  ["ps-PK", "ps"],
])("%s has the terms of %s", (language, table) => {
  expect(tableOf(language)).toBe(table);
});

it.each(["ka", "nl", "fa-Latn", "ar-Latn", "az", "ru-Latn", "constructor", "__proto__", "no tag", ""])(
  "“%s” has no table and gets the English terms",
  (language) => {
    expect(tableOf(language)).toBeUndefined();
    expect(termsOfLanguage(language)).toBe(termsOfLanguage("en"));
  },
);

describe("a counted term", () => {
  it("has the form and the digits of the language", () => {
    const pages = (language: string, counts: number[]) =>
      counts.map((count) => formatCount(count, language, termsOfLanguage(language).pages));
    expect([1, 2].map((count) => formatCount(count, "en-GB", termsOfLanguage("en").sheets))).toEqual([
      "1 sheet",
      "2 sheets",
    ]);
    expect(pages("ar-MA", [1, 2, 7])).toEqual(["صفحة واحدة", "صفحتان", "7 صفحات"]);
    expect(pages("ru", [1, 2, 5, 21, 28])).toEqual([
      "1 страница",
      "2 страницы",
      "5 страниц",
      "21 страница",
      "28 страниц",
    ]);
    expect(pages("he", [1, 2, 28])).toEqual(["עמוד אחד", "שני עמודים", "28 עמודים"]);
    expect(pages("ckb", [28])).toEqual(["٢٨ لاپەڕە"]);
    expect(pages("fa", [28])).toEqual(["۲۸ صفحه"]);
  });

  it("is counted as in English in a language without a table", () => {
    for (const language of ["ja", "ka", "zh-Hant", "tlh"])
      expect(formatCount(1, language, termsOfLanguage(language).pages)).toBe("1 page");
  });
});

describe("terms: of a publication", () => {
  it("replace those of the table, for the language of the publication only", () => {
    const publication = publicationOf([], { language: "de", terms: { contents: "Übersicht" } });
    expect(termsOf(publication)).toEqual({ ...termsOfLanguage("de"), contents: "Übersicht" });
    expect(termsOfText(publication, "de")).toEqual(termsOf(publication));
    expect(termsOfText(publication, "fa")).toBe(termsOfLanguage("fa"));
  });

  it("are missed in a remark if the language has no table, until they are given", () => {
    const remark = (given: Partial<Terms>, language = "ka") =>
      findRemarks(publicationOf([], { language, terms: given }));
    expect(remark({}, "de")).toEqual([]);
    expect(remark({})).toEqual([
      expect.stringMatching(
        /^publication\.yaml: .* no words in Georgian \(ka\) for contents, preface, contact, imprint, .* and \d\d more, .* English\. .*terms:.*src\/terms\/en\.ts/,
      ),
    ]);
    const { next, navigation, ...most } = termsOfLanguage("en");
    expect(remark(most)[0]).toMatch(/ for next, navigation, and/);
    expect(remark({ ...most, next })[0]).toMatch(/ for navigation, and/);
    expect(remark({ ...most, next, navigation })).toEqual([]);
    expect(findMissingTerms({ language: "ka", terms: { contents: "x" } })).not.toContain("contents");
  });

  it("are missed in a remark if a plural form of the language is not given", () => {
    const remark = (pages: Forms) => findRemarks(publicationOf([], { language: "ru", terms: { pages } }));
    expect(remark({ one: "# с.", few: "# с.", many: "# с.", other: "# с." })).toEqual([]);
    expect(remark({ one: "# с.", other: "# с." })[0]).toMatch(/Russian \(ru\).* terms\.pages\.few, terms\.pages\.many/);
  });
});
