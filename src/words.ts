// Which pieces of text count as the same word, in every comparison of the program. Line breaks, spaces, hyphenation and
// the shapes of quotes and dashes do not count; every other difference does. tests/unit/words.test.ts has examples.

/** A word of a text of the publication, with its place in the file. */
export interface Word {
  /** As it is written. */
  text: string;
  /** Its normal form, by which words are compared. */
  key: string;
  /** Line and column in the file, from 1. */
  line: number;
  column: number;
  /**
   * Only for a number that the program sets, in a note mark or before an item of a list: the digits in which the source
   * document may have it. The source document need not have it.
   */
  mark?: string[];
  /** Only for a word of a pull quote, which repeats words of the text: which pull quote of the text it is, from 1. */
  pullQuote?: number;
}

// Soft hyphens, zero width spaces and word joiners change only where a line may end; marks of direction change only the
// order in which letters are shown; the variation selectors 15 and 16 (U+FE0E, U+FE0F) ask only that a sign is drawn in
// black or in colours, as in ❤ and ❤️ (Unicode, UTS 51). The joiner and the non-joiner of letters (U+200D, U+200C) are
// not among them: they are spelling in Persian and in the scripts of India, and they count.
const invisible = /[\ufe0e\ufe0f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

// At the edge of a word, or before another non-joiner, a non-joiner has no effect on letters.
const uselessNonJoiner = /^\u200c+|\u200c(?=\u200c|$)/g;

// Other codes for the same letters: the ligatures of Latin, Armenian and Hebrew, and the presentation forms of Arabic
// up to U+FDF9 and U+FEFC. The code points between and after these ranges are signs, not letters.
const presentationForms = /[\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb4f\ufb50-\ufdf9\ufe70-\ufefc]+/g;

/**
 * Returns the normal form of a piece of text. It is the same for canonical equivalents (Unicode, UAX 15); for a ligature
 * or presentation form and its letters; for all quotes; for all dashes, one or several; for the ellipsis and three dots.
 * It differs for ² and 2, № and No, [12] and 12, an Arabic and a Persian yeh.
 */
export function normalizeWord(text: string): string {
  return text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(presentationForms, (forms) => forms.normalize("NFKC"))
    .replace(/[‘’‚‛′´`ʻʼ“”„‟″«»‹›「」『』']/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replaceAll("…", "...")
    .replace(/-{2,}/g, "-")
    .replace(uselessNonJoiner, "");
}

/**
 * Matches a letter, with its marks, of a script that has no spaces between words. A line may end after any such letter,
 * so a line's end does not show where a word ends.
 */
export const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*/u;

// The number of a note in brackets is always a word, even without a space before or after it; so is each letter of a
// script without spaces.
const noteNumber = String.raw`\[\p{Nd}{1,3}\]`;
const wordPattern = new RegExp(`${noteNumber}|${unspaced.source}|(?:(?!${noteNumber}|${unspaced.source})\\S)+`, "gu");

/** Splits a text into words. The given line and column, from 1, are those of its first character in the file. */
export function splitWords(text: string, line = 1, column = 1): Word[] {
  return text.split("\n").flatMap((row, index) =>
    [...row.matchAll(wordPattern)]
      .map((match): Word => ({
        text: match[0],
        key: normalizeWord(match[0]),
        line: line + index,
        column: match.index + (index === 0 ? column : 1),
      }))
      .filter(({ key }) => key !== ""),
  );
}

/** Returns words as a line of text. In a script that has no spaces between words there are none between its letters. */
export function spellWords(all: { text: string }[]): string {
  return all
    .map(({ text }, index) => {
      const before = all[index - 1]?.text ?? "";
      return index === 0 || (endsUnspaced.test(before) && startsUnspaced.test(text)) ? text : ` ${text}`;
    })
    .join("");
}

// The most words that are quoted in full, and how many are quoted of more at their beginning and at their end: chosen by
// eye, to keep a message to two lines or so.
const mostQuoted = 12;
const quotedAtBeginning = 6;
const quotedAtEnd = 4;

/** Returns words as a line of text, from which the middle is left out if they are many. */
export function spellShortly(all: { text: string }[]): string {
  return spellWords(
    all.length > mostQuoted ? [...all.slice(0, quotedAtBeginning), { text: "…" }, ...all.slice(-quotedAtEnd)] : all,
  );
}

/** Matches a text that begins with a letter of a script without spaces. */
export const startsUnspaced = new RegExp(`^${unspaced.source}`, "u");

/** Matches a text that ends with a letter of a script without spaces. */
export const endsUnspaced = new RegExp(`${unspaced.source}$`, "u");
