import { maximizeTag, scriptOf, standardOf } from "../language.ts";
import { arabic } from "./ar.ts";
import { sorani } from "./ckb.ts";
import { german } from "./de.ts";
import { greek } from "./el.ts";
import { countedTerms, english, termNames, type Forms, type TermName, type Terms } from "./en.ts";
import { spanish } from "./es.ts";
import { persian } from "./fa.ts";
import { french } from "./fr.ts";
import { hebrew } from "./he.ts";
import { italian } from "./it.ts";
import { kurmanji } from "./ku.ts";
import { pashto } from "./ps.ts";
import { brazilian } from "./pt-BR.ts";
import { portuguese } from "./pt-PT.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { urdu } from "./ur.ts";

// The words that the program adds to a publication, such as “Contents”, by language. Each language is a file beside
// this one.

/** The part of a publication that decides which terms it uses: its language, and the terms that its editor writes. */
interface TermSettings {
  language: string;
  terms?: Partial<Terms> | undefined;
}

// Where a language has a table for each of two regions, all other regions use the last one: Angola writes as Portugal
// does, not as Brazil.
const tables = new Map<string, Terms>([
  ["ar", arabic],
  ["ckb", sorani],
  ["de", german],
  ["el", greek],
  ["en", english],
  ["es", spanish],
  ["fa", persian],
  ["fr", french],
  ["he", hebrew],
  ["it", italian],
  ["ku", kurmanji],
  ["ps", pashto],
  ["pt-BR", brazilian],
  ["pt-PT", portuguese],
  ["ru", russian],
  ["tr", turkish],
  ["ur", urdu],
]);

/** The tags of the languages that have a table. */
export const tableNames = [...tables.keys()];

/** Returns the name of the table for a language (BCP 47 tag) in its script; nothing where there is no such table. */
export function tableOf(language: string): string | undefined {
  const tag = maximizeTag(standardOf(language));
  const candidates = tableNames.filter((name) => isSameLanguageInSameScript(maximizeTag(name), tag));
  return candidates.find((name) => maximizeTag(name)?.region === tag?.region) ?? candidates.at(-1);
}

/** Returns the terms in a language; the English ones where the language has no table. */
export function termsOfLanguage(language: string): Terms {
  return tables.get(tableOf(language) ?? "en")!;
}

/**
 * Returns the terms of a publication. For each it takes the editor's; without one, that of its language; without a table
 * for the language, the English one.
 */
export function termsOf(publication: TermSettings): Terms {
  return { ...termsOfLanguage(publication.language), ...publication.terms };
}

/**
 * Returns the terms in the language of a text of a publication. The editor's are in the publication's language only.
 */
export function termsOfText(publication: TermSettings, language: string): Terms {
  return language === publication.language ? termsOf(publication) : termsOfLanguage(language);
}

/** Returns the terms for which English is used, because neither a table nor the editor's `terms:` has them. */
export function findMissingTerms({ language, terms: own = {} }: TermSettings): TermName[] {
  return tableOf(language) ? [] : termNames.filter((name) => own[name] === undefined);
}

/**
 * Returns the forms of counted terms that the language of a publication has and that the editor's `terms:` lack, as
 * `terms.pages.few`.
 */
export function findMissingForms({ language, terms: own = {} }: TermSettings): string[] {
  return countedTerms.flatMap((name) => {
    const forms = own[name];
    return forms
      ? pluralCategoriesOf(language)
          .filter((category) => forms[category] === undefined)
          .map((category) => `terms.${name}.${category}`)
      : [];
  });
}

/** Returns the form that a language has for a number of things. */
export function chooseForm(count: number, language: string, forms: Forms): string {
  // English forms are used by the English rule, whatever the language: `1 page` in a Japanese publication.
  const rule = countedTerms.some((name) => forms === english[name]) ? "en" : language;
  return forms[pluralRules(rule).select(count)] ?? forms.other;
}

/** More pages than a publication has. The `many` that some languages have for a million is not needed. */
const mostCounted = 1000;

/** Returns the plural categories that numbers of pages or sheets have in a language. */
export function pluralCategoriesOf(language: string): Intl.LDMLPluralRule[] {
  const rules = pluralRules(language);
  return [...new Set(Array.from({ length: mostCounted }, (_, index) => rules.select(index + 1)))];
}

function isSameLanguageInSameScript(one: Intl.Locale | undefined, other: Intl.Locale | undefined): boolean {
  return one?.language === other?.language && one?.script === other?.script;
}

// Where Intl does not know a language, every number gets the form `other`.
function pluralRules(language: string): Pick<Intl.PluralRules, "select"> {
  const tag = standardOf(language);
  return scriptOf(tag) && Intl.PluralRules.supportedLocalesOf(tag).length > 0
    ? new Intl.PluralRules(tag)
    : { select: () => "other" };
}
