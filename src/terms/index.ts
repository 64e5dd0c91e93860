import { scriptOf, standardOf, wholeTag } from "../language.ts";
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

// The words that an edition adds of its own, by language: furniture, never text. A language is a file in terms/.

/** What of a publication decides on its words: its language, and its own words in `terms:`. */
interface InWords {
  language: string;
  terms?: Partial<Terms> | undefined;
}

// Where a language has a table for each of two regions, the last is that of all other regions: Angola writes as
// Portugal does, not as Brazil.
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

/** The languages that have a table, by their tags. */
export const tableNames = [...tables.keys()];

/** The table for a language (BCP 47 tag) in its script, by its tag; nothing where there is none. */
export function tableOf(language: string): string | undefined {
  const tag = wholeTag(standardOf(language));
  const tagged = tableNames.filter((name) => inSameScript(wholeTag(name), tag));
  return tagged.find((name) => wholeTag(name)?.region === tag?.region) ?? tagged.at(-1);
}

/** The terms in a language; English where there are none. */
export function terms(language: string): Terms {
  return tables.get(tableOf(language) ?? "en")!;
}

/** The terms of a publication: its own, then those of the table for its language, then English. */
export function termsOf(publication: InWords): Terms {
  return { ...terms(publication.language), ...publication.terms };
}

/** The terms in the language of a text of a publication. */
export function termsIn(publication: InWords, language: string): Terms {
  return language === publication.language ? termsOf(publication) : terms(language);
}

/** The terms that a publication says in English, since neither a table nor its own `terms:` has them. */
export function missingTerms({ language, terms: own = {} }: InWords): TermName[] {
  return tableOf(language) ? [] : termNames.filter((name) => own[name] === undefined);
}

/** The forms of counted terms that the language of a publication wants and its own `terms:` lack: `terms.pages.few`. */
export function missingForms({ language, terms: own = {} }: InWords): string[] {
  return countedTerms.flatMap((name) => {
    const forms = own[name];
    return forms
      ? categories(language)
          .filter((category) => forms[category] === undefined)
          .map((category) => `terms.${name}.${category}`)
      : [];
  });
}

/** The form that a language has for a number of things. */
export function formFor(count: number, language: string, forms: Forms): string {
  // Where English stands in, it counts as English does.
  const counting = countedTerms.some((name) => forms === english[name]) ? "en" : language;
  return forms[pluralRules(counting).select(count)] ?? forms.other;
}

/** The plural categories of a language that a number of pages or sheets can have. */
export function categories(language: string): Intl.LDMLPluralRule[] {
  const rules = pluralRules(language);
  return [...new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count + 1)))];
}

function inSameScript(one: Intl.Locale | undefined, other: Intl.Locale | undefined): boolean {
  return one?.language === other?.language && one?.script === other?.script;
}

// Where nothing is known of a language, one form serves every number.
function pluralRules(language: string): Pick<Intl.PluralRules, "select"> {
  const tag = standardOf(language);
  return scriptOf(tag) && Intl.PluralRules.supportedLocalesOf(tag).length > 0
    ? new Intl.PluralRules(tag)
    : { select: () => "other" };
}
