import { parseFragment, serialize } from "../html/dom.ts";
import { localeOf, scriptOf } from "../language.ts";
import { hyphenate } from "./hyphenation.ts";

const eastAsian = new Set(["Hans", "Hant", "Jpan"]);

/**
 * Puts `<wbr>` between the words of a Chinese or Japanese title, which is HTML, so that a line ends there and not inside
 * a word. Three ideographs or more may hold such a boundary.
 */
export function separateWords(title: string, language: string): string {
  if (!eastAsian.has(scriptOf(language) ?? "")) return title;
  const words = new Intl.Segmenter(localeOf(language) ?? "en", { granularity: "word" });
  return title.replace(/\p{sc=Han}{3,}/gu, (run) =>
    [...words.segment(run)].map(({ segment }) => segment).join("<wbr />"),
  );
}

/** Puts soft hyphens into the words of a title, which is HTML, if it `isDivided`. */
export function divideTitle(title: string, language: string, isDivided: boolean): string {
  if (!isDivided) return title;
  const $ = parseFragment(title);
  hyphenate($, language);
  return serialize($);
}
