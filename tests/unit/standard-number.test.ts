import { describe, expect, it } from "vitest";
import { barCodeDigitsOf, checkDigitOfEan, checkDigitOfIssn, digitsIn } from "../../src/standard-number.ts";
import { coverSchema } from "../../src/schema-cover.ts";

describe("the check digit", () => {
  // The examples of the manuals of the International ISBN Agency and of the ISSN International Centre.
  it.each(["978-3-16-148410-0", "978-0-11-000222-4", "979-10-90636-07-1"])("of the ISBN %s is its last", (isbn) => {
    expect(checkDigitOfEan(digitsIn(isbn))).toBe(isbn.at(-1));
    expect(coverSchema.safeParse({ isbn }).success).toBe(true);
  });

  it.each(["0317-8471", "1050-124X", "2049-3630"])("of the ISSN %s is its last", (issn) => {
    expect(checkDigitOfIssn(digitsIn(issn))).toBe(issn.at(-1));
    expect(coverSchema.safeParse({ issn }).success).toBe(true);
  });

  it.each([...Array(10).keys()].filter((digit) => digit !== 0))("finds the ISBN wrong that ends with %d", (digit) => {
    const { success, error } = coverSchema.safeParse({ isbn: `978-3-16-148410-${digit}` });
    expect(success).toBe(false);
    expect(error!.issues[0]!.message).toContain(`must be 0, not ${digit}`);
  });

  it.each([
    { isbn: "3-16-148410-0" },
    { isbn: "977-3-16-148410-0" },
    { isbn: "978-3-16-148410-0-1" },
    { issn: "20493630 1" },
    { issn: "X049-3630" },
  ])("does not make %o a number", (cover) => {
    expect(coverSchema.safeParse(cover).success).toBe(false);
  });
});

describe("the digits of the bar code", () => {
  it("are those of the ISBN, also if there is an ISSN", () =>
    expect(barCodeDigitsOf({ isbn: "978 3 16 148410 0", issn: "2049-3630" })).toBe("9783161484100"));

  // As the manual of the ISSN International Centre has it for 0317-8471.
  it("of an ISSN are 977, its first seven, 00 and the check digit of all", () =>
    expect(barCodeDigitsOf({ issn: "0317-8471" })).toBe("9770317847001"));

  it("are absent without a number", () => expect(barCodeDigitsOf({})).toBeUndefined());
});
