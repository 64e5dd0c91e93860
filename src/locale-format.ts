import { directionOf, localeOf, scriptOf, maximizeTag } from "./language.ts";
import { chooseForm } from "./terms/index.ts";
import { rememberByText } from "./remember.ts";
import type { Forms } from "./terms/en.ts";

// Dates, times, numbers, sizes and marks as a language writes them (Intl, which has Unicode CLDR's data).

/** Bytes in a kilobyte and in a megabyte, as Intl and the SI mean them. */
const kilobyte = 1000;
const megabyte = 1_000_000;

/** From this size in bytes on, a number of kilobytes would be rounded to 1000. */
const leastMegabytes = 999.5 * kilobyte;

/**
 * Returns a date written out in a language, as precisely as it is known (2020, 2020-01 or 2020-01-11). Where Intl does
 * not know the language in its script, the date stays as it was given, in the digits of the language.
 */
export function formatDate(date: string, language: string): string {
  const locale = localeOf(language);
  if (!locale) return replaceDigits(date, language);
  const precision = date.split("-").length;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    ...(precision > 1 && { month: "long" }),
    ...(precision > 2 && { day: "numeric" }),
  };
  return formatMoment(locale, `${date.padEnd(7, "-01").padEnd(10, "-01")}T00:00:00Z`, options);
}

/**
 * Returns a day (2020-01-11) with its weekday, written out in a language: Saturday 11 January 2020. Where Intl does not
 * know the language in its script, the day stays as it was given, in the digits of the language.
 */
export function formatDay(date: string, language: string): string {
  const locale = localeOf(language);
  if (!locale) return replaceDigits(date, language);
  return formatMoment(locale, `${date}T00:00:00Z`, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** Returns a time of day, given as 14:00, as the language writes it. */
export function formatTime(time: string, language: string): string {
  const locale = localeOf(language);
  return locale
    ? formatMoment(locale, `2020-01-01T${time}:00Z`, { hour: "numeric", minute: "2-digit" })
    : replaceDigits(time, language);
}

/** Returns the time from one hour to another of the same day, each given as 14:00, as the language writes it. */
export function formatTimes(from: string, to: string, language: string): string {
  const locale = localeOf(language);
  if (!locale) return replaceDigits(`${from}–${to}`, language);
  const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric", minute: "2-digit" });
  return format.formatRange(...([from, to].map((time) => new Date(`2020-01-01T${time}:00Z`)) as [Date, Date]));
}

/** Returns names in one line, as the language lists them: A, B and C. */
export function formatNames(names: string[], language: string): string {
  const locale = localeOf(language);
  return locale ? new Intl.ListFormat(locale).format(names) : names.join(commaOf(language));
}

/**
 * Returns a file's size to two or three figures: 9.1 kB, 412 kB, 1.3 MB. In a script from right to left the unit is
 * written out as a word.
 */
export function formatFileSize(bytes: number, language: string): string {
  const [number, unit] = bytes < leastMegabytes ? [bytes / kilobyte, "kilobyte"] : [bytes / megabyte, "megabyte"];
  const unitDisplay = directionOf(language) === "rtl" ? "long" : "short";
  return numberFormat(language, {
    style: "unit",
    unit,
    unitDisplay,
    maximumFractionDigits: number < 10 ? 1 : 0,
  }).format(number);
}

/** Returns a number of things, in the form that the language has for that number: 1 sheet, 8 sheets. */
export function formatCount(count: number, language: string, forms: Forms): string {
  return chooseForm(count, language, forms).replace("#", numberFormat(language).format(count));
}

/**
 * Returns a whole number in the digits of a language, as the number of a page, of a note or of an item of a list: ۱۲ in
 * Persian, 12 in Hindi. Thousands are not grouped.
 */
export function formatInteger(number: number, language: string): string {
  return integerFormat(language).format(number);
}

const integerFormat = rememberByText((language) =>
  numberFormat(language, { useGrouping: false, maximumFractionDigits: 0 }),
);

/** Returns the decimal mark of a language: the comma of 12,50 in German, the point of 12.50 in English. */
export const decimalMarkOf = rememberByText(
  (language) =>
    numberFormat(language, { minimumFractionDigits: 1 })
      .formatToParts(0)
      .find(({ type }) => type === "decimal")!.value,
);

/** Returns the ten digits of a language, from zero to nine. */
export function digitsOf(language: string): string {
  return Array.from({ length: 10 }, (_, digit) => formatInteger(digit, language)).join("");
}

/**
 * Returns the numbering system of a language (Unicode CLDR: latn, arab, arabext, deva …). Where Intl does not know the
 * language in its script, returns the system that the language's region uses with that script: Azerbaijani in Arabic
 * letters is written in Iran, and has its digits.
 */
export function numberingSystemOf(language: string): string {
  const tag = maximizeTag(language);
  const nearest = tag?.script && tag.region && maximizeTag(`und-${tag.script}-${tag.region}`)?.toString();
  const locale = localeOf(language) ?? (nearest && localeOf(nearest));
  return locale ? new Intl.NumberFormat(locale).resolvedOptions().numberingSystem : "latn";
}

/**
 * Returns a term as it begins a sentence: its first letter a capital, the others unchanged. Georgian stays as it is,
 * because its capitals are used only for whole words.
 */
export function capitalize(term: string, language: string): string {
  return term.replace(/^(?!\p{Script=Georgian})\p{Ll}/u, (letter) =>
    letter.toLocaleUpperCase(scriptOf(language) ? language : "en"),
  );
}

/** Returns the comma of a language with the space after it, to join a publisher and a date in one line. */
export function commaOf(language: string): string {
  return marksOf(language).comma;
}

/** Returns the colon of a language with the space after it, to join an organisation and a title in one line. */
export function colonOf(language: string): string {
  return marksOf(language).colon;
}

// Chinese and Japanese marks include their own space.
const marks: Record<string, { comma: string; colon: string }> = {
  Arab: { comma: "، ", colon: ": " },
  Ethi: { comma: "፣ ", colon: "፦ " },
  Hans: { comma: "，", colon: "：" },
  Hant: { comma: "，", colon: "：" },
  Jpan: { comma: "、", colon: "：" },
};

function marksOf(language: string): { comma: string; colon: string } {
  return marks[scriptOf(language) ?? ""] ?? { comma: ", ", colon: ": " };
}

function numberFormat(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const locale = localeOf(language);
  return new Intl.NumberFormat(locale ?? "en", {
    ...options,
    ...(!locale && { numberingSystem: numberingSystemOf(language) }),
  });
}

function replaceDigits(text: string, language: string): string {
  return text.replace(/\d/g, (digit) => formatInteger(Number(digit), language));
}

function formatMoment(locale: string, moment: string, options: Intl.DateTimeFormatOptions): string {
  const createFormat = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", calendar: "gregory", ...parts });
  const day = new Date(moment);
  return locale.startsWith("ckb") && options.month
    ? formatInSorani(createFormat, day, options)
    : createFormat(options).format(day);
}

// For Sorani, Unicode CLDR has only a pattern for day, month and year together. For any other choice of parts, Intl
// uses a pattern of no language, with the year first and a Latin comma. So the other choices are made from this one:
// its first parts are left out, or the weekday is put before it.
function formatInSorani(
  createFormat: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat,
  day: Date,
  options: Intl.DateTimeFormatOptions,
): string {
  const parts = createFormat({ day: "numeric", month: "long", year: "numeric" }).formatToParts(day);
  const first = options.day ? 0 : parts.findIndex(({ type }) => type === "month");
  const date = parts
    .slice(first)
    .map(({ value }) => value)
    .join("");
  return options.weekday ? `${createFormat({ weekday: "long" }).format(day)}، ${date}` : date;
}
