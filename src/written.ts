import { direction, type Publication, type Statement } from "./publication.ts";
import type { Forms } from "./terms.ts";

// Data as a reader sees it: dates, times, addresses, names.

/** A date, as precisely as it is known (2020, 2020-01 or 2020-01-11), written out in a language. */
export function writtenDate(date: string, language: string): string {
  const precision = date.split("-").length;
  const format = new Intl.DateTimeFormat(language, {
    timeZone: "UTC", calendar: "gregory",
    year: "numeric",
    ...(precision > 1 && { month: "long" }),
    ...(precision > 2 && { day: "numeric" }),
  });
  return format.format(new Date(`${date.padEnd(7, "-01").padEnd(10, "-01")}T00:00:00Z`));
}

/** A day with its weekday, written out in a language: Saturday 11 January 2020. */
export function writtenDay(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** A time of day, 14:00, as the language writes it. */
export function writtenTime(time: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", hour: "numeric", minute: "2-digit" });
  return format.format(new Date(`2020-01-01T${time}:00Z`));
}

/** A file's size, to two or three figures: 9.1 kB, 412 kB, 1.3 MB. In a script from right to left the unit is a word of its own. */
export function writtenSize(bytes: number, language: string): string {
  const [number, unit] = bytes < 999_500 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const unitDisplay = direction(language) === "rtl" ? "long" : "short";
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay, maximumFractionDigits: number < 10 ? 1 : 0 }).format(number);
}

/** A number of things, in the form that the language has for it: 1 sheet, 8 sheets. */
export function writtenCount(count: number, language: string, forms: Forms): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace("#", new Intl.NumberFormat(language).format(count));
}

/** A web address as print shows it: without scheme, leading www and closing slash. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

/** The address in the open of a page of the web edition: `/web/x.html` at https://example.org/y is https://example.org/y/x.html. */
export function publicAddress(page: string, web: string): string {
  return new URL(page.replace(/^\/(web\/)?/, "./"), web.endsWith("/") ? web : `${web}/`).href;
}

/** The path that the web edition's own addresses count from, where its address is known: `/y/` of https://example.org/y. */
export function rootOf(web: string | undefined): string {
  return web === undefined ? "" : new URL(publicAddress("/", web)).pathname;
}

// Step, longest title, longest word that fits the cover's 114 mm at its size; both in letters.
const titleSteps = [
  ["size-1", 28, 8],
  ["size-2", 50, 12],
  ["size-3", 100, 17],
] as const;

/** The class of a title's size: one of four steps of a sheet in styles/. */
export function sizeStep(title: string): string {
  const longest = Math.max(...title.split(/\s/).map(({ length }) => length));
  return titleSteps.find(([, length, word]) => title.length <= length && longest <= word)?.[0] ?? "size-4";
}

/** What a statement is called in one line, as in a PDF's bookmarks: its organisation, then its title or author. */
export function nameOf({ organisation, title, author }: Statement): string {
  return [organisation, title ?? author].filter(Boolean).join(": ");
}

/** The first statement of each organisation, in the order of the contents. */
export function oneEach(statements: Statement[]): Statement[] {
  return statements.filter(({ organisation }, index) => statements.findIndex((other) => other.organisation === organisation) === index);
}

/** The organisations, each once, in the order of the contents. */
export function organisations({ statements }: Publication): string[] {
  return oneEach(statements).map(({ organisation }) => organisation);
}

/** The moment that every file carries as its own: the publication's day, or SOURCE_DATE_EPOCH (reproducible-builds.org) in seconds. */
export function fileDate({ date }: Pick<Publication, "date">, epoch = process.env["SOURCE_DATE_EPOCH"]): Date {
  return epoch ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`);
}

/** What a typesetter would still change, for the editor to read: kinds, each with its pages. */
export function remarksOf(found: { kind: string; page: number }[]): string[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => `${said[kind] ?? kind} on page ${found.filter((remark) => remark.kind === kind).map(({ page }) => page).join(", ")}`);
}

const said: Record<string, string> = {
  widow: "the last line of a paragraph stands alone at the head",
  orphan: "the first line of a paragraph stands alone at the foot",
  "short-page": "a text ends with two lines or fewer",
};

/** A number in the digits of a language, without grouping: ۱۲ in Persian (Unicode CLDR, default numbering systems). */
export function localDigits(number: number, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: false }).format(number);
}
