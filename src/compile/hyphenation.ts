import { createRequire } from "node:module";
import { mapText } from "../html/html.ts";

const require = createRequire(import.meta.url);
const softHyphen = "\u00ad";

// A file of TeX patterns by language; `en` alone is hyphenated as in Britain.
const patterns: Record<string, string> = { en: "en-gb", "en-US": "en-us", no: "nb" };

// Where every noun has a capital, a capital tells no name.
const capitalNouns = new Set(["de", "lb"]);
const smallLetters = /(?<![\p{L}\p{N}@/.’'-])\p{Ll}{7,}(?![\p{L}\p{N}@/’'-]|\.\p{L})/gu;
const anyCase = /(?<![\p{L}\p{N}@/.’'-])\p{L}\p{Ll}{6,}(?![\p{L}\p{N}@/’'-]|\.\p{L})/gu;

/**
 * Soft hyphens in a compiled text, by the language of each passage; Chromium without a dictionary breaks no word by
 * itself. Only words of seven letters or more, three before and after the hyphen; no name, no address, no heading.
 */
export function hyphenated(html: string, language: string): string {
  return mapText(html, language, "h1, h2, h3, h4, h5, h6, a, code, pre, .signature, .slogans", (text, language) => {
    const hyphenate = hyphenator(language);
    if (!hyphenate) return text;
    const word = capitalNouns.has(language.split("-")[0]!) ? anyCase : smallLetters;
    return text.replace(word, (word) => threeFromTheEdges(hyphenate(word)));
  });
}

function threeFromTheEdges(word: string): string {
  return word
    .replace(new RegExp(`^(\\p{L}{1,2})${softHyphen}`, "u"), "$1")
    .replace(new RegExp(`${softHyphen}(\\p{L}{1,2})$`, "u"), "$1");
}

const hyphenators = new Map<string, ((word: string) => string) | undefined>();

function hyphenator(language: string): ((word: string) => string) | undefined {
  if (!hyphenators.has(language)) hyphenators.set(language, found(language));
  return hyphenators.get(language);
}

function found(language: string): ((word: string) => string) | undefined {
  for (const name of [
    patterns[language],
    language.toLowerCase(),
    patterns[language.split("-")[0]!],
    language.split("-")[0],
  ]) {
    if (!name) continue;
    try {
      const { hyphenateSync } = require(`hyphen/${name}`);
      return (word) => hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: 7 });
    } catch {
      // No patterns under this name: the next, wider one may have them.
    }
  }
  return undefined;
}
