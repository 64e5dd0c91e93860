import { describe, expect, it, test } from "vitest";
import { normalizeWord, splitWords } from "../../src/words.ts";

const keys = (text: string) => splitWords(text).map(({ key }) => key);

describe("counts as the same word", () => {
  it.each([
    ["an accent in one code point or in two, which are canonically equivalent", "café", "cafe\u0301"],
    ["hamza and madda in one code point or in two", "مؤثر آن", "مو\u0654ثر ا\u0653ن"],
    ["the ohm sign and the omega, which are canonically equivalent", "5 Ω", "5 Ω"],
    ["ligatures, which a font decides on", "ﬁve aﬀair ﬆ", "five affair st"],
    ["Arabic presentation forms: shapes of the same letters", "ﺳﻼﻡ ﷲ", "سلام الله"],
    ["wide Hebrew letters", "ﬠﬡ", "עא"],
    [
      "quotes in any shape, which the language decides on",
      "“war” «war» „war‟ ‘war’ 「war」",
      `"war" "war" "war" 'war' "war"`,
    ],
    ["dashes in any shape, one or several", "a – b — c − d ‐ e", "a - b -- c - d - e"],
    ["the ellipsis and three points", "so…", "so..."],
    [
      "soft hyphens, word joiners and direction marks, which are invisible",
      "hyphen\u00adation\u2060\u200f\u061c",
      "hyphenation",
    ],
    [
      "a sign with a variation selector or without, which says whether it is drawn in black or in colours",
      "❤ ❤\ufe0f ❤\ufe0e 1\ufe0f\u20e3 ❤\ufe0f\u200d🔥",
      "❤\ufe0f ❤\ufe0e ❤ 1\u20e3 ❤\u200d🔥",
    ],
    ["a variation selector by itself, which is no word", "a \ufe0f b", "a b"],
    ["kinds of space and line breaks", "a\u00a0b\nc\td\u1680e\u202ff\u3000g", "a b c d e f g"],
    ["a non-joiner at the edge of a word, where it separates no letters", "خانه\u200c ها", "خانه ها"],
  ])("%s", (_, one, other) => expect(keys(one)).toEqual(keys(other)));
});

describe("counts as another word", () => {
  it.each([
    ["another letter", "war", "wars"],
    ["another case", "war", "War"],
    ["another accent", "cafe", "café"],
    ["another sign at its end", "war", "war."],
    ["a raised figure: 100 dead or 2", "10² dead", "102 dead"],
    ["a raised letter or figure of a power", "x⁵", "x5"],
    ["a lowered figure", "H₂O", "H2O"],
    ["a number in brackets, which may be a note mark", "[12] days", "12 days"],
    ["the sign for number and a word", "№ 5", "No 5"],
    ["a fraction and its figures", "½", "1/2"],
    ["a figure in a circle and a plain one", "①", "1"],
    ["Persian figures and Western", "۱۲", "12"],
    ["Roman numerals of one code and letters", "Ⅳ", "IV"],
    ["mathematical letters and plain", "𝒜", "A"],
    ["wide letters and plain", "Ａ", "A"],
    ["an Arabic and a Persian yeh or kaf", "ي ك", "ی ک"],
    ["a letter and the same with hamza", "مؤثر", "موثر"],
    ["another sign that is drawn alike", "❤\ufe0f", "♥\ufe0f"],
    ["signs that are joined and the same apart", "❤\ufe0f\u200d🔥", "❤\ufe0f🔥"],
    ["the form of a Han letter that a name has", "葛\u{e0100}", "葛"],
    ["a vowel sign and none", "كُتب", "كتب"],
    ["a non-joiner and none: two spellings in Persian", "می\u200cخواهم", "میخواهم"],
    ["a joiner and none: another conjunct in Devanagari", "क्\u200dष", "क्ष"],
    ["the sign for a rial and its letters", "﷼", "ریال"],
    ["the ligature of a blessing and its words, which is a sign of its own", "ﷺ", "صلى الله عليه وسلم"],
    ["a dash that stands alone and none", "a - b", "a b"],
    ["the trade mark sign and two letters", "x™", "xTM"],
    ["a long s and a short one", "ſo", "so"],
  ])("%s", (_, one, other) => expect(keys(one)).not.toEqual(keys(other)));
});

test("a word has its place", () => {
  expect(splitWords("one two\n  three", 5, 3).map(({ text, line, column }) => [text, line, column])).toEqual([
    ["one", 5, 3],
    ["two", 5, 7],
    ["three", 6, 3],
  ]);
});

test("a number in brackets is a separate word, because it may be a note mark", () => {
  expect(keys("end.[12] Then [3], word[۴].")).toEqual(["end.", "[12]", "Then", "[3]", ",", "word", "[۴]", "."]);
});

test("each letter of a script without spaces is a word, so that lines may end anywhere", () => {
  expect(keys("自由、正义")).toEqual(["自", "由", "、", "正", "义"]);
  expect(keys("自由、\n正义")).toEqual(keys("自由、正义"));
  expect(keys("ที่ ABC漢")).toEqual(["ที่", "ABC", "漢"]);
});

test("the normal form of a normal form is itself", () => {
  for (const text of ["«war»", "1—2", "[4]", "ﬁ", "ﺳﻼﻡ", "a…b"])
    expect(normalizeWord(normalizeWord(text))).toBe(normalizeWord(text));
});
