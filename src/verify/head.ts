import type { Place, Problem } from "../problem.ts";
import type { Preface, Prose, Publication, Statement } from "../publication.ts";
import { termsIn, termsOf } from "../terms/index.ts";
import { words } from "../words.ts";
import { writtenDate } from "../locale-format.ts";
import { unitsOf } from "./weave.ts";

/**
 * The head of a text, or what it is called in a list: what it says, and the key of the front matter that each part
 * comes from.
 */
type Head = { key: "organisation" | "title" | "author" | "date"; value: string }[];

/**
 * Holds the head of a text to what it must say, all of it and no more: organisation, title, author, and the date as
 * `language` writes it. `found` is the part of a file in which the head stands.
 */
export function headLost(
  publication: Publication,
  text: Prose | Preface | Statement,
  found: string,
  where: string,
  language = publication.language,
): Problem[] {
  const head = headOf(publication, text, language);
  const missing = lost(text, head, found, `${where}, at the head of its text`);
  if (missing.length > 0 || letters(found) === letters(head.map(({ value }) => value).join(" "))) return missing;
  return [
    {
      code: "words-lost",
      place: text.at("title"),
      message: `The head of this text reads “${found.replace(/\s+/g, " ").trim()}” in ${where}, which is more than it says.`,
    },
  ];
}

/**
 * Whether what a text is called in a list stands in `found`: its organisation, with its title or, where it has none,
 * its author; of a preface without a title the program's own word.
 */
export function nameLost(
  publication: Publication,
  text: Prose | Preface | Statement,
  found: string,
  where: string,
): Problem[] {
  const { organisation, title, author }: Partial<Statement> = text;
  const name =
    organisation === undefined ? { title: title ?? termsOf(publication).preface } : title ? { title } : { author };
  return lost(text, known({ organisation, ...name }), found, where);
}

function headOf(publication: Publication, text: Prose | Preface | Statement, language: string): Head {
  const { organisation, title, author, date }: Partial<Statement> = text;
  const name = title ?? (organisation === undefined ? termsIn(publication, text.lang).preface : undefined);
  return known({ organisation, title: name, author, date: date && writtenDate(date, language) });
}

function known(parts: Partial<Record<Head[number]["key"], string>>): Head {
  return Object.entries(parts).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: key as Head[number]["key"], value }],
  );
}

function lost(text: Prose, head: Head, found: string, where: string): Problem[] {
  const there = letters(found);
  return head.flatMap(({ key, value }) => {
    if (there.includes(letters(value))) return [];
    const place: Place = text.at(key);
    return [{ code: "words-lost" as const, place, message: `The ${key} “${value}” does not stand in ${where}.` }];
  });
}

function letters(text: string): string {
  return unitsOf(words(text), "letter")
    .map(({ key }) => key)
    .join("");
}
