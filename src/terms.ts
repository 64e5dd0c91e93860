import { arabic } from "./terms/ar.ts";
import { german } from "./terms/de.ts";
import { english } from "./terms/en.ts";
import { spanish } from "./terms/es.ts";
import { persian } from "./terms/fa.ts";
import { french } from "./terms/fr.ts";
import { turkish } from "./terms/tr.ts";

// The words that an edition adds of its own, by language: furniture, never text. A language is a file in terms/.

/** What is said of a number of things, by its plural category (Unicode CLDR); `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type Terms = typeof english;

/** The name of a term that is a word or a sentence, not a number of things. */
export type Term = { [Name in keyof Terms]: Terms[Name] extends string ? Name : never }[keyof Terms];

const termsByLanguage: Record<string, Terms> = { ar: arabic, de: german, en: english, es: spanish, fa: persian, fr: french, tr: turkish };

/** The terms in a language (BCP 47 tag); English where there are none yet. */
export function terms(language: string): Terms {
  return termsByLanguage[language.split("-")[0]!] ?? english;
}
