import { describe, expect, it } from "vitest";
import { directionOf, localeOf, addScript } from "../../src/language.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import { parseMarkdown } from "../../src/markdown/parse.ts";
import { readOwnText } from "../../src/markdown/passages.ts";

describe("the direction of a language", () => {
  const toTheLeft =
    "ar ckb dv fa he iw ks nqo ps sd syr ug ur yi az-Arab ku-Arab pa-Arab uz-Arab ms-Arab ff-Adlm rhg ur-Aran".split(
      " ",
    );
  it.each(toTheLeft)("%s is from right to left", (language) => {
    expect(directionOf(language)).toBe("rtl");
  });

  const toTheRight = [
    "en",
    "el",
    "ka",
    "ja",
    "ku",
    "kmr",
    "az",
    "pa",
    "uz",
    "ar-Latn",
    "ckb-Latn",
    "ks-Deva",
    "yi-Latn",
    "constructor",
    "no tag",
    "",
  ];
  it.each(toTheRight)("%s is from left to right", (language) => {
    expect(directionOf(language)).toBe("ltr");
  });
});

describe("the characters of a text", () => {
  it.each([
    ["ckb", "Hemû mirov azad tên dinyayê.", "ckb-Latn"],
    ["ku", "هەموو مرۆڤەکان ئازاد لەدایک دەبن.", "ku-Arab"],
    ["az", "بوتون اینسانلار آزاد دوغولورلار.", "az-Arab"],
    ["ks", "सॉरी इनसान छि आज़ाद.", "ks-Deva"],
    ["yi", "Ale mentshn zaynen fray.", "yi-Latn"],
    ["syc", "ܟܠ ܒܪܢܫܐ", "syc"],
    ["ar", "ܟܠ ܒܪܢܫܐ", "ar"],
  ])("decide in which script %s is written: %s", (language, text, tagged) => {
    expect(addScript(language, text)).toBe(tagged);
  });

  it("change no tag that names its script, and none if there are no characters or few of another script", () => {
    expect(addScript("ckb-Arab", "Latin letters")).toBe("ckb-Arab");
    expect(addScript("fa", "12, 13 – 14!")).toBe("fa");
    expect(addScript("fa", "متن فارسی با واژهٔ PDF و نام Eleventy")).toBe("fa");
    expect(addScript("en-GB", "A word, سلام, in it")).toBe("en-GB");
    expect(addScript("no tag", "سلام")).toBe("no tag");
  });

  it("count only in the text's own language: neither in addresses nor in passages of another language", () => {
    const own = (body: string) => readOwnText(parseMarkdown({ body }).tokens);
    expect(
      addScript(
        "fa",
        own("متن [پیوند](https://www.example.org/a/long/address/in/latin/letters) <https://example.org/another>"),
      ),
    ).toBe("fa");
    const quotation = "> A long passage in English, many more letters than the text has.\n{: lang=en }";
    expect(addScript("fa", own(`متن\n\n${quotation}\n\n[as this one too]{: lang=en } متن`))).toBe("fa");
  });
});

describe("a passage", () => {
  const set = (body: string) => renderHtml({ body, lang: "en", slug: "text" });

  it("has the direction of its characters", () => {
    expect(set("[Hemû mirov]{: lang=ckb }")).toContain('<span lang="ckb" dir="ltr">');
    expect(set("[ھەموو مرۆڤ]{: lang=ckb }")).toContain('<span lang="ckb" dir="rtl">');
    expect(set("[بوتون]{: lang=az }")).toContain('<span lang="az" dir="rtl">');
    expect(set("[12]{: lang=fa }")).toContain('<span lang="fa" dir="rtl">');
  });

  it("of several blocks has the direction of all its characters, and a passage inside it that of its own", () => {
    const quotation = set(
      "> یک متن فارسی\n>\n> و [Latin letters]{: lang=fa-Latn }\n>\n> باز هم متن فارسی\n{: lang=fa }",
    );
    expect(quotation).toMatch(/<(p|blockquote) lang="fa" dir="rtl">/);
    expect(quotation).toContain('<span lang="fa-Latn" dir="ltr">');
  });
});

it("Intl is asked only for locales that it knows in the script of the language", () => {
  expect(["en-GB", "iw", "kmr", "ckb-Latn", "ku-Arab", "sr-Latn"].map(localeOf)).toEqual([
    "en-GB",
    "iw",
    "kmr",
    "ku",
    "ckb",
    "sr-Latn",
  ]);
  expect(["az-Arab", "ar-Latn", "tlh", "no tag", ""].map(localeOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
