import type { Place, Problem } from "../problem.ts";
import type { Preface, Prose, Publication, Statement } from "../publication.ts";
import { editorsTitleOf, isEditorsOwn, statementNameOf } from "../names.ts";
import { splitWords } from "../words.ts";
import { formatDate } from "../locale-format.ts";
import { splitIntoUnits } from "./units.ts";

// Proves that the head of a text shows what its front matter has, in the same order and nothing else; and that a list
// names the text. How the parts look is not proved.

/** The parts of a head, with the key of the front matter that each comes from. */
type Head = { key: "organisation" | "title" | "subtitle" | "author" | "date"; value: string }[];

/**
 * Verifies the head of a text: organisation, title, subtitle, author, and the date as it is written in `language`. `found` is the
 * head in the file; `where` names the file in the messages.
 */
export function verifyHead(
  publication: Publication,
  text: Prose | Preface | Statement,
  found: string,
  where: string,
  language = publication.language,
): Problem[] {
  const head = headOf(publication, text, language);
  const expected = head.map(({ value }) => value).join(" ");
  const missing = findMissing(text, head, found, `the head of its text in ${where}`);
  if (missing.length > 0 || keepDrawn(found) === keepDrawn(expected)) return missing;
  const shown = found.replace(/\s+/g, " ").trim();
  return [
    {
      code: "words-lost",
      place: text.at("title"),
      message: `The head of this text reads “${shown}” in ${where}, but must read “${expected}”.`,
    },
  ];
}

/**
 * Verifies that a list names a text: a statement by its whole name, which no other has; a preface or a last page by its
 * title or the program's word for it. `found` is the list; `where` names the file in the messages.
 */
export function verifyName(
  publication: Publication,
  text: Preface | Statement,
  found: string,
  where: string,
): Problem[] {
  const name = isEditorsOwn(text, publication)
    ? editorsTitleOf(text, publication)
    : statementNameOf(text as Statement, publication);
  if (keepDrawn(found).includes(keepDrawn(name))) return [];
  return [{ code: "words-lost", place: text.at("title"), message: `The name “${name}” is missing from ${where}.` }];
}

/**
 * Verifies that the name of each part of the contents stands over its first text. `found` is the contents; `where` names
 * the file in the messages.
 */
export function verifyParts(publication: Publication, found: string, where: string): Problem[] {
  const drawn = keepDrawn(found);
  return publication.parts.flatMap(({ name, slugs: [first] }): Problem[] => {
    const { organisation, title, author, firstWords } = publication.statements.find(({ slug }) => slug === first)!;
    const isOver = [organisation, title, author, firstWords].some(
      (beginning) => beginning && drawn.includes(keepDrawn(`${name} ${beginning}`)),
    );
    if (isOver) return [];
    const message = `The name of the part “${name}” does not stand over its first text in the contents of ${where}.`;
    return [{ code: "words-lost", place: publication.at("contents"), message }];
  });
}

function headOf(publication: Publication, text: Prose | Preface | Statement, language: string): Head {
  const { organisation, title, subtitle, author, date }: Partial<Statement> = text;
  return withoutAbsent({
    organisation,
    title: isEditorsOwn(text, publication) ? editorsTitleOf(text, publication) : title,
    subtitle,
    author,
    date: date && formatDate(date, language),
  });
}

function withoutAbsent(parts: Partial<Record<Head[number]["key"], string>>): Head {
  return Object.entries(parts).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: key as Head[number]["key"], value }],
  );
}

function findMissing(text: Prose, head: Head, found: string, where: string): Problem[] {
  const drawn = keepDrawn(found);
  return head.flatMap(({ key, value }): Problem[] => {
    if (drawn.includes(keepDrawn(value))) return [];
    const place: Place = text.at(key);
    return [{ code: "words-lost", place, message: `The ${key} “${value}” is missing from ${where}.` }];
  });
}

/** Returns the characters that fonts draw: a line may be broken, so spaces are left out. */
export function keepDrawn(text: string): string {
  return splitIntoUnits(splitWords(text), "character")
    .map(({ key }) => key)
    .join("");
}
