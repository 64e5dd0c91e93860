import { direction, localeOf, scriptOf, wholeTag } from "./language.ts";
import type { Publication, Statement } from "./publication.ts";
import { formFor } from "./terms/index.ts";
import type { Forms } from "./terms/en.ts";

// Data as a reader sees it: dates, times, addresses, names.

/**
 * A date, as precisely as it is known (2020, 2020-01 or 2020-01-11), written out in a language; in figures, as it was
 * given, where Intl does not know the language in its script.
 */
export function writtenDate(date: string, language: string): string {
  const locale = localeOf(language);
  if (!locale) return figures(date, language);
  const precision = date.split("-").length;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    ...(precision > 1 && { month: "long" }),
    ...(precision > 2 && { day: "numeric" }),
  };
  return formatted(locale, `${date.padEnd(7, "-01").padEnd(10, "-01")}T00:00:00Z`, options);
}

/** A day with its weekday, written out in a language: Saturday 11 January 2020. In figures as writtenDate. */
export function writtenDay(date: string, language: string): string {
  const locale = localeOf(language);
  if (!locale) return figures(date, language);
  return formatted(locale, `${date}T00:00:00Z`, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** A time of day, 14:00, as the language writes it. */
export function writtenTime(time: string, language: string): string {
  const locale = localeOf(language);
  return locale
    ? formatted(locale, `2020-01-01T${time}:00Z`, { hour: "numeric", minute: "2-digit" })
    : figures(time, language);
}

/**
 * A file's size, to two or three figures: 9.1 kB, 412 kB, 1.3 MB. In a script from right to left the unit is a word of
 * its own.
 */
export function writtenSize(bytes: number, language: string): string {
  const [number, unit] = bytes < 999_500 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const unitDisplay = direction(language) === "rtl" ? "long" : "short";
  return numbers(language, { style: "unit", unit, unitDisplay, maximumFractionDigits: number < 10 ? 1 : 0 }).format(
    number,
  );
}

/** A number of things, in the form that the language has for it: 1 sheet, 8 sheets. */
export function writtenCount(count: number, language: string, forms: Forms): string {
  return formFor(count, language, forms).replace("#", numbers(language).format(count));
}

/**
 * A whole number in the digits of a language, as of a page, a note or an item of a list: ۱۲ in Persian, 12 in Hindi.
 * Nothing stands between thousands.
 */
export function localDigits(number: number, language: string): string {
  return numbers(language, { useGrouping: false, maximumFractionDigits: 0 }).format(number);
}

/** The ten digits of a language, from nought to nine. */
export function digitsOf(language: string): string {
  return Array.from({ length: 10 }, (_, digit) => localDigits(digit, language)).join("");
}

/**
 * The digits of a language (a numbering system of Unicode CLDR: latn, arab, arabext, deva …). Where Intl does not know
 * the language in its script, those that its region has for the script: Azerbaijani in Arabic letters has the digits of
 * Iran.
 */
export function numberingSystem(language: string): string {
  const tag = wholeTag(language);
  const nearest = tag?.script && tag.region && wholeTag(`und-${tag.script}-${tag.region}`)?.toString();
  const locale = localeOf(language) ?? (nearest && localeOf(nearest));
  return locale ? new Intl.NumberFormat(locale).resolvedOptions().numberingSystem : "latn";
}

function numbers(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const locale = localeOf(language);
  return new Intl.NumberFormat(locale ?? "en", {
    ...options,
    ...(!locale && { numberingSystem: numberingSystem(language) }),
  });
}

function figures(text: string, language: string): string {
  return text.replace(/\d/g, (digit) => localDigits(Number(digit), language));
}

function formatted(locale: string, moment: string, options: Intl.DateTimeFormatOptions): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", calendar: "gregory", ...options });
  const sorani = locale.startsWith("ckb") && options.month;
  return sorani ? inSorani(format, new Date(moment), options) : format(options).format(new Date(moment));
}

// Unicode CLDR has a Sorani pattern for day, month and year alone, and sets the others as it would for no language: the
// year first, a Latin comma.
function inSorani(
  format: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat,
  day: Date,
  options: Intl.DateTimeFormatOptions,
): string {
  const parts = format({ day: "numeric", month: "long", year: "numeric" }).formatToParts(day);
  const first = options.day ? 0 : parts.findIndex(({ type }) => type === "month");
  const date = parts
    .slice(first)
    .map(({ value }) => value)
    .join("");
  return options.weekday ? `${format({ weekday: "long" }).format(day)}، ${date}` : date;
}

/**
 * A term as it begins a sentence: its first letter large, the others as they are. Georgian has large letters for whole
 * words alone.
 */
export function capitalized(term: string, language: string): string {
  return term.replace(/^(?!\p{Script=Georgian})\p{Ll}/u, (letter) =>
    letter.toLocaleUpperCase(scriptOf(language) ? language : "en"),
  );
}

/** A web address as print shows it: without scheme, leading www and closing slash. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

/**
 * The address in the open of a page of the web edition: `/web/x.html` at https://example.org/y is
 * https://example.org/y/x.html.
 */
export function publicAddress(page: string, web: string): string {
  return new URL(page.replace(/^\/(web\/)?/, "./"), web.endsWith("/") ? web : `${web}/`).href;
}

/**
 * The path that the web edition's own addresses count from, where its address is known: `/y/` of https://example.org/y.
 */
export function rootOf(web: string | undefined): string {
  return web === undefined ? "" : new URL(publicAddress("/", web)).pathname;
}

/** What a statement is called in one line, as in a PDF's bookmarks: its organisation, then its title or author. */
export function statementName({ organisation, title, author, lang }: Statement): string {
  return [organisation, title ?? author].filter(Boolean).join(marksOf(lang).colon);
}

/**
 * The comma of a language, with the space after it, for lines that the program puts together: a publisher and a date.
 */
export function comma(language: string): string {
  return marksOf(language).comma;
}

// Chinese and Japanese marks hold their own space.
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

/** The first statement of each organisation, in the order of the contents. */
export function oneEach(statements: Statement[]): Statement[] {
  return statements.filter(
    ({ organisation }, index) => statements.findIndex((other) => other.organisation === organisation) === index,
  );
}

/** The organisations, each once, in the order of the contents. */
export function organisations({ statements }: Publication): string[] {
  return oneEach(statements).map(({ organisation }) => organisation);
}

/**
 * The moment that every file carries as its own: the publication's day, or SOURCE_DATE_EPOCH (reproducible-builds.org)
 * in seconds.
 */
export function fileDate({ date }: Pick<Publication, "date">, epoch = process.env["SOURCE_DATE_EPOCH"]): Date {
  return epoch ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`);
}

/** What a typesetter would still change, for the editor to read: kinds, each with its pages. */
export function remarksOf(found: { kind: string; page: number }[]): string[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map(
    (kind) =>
      `${said[kind] ?? kind} on page ${found
        .filter((remark) => remark.kind === kind)
        .map(({ page }) => page)
        .join(", ")}`,
  );
}

const said: Record<string, string> = {
  widow: "the last line of a paragraph stands alone at the head",
  orphan: "the first line of a paragraph stands alone at the foot",
  "short-page": "a text ends with two lines or fewer",
};
