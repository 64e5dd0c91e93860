import type { Publication } from "./publication.ts";
import { missingForms, missingTerms } from "./terms.ts";

/** What is said of a publication as a whole after a build or a check, a sentence each: nothing is wrong, but it could be better. */
export function remarksOn(publication: Publication): string[] {
  return [...missingWords(publication), ...missingCounts(publication)];
}

// A list of all the terms would bury the remark.
const shown = 8;

function missingWords(publication: Publication): string[] {
  const missing = missingTerms(publication);
  if (missing.length === 0) return [];
  const named = missing.length > shown ? `${missing.slice(0, shown).join(", ")} and ${missing.length - shown} more` : missing.join(", ");
  const words = missing.length === 1 ? "a word that the program adds is" : `${missing.length} words that the program adds are`;
  return [`publication.yaml: ${words} in English for want of ${named} in ${called(publication.language)}. Write them under terms:; src/terms/en.ts has the list.`];
}

function missingCounts(publication: Publication): string[] {
  const missing = missingForms(publication);
  if (missing.length === 0) return [];
  return [`publication.yaml: ${called(publication.language)} counts in a form that terms: lacks: ${missing.join(", ")}. The form other: stands there.`];
}

function called(language: string): string {
  const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(language);
  return name ? `${name} (${language})` : language;
}
