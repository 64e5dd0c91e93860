import { mapText } from "../html/html.ts";
import { localeOf } from "../language.ts";

// The space mark of Ogham is a stroke in its own script, and in no font of ours.
const rareSpace = "\u1680";
const noBreak = "\u00a0";
const thin = "\u202f";
const joiner = "\u2060";

// Where there is a space before these, no line begins with them: the Indic full stop, and the Thai sign that repeats a
// word.
const spaceBeforeMark = / (?=[।॥ๆ])/g;

/**
 * Print: binds together what must not be parted at a line's end: day and month, initials and name, the Arabic article
 * and its noun; and sets the narrow space that French puts before its tall marks, where the text has a space there.
 * Shapes of space alone change.
 */
export function bound(html: string, language: string): string {
  return mapText(html.replaceAll(rareSpace, " "), language, "code, pre", (text, language) => {
    const months = monthNames(language);
    const dates = text
      .replace(new RegExp(`\\b(\\d{1,2}\\.?) (?=(?:${months})\\b)`, "gu"), `$1${noBreak}`)
      .replace(new RegExp(`\\b(${months}) (?=\\d{1,2}\\b)`, "gu"), `$1${noBreak}`);
    const names = dates
      .replace(/(?<=(?:^|[\s(“‘])\p{Lu}\.) (?=\p{Lu})/gu, noBreak)
      .replace(/(?<=(?:^|[\s(“‘])[Aa]l-)(?=\p{L})/gu, joiner)
      .replace(spaceBeforeMark, noBreak);
    return language.startsWith("fr") ? names.replace(/ (?=[;:!?»])/g, thin).replace(/(?<=«) /g, thin) : names;
  });
}

/** Screens: keeps with the word before it what no line begins with, as print does. */
export function keepMarks(html: string, language: string): string {
  return mapText(html, language, "code, pre", (text) => text.replace(spaceBeforeMark, noBreak));
}

const monthsByLanguage = new Map<string, string>();

function monthNames(language: string): string {
  if (!monthsByLanguage.has(language)) {
    const format = new Intl.DateTimeFormat(localeOf(language) ?? "en", {
      month: "long",
      day: "numeric",
      timeZone: "UTC",
    });
    const names = Array.from({ length: 12 }, (_, month) =>
      format
        .formatToParts(Date.UTC(2020, month, 1))
        .find(({ type }) => type === "month")!
        .value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    );
    monthsByLanguage.set(language, names.join("|"));
  }
  return monthsByLanguage.get(language)!;
}
