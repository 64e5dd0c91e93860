import { domainToUnicode } from "node:url";
import { scriptOf } from "./language.ts";
import { decodeAddress, shortenAddress } from "./names.ts";
import { isAbout, type Prose } from "./publication.ts";
import type { PrintYaml } from "./schema-groups.ts";
import { normalizeWord } from "./words.ts";

// Which addresses of links are printed, where, and how they are written.

/** A link of a text. */
interface Link {
  address: string;
  /** Its words; empty for an image. */
  words: string;
  /** Whether it is in a note, or among words that are nothing but links. Then its address stands beside it. */
  isApart: boolean;
}

/**
 * The address that is printed for a link: beside it, with brackets if it has words; or in a note, of which a mark stands
 * after the link. A note has no address if an earlier link of the text has the same note.
 */
export type PrintedAddress = { beside: string; before: string; after: string } | { mark: string; address?: string };

/** Returns what is printed for a link; nothing if its words say it, or if it was said before. */
export type AddressPrinter = (link: Link) => PrintedAddress | undefined;

/**
 * Returns a function to be called with each link of a text, first those of the running text, then those of its notes. An
 * address is printed once beside a link, and once in a note.
 */
export function createAddressPrinter(
  { slug = "", lang }: Pick<Prose, "lang"> & Partial<Pick<Prose, "slug">>,
  { links, short }: Pick<PrintYaml, "links" | "short">,
): AddressPrinter {
  // A few words about an author have no room for notes.
  const style = links === "none" || !isAbout(slug) ? links : "beside";
  const shortened = new Map(Object.entries(short).map(([long, short]) => [spellAddress(long), short]));
  const beside = new Set<string>();
  const marks = new Map<string, string>();
  return ({ address, words, isApart }) => {
    if (style === "none" || showsAddress(words, address)) return undefined;
    const key = spellAddress(address);
    const printed = shortened.get(key) ?? writeAddress(address, lang);
    if (style === "beside" || isApart || words.trim() === "") {
      if (beside.has(key)) return undefined;
      beside.add(key);
      const [before, after] = words.trim() === "" ? ["", ""] : ["(", ")"];
      return { beside: printed, before, after };
    }
    const mark = marks.get(key);
    if (mark !== undefined) return { mark };
    marks.set(key, formatLetter(marks.size + 1));
    return { mark: marks.get(key)!, address: printed };
  };
}

/** Returns whether the words of a link say where it leads. */
export function showsAddress(words: string, address: string): boolean {
  if (address.startsWith("tel:")) return lastDigits(words) === lastDigits(address);
  const parts = words.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}/]+$/gu, ""));
  return [words, ...parts].some((part) => part !== "" && spellAddress(part) === spellAddress(address));
}

/** Returns an address so that its spellings are the same: encoded or not, with or without scheme, www and final slash. */
export function spellAddress(address: string): string {
  return normalizeWord(decodeAddress(withUnicodeHost(address)).toLowerCase().trim())
    .replace(/^(?:mailto:|https?:\/\/)?(?:www\.)?/, "")
    .replace(/\/$/, "");
}

/** A number may be written with the code of the country or without it; so many digits tell it from others. */
const tellingDigits = 6;

function lastDigits(number: string): string {
  return number.replace(/\D/g, "").slice(-tellingDigits);
}

// Returns an address as it is printed: without what a browser adds, and with letters that a reader knows as themselves.
function writeAddress(address: string, language: string): string {
  if (address.startsWith("mailto:")) return decodeAddress(address.slice("mailto:".length).replace(/\?.*$/, ""));
  if (address.startsWith("tel:")) return address.slice("tel:".length);
  const known = knownLetters(language);
  const host = withUnicodeHost(address);
  const isHostKnown = known.test(host.replace(/[\x21-\x7e]/g, ""));
  return shortenAddress(isHostKnown ? host : address).replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    const letters = decodeAddress(encoded);
    return known.test(letters) ? letters : encoded;
  });
}

// In an address that a browser understands, a host has Latin letters: xn--mller-kva.de is müller.de.
function withUnicodeHost(address: string): string {
  return address.replace(/(?<=:\/\/)[^/?#]*xn--[^/?#]*/i, (host) => domainToUnicode(host) || host);
}

/** The letters of the scripts of ISO 15924 that are more than one, or a style of one. */
const lettersOfScript: Record<string, string[]> = {
  Aran: ["Arab"],
  Hans: ["Hani"],
  Hant: ["Hani"],
  Jpan: ["Hani", "Hira", "Kana"],
  Kore: ["Hang", "Hani"],
};

// Matches nothing, or Latin letters and those of a language, as many as there are. Brackets are in addresses as they are
// typed, although they are encoded.
function knownLetters(language: string): RegExp {
  const script = scriptOf(language) ?? "Latn";
  const letters = ["Latn", ...(lettersOfScript[script] ?? [script])].map((name) => `\\p{sc=${name}}`).join("");
  return new RegExp(`^[${letters}\\p{M}\\p{Nd}\\u200c\\[\\]]*$`, "u");
}

// Returns a number, from 1, as a small letter, and after z as two: a, b, … z, aa, ab. The notes that an editor writes
// have numbers, which other editions have too, so notes of addresses have letters.
function formatLetter(number: number): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const last = letters[(number - 1) % letters.length]!;
  return number > letters.length ? formatLetter(Math.floor((number - 1) / letters.length)) + last : last;
}
