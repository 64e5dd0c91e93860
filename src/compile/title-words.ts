import { localeOf, scriptOf } from "../language.ts";

const eastAsian = new Set(["Hans", "Hant", "Jpan"]);

/**
 * Marks in a title, as HTML, where a word of Chinese letters ends inside a row of them: a line of it ends there and not
 * within a word.
 */
export function markWords(title: string, language: string): string {
  if (!eastAsian.has(scriptOf(language) ?? "")) return title;
  const words = new Intl.Segmenter(localeOf(language) ?? "en", { granularity: "word" });
  return title.replace(/\p{sc=Han}{3,}/gu, (row) =>
    [...words.segment(row)].map(({ segment }) => segment).join("<wbr />"),
  );
}
