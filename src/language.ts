// What follows from the tag of a language (BCP 47) and from the letters of a text: the script, the direction, the
// locale of Intl.

/** The scripts that are written from right to left (ISO 15924), the historic ones too. */
const rightToLeft = new Set(
  (
    "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr " +
    "Palm Phli Phlp Phlv Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi"
  ).split(" "),
);

/**
 * The scripts from left to right that also write a language which is usually written from right to left, or may come
 * to.
 */
const leftToRight = ["Latn", "Cyrl", "Grek", "Armn", "Geor", "Deva", "Guru", "Beng", "Ethi"];

// Kurdish has two standards, each with a tag and with letters of its own. Written in the letters of the other, it is
// nearest to the other.
const nearestStandard = new Map([
  ["ku-Arab", "ckb"],
  ["ckb-Latn", "ku"],
]);

/**
 * The script of a language (ISO 15924): the one that its tag names, else the one in which it is usually written.
 * Nothing for what is no tag.
 */
export function scriptOf(language: string): string | undefined {
  return wholeTag(language)?.script;
}

/** The direction in which a language is written, by its script. */
export function direction(language: string): "ltr" | "rtl" {
  return rightToLeft.has(scriptOf(language) ?? "") ? "rtl" : "ltr";
}

/**
 * The tag of the language of a text, with its script where most of the letters run in another direction than the
 * language usually does: `ckb-Latn` for Sorani in Latin letters. A tag that names a script stays as it is.
 */
export function withScript(language: string, text: string): string {
  const locale = wholeTag(language);
  if (!locale || new Intl.Locale(language).script) return language;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const turned = text.match(rightToLeftLetter)?.length ?? 0;
  const found = 2 * turned > letters ? "rtl" : 2 * turned < letters ? "ltr" : direction(language);
  if (found === direction(language)) return language;
  const script = mostFrequent(found === "rtl" ? [...rightToLeft] : leftToRight, text);
  return script ? new Intl.Locale(language, { script }).toString() : language;
}

/**
 * The tag under which to look for a language: Kurdish under the standard whose letters it is written in, every other as
 * it is.
 */
export function standardOf(language: string): string {
  const tag = wholeTag(language);
  return (tag && nearestStandard.get(`${tag.language}-${tag.script}`)) ?? language;
}

/**
 * The tag of a language with what usually goes with it, script and region: en-Latn-US for en. Nothing for what is no
 * tag.
 */
export function wholeTag(language: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(language).maximize();
  } catch {
    return undefined;
  }
}

/**
 * The locale by which Intl writes the dates and numbers of a language; nothing where it does not know the language in
 * this script. Intl itself would then take the language of the machine, and a build would not be the same everywhere.
 */
export function localeOf(language: string): string | undefined {
  const tag = standardOf(language);
  if (!scriptOf(tag) || Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return undefined;
  const { locale } = new Intl.DateTimeFormat(tag).resolvedOptions();
  return scriptOf(locale) === scriptOf(tag) ? tag : undefined;
}

function mostFrequent(scripts: string[], text: string): string | undefined {
  const counted = scripts.flatMap((script) =>
    isKnown(script) ? [{ script, count: text.match(letterOf([script]))?.length ?? 0 }] : [],
  );
  const [first] = counted.toSorted((one, other) => other.count - one.count);
  return first && first.count > 0 ? first.script : undefined;
}

const rightToLeftLetter = letterOf([...rightToLeft].filter(isKnown));

function letterOf(scripts: string[]): RegExp {
  return new RegExp(`(?=\\p{L})[${scripts.map((script) => `\\p{Script=${script}}`).join("")}]`, "gu");
}

// Varieties of a script have no letters of their own, and an engine knows only the scripts of its version of Unicode.
function isKnown(script: string): boolean {
  try {
    return new RegExp(`\\p{Script=${script}}`, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
