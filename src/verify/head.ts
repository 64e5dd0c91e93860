import type { Place, Problem } from "../problem.ts";
import type { Preface, Prose, Statement } from "../publication.ts";
import { words } from "../words.ts";
import { unitsOf, type By } from "./words.ts";

/** Whether organisation, title and author of a text stand, each whole, in `found`: the part of a file in which its head should be. */
export function headLost(text: Prose | Preface | Statement, found: string, where: string, by: By = "letter"): Problem[] {
  return lost(text, ["organisation", "title", "author"], found, `${where}, at the head of its text`, by);
}

/** Whether what a text is called in a list stands in `found`: its organisation, with its title or, where it has none, its author. */
export function nameLost(text: Prose | Preface | Statement, found: string, where: string): Problem[] {
  return lost(text, ["organisation", "title" in text && text.title ? "title" : "author"], found, where);
}

function lost(text: Prose, keys: ("organisation" | "title" | "author")[], found: string, where: string, by: By = "letter"): Problem[] {
  const there = letters(found, by);
  const head = text as Partial<Pick<Statement, "organisation" | "title" | "author">>;
  return keys.flatMap((key) => {
    const value = head[key];
    if (value === undefined || there.includes(letters(value, by))) return [];
    const place: Place = text.at(key);
    return [{ code: "words-lost" as const, place, message: `The ${key} “${value}” does not stand in ${where}.` }];
  });
}

// Small capitals are read from a PDF as capitals.
function letters(text: string, by: By): string {
  return unitsOf(words(text), by).map(({ key }) => key).join("").toLowerCase();
}
