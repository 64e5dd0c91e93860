import type { Dom } from "../html/dom.ts";
import { localeOf } from "../language.ts";
import { rememberByText } from "../remember.ts";
import { changeText } from "./text-nodes.ts";

const oghamSpace = "\u1680";
const noBreakSpace = "\u00a0";
const wordJoiner = "\u2060";

const verbatim = "code, pre, .address";

/** Replaces the space mark of Ogham, which is a stroke in its own script and which none of our fonts has. */
export function replaceRareSpaces($: Dom, language: string): void {
  changeText($, language, undefined, (text) => text.replaceAll(oghamSpace, " "));
}

/**
 * Keeps together what must not be divided at a line's end: day and month, initials and name, the Arabic article and its
 * noun. Only the kind of a space changes, and word joiners are added.
 */
export function bindWords($: Dom, language: string): void {
  changeText($, language, verbatim, (text, language) => {
    const months = monthNames(language);
    return text
      .replace(new RegExp(`${wordStart}(\\p{Nd}{1,2}\\.?) (?=(?:${months})${wordEnd})`, "gu"), `$1${noBreakSpace}`)
      .replace(new RegExp(`${wordStart}(${months}) (?=\\p{Nd}{1,2}${wordEnd})`, "gu"), `$1${noBreakSpace}`)
      .replace(/(?<=(?:^|[\s(“‘])\p{Lu}\.) (?=\p{Lu})/gu, noBreakSpace)
      .replace(/(?<=(?:^|[\s(“‘])[Aa]l-)(?=\p{L})/gu, wordJoiner);
  });
}

// Where a word or a number begins and ends: \b of a regular expression knows Latin letters only.
const wordStart = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const wordEnd = String.raw`(?![\p{L}\p{M}\p{N}])`;

// Returns the names of the months in a language, as alternatives of a regular expression: those of the Gregorian
// calendar, and those of its own, as in Persian.
const monthNames = rememberByText((language) => {
  const locale = localeOf(language) ?? "en";
  const names = [{ calendar: "gregory" }, {}].flatMap((calendar) => {
    // The day is formatted as well, because some languages then use another form of the month's name.
    const format = new Intl.DateTimeFormat(locale, { ...calendar, month: "long", day: "numeric", timeZone: "UTC" });
    return Array.from(
      { length: 12 },
      (_, month) => format.formatToParts(Date.UTC(2020, month, 1)).find(({ type }) => type === "month")!.value,
    );
  });
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return [...new Set(escaped)].join("|");
});
