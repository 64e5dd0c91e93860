import { rememberByText } from "./remember.ts";

// Finds the script, the direction and the locale of Intl, by the tag of a language (BCP 47) and by the letters of a
// text. The text info of Intl.Locale is no help: in Node 20 its direction is "ltr" for dv and for az-Arab, and versions
// of Node have it under different names.

/** The scripts that are written from right to left (ISO 15924), historic ones included. */
const rightToLeftScripts = new Set(
  (
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo " +
    "Orkh Ougr Palm Phli Phlp Phlv Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi"
  ).split(" "),
);

/** The scripts from left to right in which a language that is usually written from right to left may be written. */
const leftToRightScripts = ["Latn", "Cyrl", "Grek", "Armn", "Geor", "Deva", "Guru", "Beng", "Ethi"];

// Kurdish has two written standards, each with a tag and a script of its own. A text in one standard's language and the
// other's script is treated as the other standard.
const nearestStandard = new Map([
  ["ku-Arab", "ckb"],
  ["ckb-Latn", "ku"],
]);

/**
 * Returns the script of a language (ISO 15924): the one that its tag names, otherwise the one in which it is usually
 * written. Returns nothing for a text that is not a tag.
 */
export function scriptOf(language: string): string | undefined {
  return maximizeTag(language)?.script;
}

/** Returns the direction in which a language is written, by its script; `ltr` for a text that is not a tag. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeftScripts.has(scriptOf(language) ?? "") ? "rtl" : "ltr";
}

/**
 * Returns the tag of a text's language. Where most letters of the text run in another direction than the language
 * usually does, the tag gets their script: `ckb-Latn` for Sorani in Latin letters. A tag that names a script, and a text
 * that is not a tag, are returned as they are.
 */
export function addScript(language: string, text: string): string {
  if (!maximizeTag(language) || new Intl.Locale(language).script) return language;
  const script = findOtherScript(language, text);
  return script ? new Intl.Locale(language, { script }).toString() : language;
}

/**
 * Returns the script of most letters of a text (ISO 15924) if they run in another direction than a language does, and
 * nothing if they do not.
 */
export function findOtherScript(language: string, text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const rightToLeft = text.match(rightToLeftLetter)?.length ?? 0;
  if (2 * rightToLeft === letters) return undefined;
  const found = 2 * rightToLeft > letters ? "rtl" : "ltr";
  if (found === directionOf(language)) return undefined;
  return findMostFrequentScript(found === "rtl" ? [...rightToLeftScripts] : leftToRightScripts, text);
}

/** Returns whether a text has a letter of a script that is written from right to left. */
export function hasRightToLeftLetter(text: string): boolean {
  return text.search(rightToLeftLetter) >= 0;
}

/**
 * Returns whether a language is known to be written in the script of its tag, beside its usual script or as that:
 * Azerbaijani in Arabic letters is (az-Arab), English is not (en-Arab). Unicode CLDR has a region of its own for such a
 * pair; for Kurdish the other standard is in that script.
 */
export function isKnownInScript(tag: string): boolean {
  const written = maximizeTag(tag);
  if (!written || standardOf(tag) !== tag) return true;
  const usual = maximizeTag(written.language);
  const pair = maximizeTag(`${written.language}-${written.script}`);
  return pair?.script === usual?.script || pair?.region !== usual?.region;
}

/**
 * Returns the tag under which terms and formats for a language are looked up: for Kurdish the standard of its script,
 * for every other language its own tag.
 */
export function standardOf(language: string): string {
  const tag = maximizeTag(language);
  return (tag && nearestStandard.get(`${tag.language}-${tag.script}`)) ?? language;
}

/**
 * Returns the tag of a language with its most likely script and region: en-Latn-US for en. Returns nothing for a text
 * that is not a tag.
 */
export function maximizeTag(language: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(language).maximize();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Returns the locale in which Intl writes the dates and numbers of a language. Returns nothing where Intl does not know
 * the language in its script: it would take the language of the machine instead, and the same publication would not
 * give the same files on every machine.
 */
export const localeOf = rememberByText((language): string | undefined => {
  const tag = standardOf(language);
  if (!scriptOf(tag) || Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return undefined;
  const { locale } = new Intl.DateTimeFormat(tag).resolvedOptions();
  return scriptOf(locale) === scriptOf(tag) ? tag : undefined;
});

/** Returns the English name of a language with its tag: “French (fr)”; the tag alone where Intl knows no name. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(language);
  return name ? `${name} (${language})` : language;
}

function findMostFrequentScript(scripts: string[], text: string): string | undefined {
  const counts = scripts
    .filter(isKnown)
    .map((script) => ({ script, count: text.match(createLetterPattern([script]))?.length ?? 0 }));
  const [first] = counts.toSorted((one, other) => other.count - one.count);
  return first && first.count > 0 ? first.script : undefined;
}

const rightToLeftLetter = createLetterPattern([...rightToLeftScripts].filter(isKnown));

// Returns a regular expression that matches each letter of the scripts. Throws a SyntaxError for a script that a
// regular expression cannot name.
function createLetterPattern(scripts: string[]): RegExp {
  return new RegExp(`(?=\\p{L})[${scripts.map((script) => `\\p{Script=${script}}`).join("")}]`, "gu");
}

// Returns whether a regular expression can name the script. It cannot name variants of a script, such as Aran, nor
// scripts that are newer than the Unicode version of this Node.
function isKnown(script: string): boolean {
  try {
    createLetterPattern([script]);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
