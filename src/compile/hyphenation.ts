import { createRequire } from "node:module";
import type { Dom } from "../html/dom.ts";
import { rememberByText } from "../remember.ts";
import { changeText } from "./text-nodes.ts";

const require = createRequire(import.meta.url);
const softHyphen = "\u00ad";

// Names of the files with TeX patterns that are not the tag of the language. `en` without a country is hyphenated as in
// Britain.
const patternFiles: Record<string, string> = { en: "en-gb", "en-US": "en-us", no: "nb" };

// Words of fewer letters stay whole. Chosen by eye on the A5 pamphlet.
const shortestWord = 7;

// Words of more letters, which no language has, stay whole too: the package hyphen takes time with the square of them.
const longestWord = 100;

// Matches words of small letters: a word with a capital may be a name, and a name stays whole. A word beside a letter,
// a figure or a sign of an address stays whole too.
const smallLetters = new RegExp(
  String.raw`(?<![\p{L}\p{N}@/.’'-])\p{Ll}{${shortestWord},${longestWord}}(?![\p{L}\p{N}@/’'-]|\.\p{L})`,
  "gu",
);
// The same for languages in which every noun has a capital, so that a capital does not mean a name.
const anyCase = new RegExp(
  String.raw`(?<![\p{L}\p{N}@/.’'-])\p{L}\p{Ll}{${shortestWord - 1},${longestWord}}(?![\p{L}\p{N}@/’'-]|\.\p{L})`,
  "gu",
);
const capitalNouns = new Set(["de", "lb"]);

const unhyphenated =
  "h1, h2, h3, h4, h5, h6, a, code, pre, .signature, .slogans, .contacts, .verse, .dateline, .salutation, .stage, " +
  ".pull-quote";

/**
 * Puts soft hyphens into the words of a text, by the language of each passage, because headless Chromium has no
 * dictionaries and divides no word itself. Headings, links, code, lists of addresses, and blocks that are not justified, as
 * signatures and verse, stay whole.
 */
export function hyphenate($: Dom, language: string): void {
  changeText($, language, unhyphenated, (text, language) => {
    const divide = getHyphenator(language);
    if (!divide) return text;
    const word = capitalNouns.has(language.split("-")[0]!) ? anyCase : smallLetters;
    return text.replace(word, (word) => keepEdges(divide(word)));
  });
}

// Keeps three letters together at each end of a word. The patterns of many languages allow two.
function keepEdges(word: string): string {
  return word
    .replace(new RegExp(`^(\\p{L}{1,2})${softHyphen}`, "u"), "$1")
    .replace(new RegExp(`${softHyphen}(\\p{L}{1,2})$`, "u"), "$1");
}

type Hyphenator = (word: string) => string;

// Returns undefined for a language without patterns.
const getHyphenator = rememberByText((language): Hyphenator | undefined => {
  const base = language.split("-")[0]!;
  for (const name of [patternFiles[language], language.toLowerCase(), patternFiles[base], base]) {
    if (!name) continue;
    try {
      const { hyphenateSync } = require(`hyphen/${name}`);
      return (word) => hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: shortestWord });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
});
