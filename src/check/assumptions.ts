import { nameOfLanguage } from "../language.ts";
import { formatDate } from "../locale-format.ts";
import type { Assumption, Publication } from "../publication.ts";

// What the program told itself, for the editor to see: a sentence for each thing that every reader sees, and one for
// the rest.

/** Returns remarks on what the editor did not write: sentences, each after the name of the file that could say it. */
export function remarkOnAssumptions(publication: Publication): string[] {
  const { assumed, leftOut } = publication;
  const find = (key: string) => assumed.find((one) => one.key === key);
  return [
    ...[find("title") ?? []]
      .flat()
      .map(({ file, value, from }) => `${file}: The title is “${value}”, ${from}; “title:” gives another.`),
    ...remarkOnLanguage(publication, find("language")),
    ...[find("date") ?? []]
      .flat()
      .map(
        ({ file, value, from }) =>
          `${file}: The date is ${formatDate(value, "en-GB")}, ${from}; “date:” gives another.`,
      ),
    ...remarkOnNames(assumed),
    ...assumed
      .filter(({ key }) => key === "lang")
      .map(
        ({ file, value, from }) => `${file}: The language is ${nameOfLanguage(value)}, ${from}; “lang:” gives another.`,
      ),
    ...leftOut.map((file) => `${file}: By its name this file is not one of the texts; the contents can name it.`),
  ];
}

// Without a region, English is American (Unicode CLDR), and its dates look strange elsewhere.
function remarkOnLanguage({ language, date }: Publication, assumed: Assumption | undefined): string[] {
  const isAmerican = language === "en";
  if (!assumed && !isAmerican) return [];
  const said = assumed
    ? `${assumed.file}: The language is ${nameOfLanguage(language)}, ${assumed.from}`
    : `publication.yaml: The language is ${nameOfLanguage(language)}`;
  const dates = isAmerican
    ? `, so dates are written as ${formatDate(date, "en-US")}; “language: en-GB” writes ${formatDate(date, "en-GB")}.`
    : "; “language:” gives another.";
  return [`${said}${dates}`];
}

// These are in addresses, file names and other people's catalogues, so they should not change when the title does.
function remarkOnNames(assumed: Assumption[]): string[] {
  const made = assumed.filter(({ key }) => key === "slug" || key === "identifier");
  if (made.length === 0) return [];
  const keys = made.map(({ key, value }) => `“${key}: ${value}”`).join(" and ");
  return [
    `${made[0]!.file}: Write ${keys} before you publish, so that ${made.length > 1 ? "they stay" : "it stays"} the same.`,
  ];
}
