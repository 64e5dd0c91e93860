import { describe, expect, it } from "vitest";
import {
  capitalize,
  formatInteger,
  numberingSystemOf,
  formatDate,
  formatDay,
  formatFileSize,
  formatTime,
} from "../../src/locale-format.ts";

describe("a date is written in words as in its language, by the Gregorian calendar", () => {
  it.each([
    ["en-GB", "11 January 2020", "January 2020", "2020"],
    ["fa", "۱۱ ژانویهٔ ۲۰۲۰", "ژانویهٔ ۲۰۲۰", "۲۰۲۰"],
    ["ar", "11 يناير 2020", "يناير 2020", "2020"],
    ["he", "11 בינואר 2020", "ינואר 2020", "2020"],
    ["iw", "11 בינואר 2020", "ינואר 2020", "2020"],
    ["ur", "11 جنوری، 2020", "جنوری 2020", "2020"],
    ["ps", "۲۰۲۰ جنوري ۱۱", "۲۰۲۰ جنوري", "۲۰۲۰"],
    ["ckb", "١١ی کانوونی دووەمی ٢٠٢٠", "کانوونی دووەمی ٢٠٢٠", "٢٠٢٠"],
    ["ku-Arab", "١١ی کانوونی دووەمی ٢٠٢٠", "کانوونی دووەمی ٢٠٢٠", "٢٠٢٠"],
    ["ku", "11ê rêbendana 2020an", "rêbendana 2020an", "2020"],
    ["kmr", "11ê rêbendana 2020an", "rêbendana 2020an", "2020"],
    ["ckb-Latn", "11ê rêbendana 2020an", "rêbendana 2020an", "2020"],
    ["el-polyton", "11 Ιανουαρίου 2020", "Ιανουάριος 2020", "2020"],
    ["ru", "11 января 2020 г.", "январь 2020 г.", "2020"],
    ["pt-BR", "11 de janeiro de 2020", "janeiro de 2020", "2020"],
    ["it", "11 gennaio 2020", "gennaio 2020", "2020"],
    ["th", "11 มกราคม 2020", "มกราคม 2020", "2020"],
  ])("%s", (language, day, month, year) => {
    expect(["2020-01-11", "2020-01", "2020"].map((date) => formatDate(date, language))).toEqual([day, month, year]);
  });

  it("with its weekday", () => {
    expect(formatDay("2020-01-11", "it")).toBe("sabato 11 gennaio 2020");
    expect(formatDay("2020-01-11", "fa")).toBe("شنبه ۱۱ ژانویهٔ ۲۰۲۰");
    expect(formatDay("2020-01-11", "ckb")).toBe("شەممە، ١١ی کانوونی دووەمی ٢٠٢٠");
  });

  it("in figures, with the digits of its script and region, if the language is unknown", () => {
    expect(formatDate("2020-01-11", "az-Arab")).toBe("۲۰۲۰-۰۱-۱۱");
    expect(formatDay("2020-01-11", "az-Arab")).toBe("۲۰۲۰-۰۱-۱۱");
    expect(formatTime("14:00", "az-Arab")).toBe("۱۴:۰۰");
    expect(formatDate("2020-01", "ar-Latn")).toBe("2020-01");
    expect(formatDate("2020", "tlh")).toBe("2020");
  });
});

it.each([
  ["en", "latn", "1234"],
  ["fa", "arabext", "۱۲۳۴"],
  ["prs", "arabext", "۱۲۳۴"],
  ["ps", "arabext", "۱۲۳۴"],
  ["ckb", "arab", "١٢٣٤"],
  ["ku-Arab", "arab", "١٢٣٤"],
  ["ckb-Latn", "latn", "1234"],
  ["ar", "latn", "1234"],
  ["ar-EG", "arab", "١٢٣٤"],
  ["ur", "latn", "1234"],
  ["hi", "latn", "1234"],
  ["mr", "deva", "१२३४"],
  ["bn", "beng", "১২৩৪"],
  ["az", "latn", "1234"],
  ["az-Arab", "arabext", "۱۲۳۴"],
  ["pa-Arab", "arabext", "۱۲۳۴"],
  ["dv", "latn", "1234"],
  ["constructor", "latn", "1234"],
  ["", "latn", "1234"],
])("%s numbers its pages in the digits %s", (language, system, number) => {
  expect(numberingSystemOf(language)).toBe(system);
  expect(formatInteger(1234, language)).toBe(number);
});

it("a term at the start of a sentence gets a capital as its first letter only", () => {
  expect(capitalize("in der Reihe", "de")).toBe("In der Reihe");
  expect(capitalize("içinde", "tr")).toBe("İçinde");
  expect([capitalize("ში", "ka"), capitalize("به", "fa"), capitalize("in", "no tag")]).toEqual(["ში", "به", "In"]);
});

describe("a size", () => {
  it("has the unit of the language", () => {
    expect(formatFileSize(123_456, "fr")).toBe("123\u202fko");
    expect(formatFileSize(123_456, "fa")).toContain("کیلوبایت");
    expect(formatFileSize(1_300_000, "ru")).toBe("1,3 МБ");
  });

  it("has a form in any language, as a time has", () => {
    for (const language of ["az-Arab", "tlh", "dv", "ckb-Latn"])
      expect(formatFileSize(9100, language)).toMatch(/^\p{Nd}[.,٫]\p{Nd}\s\S+$/u);
    expect(formatTime("14:00", "ku")).toBe("14:00");
  });
});
