// What counts as the same word, everywhere: line breaks, space, hyphenation, and the shapes of quotes and dashes do not
// count; all else does.

/** A word of a text of the publication, with its place there. */
export interface Word {
  /** As it stands. */
  text: string;
  /** Its normal form, by which it is compared. */
  key: string;
  /** Line and column in the file, from 1. */
  line: number;
  column: number;
  /**
   * Of a number that the program sets, at the mark of a note or before an item of a list: the figures in which its
   * source may have it, if at all.
   */
  mark?: string[];
}

// Marks of direction, soft hyphens and joiners of words are told to whoever breaks lines. The joiner and the non-joiner
// of letters (U+200D, U+200C) are spelling in Persian and in the scripts of India, and count.
const unseen = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

// At the edge of a word, or twice in a row, a non-joiner changes no letter.
const idleNonJoiner = /^\u200c+|\u200c+$|\u200c(?=\u200c)/g;

// The same letters in other clothes: the ligatures of Latin, Armenian and Hebrew, and the presentation forms of Arabic
// up to U+FDF9 and U+FEFC. Beyond those stand signs that are no letters.
const presentationForms = /[\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb4f\ufb50-\ufdf9\ufe70-\ufefc]+/g;

/**
 * The normal form of a piece of text. The same: canonical equivalents (Unicode, UAX 15), ligatures and presentation
 * forms, and the shapes of quotes, dashes and the ellipsis. Not the same: ² and 2, № and No, [12] and 12, an Arabic and
 * a Persian yeh.
 */
export function normal(text: string): string {
  return text
    .normalize("NFC")
    .replace(unseen, "")
    .replace(presentationForms, (forms) => forms.normalize("NFKC"))
    .replace(/[‘’‚‛′´`ʻʼ“”„‟″«»‹›「」『』']/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replaceAll("…", "...")
    .replace(/-{2,}/g, "-")
    .replace(idleNonJoiner, "");
}

/** A letter of a script that puts no spaces between words: its lines end anywhere, and say nothing of words. */
export const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*/u;

// A note's number in brackets is a word of its own, however it is glued to its neighbours, and so is each letter of a
// script without spaces.
const number = String.raw`\[\p{Nd}{1,3}\]`;
const wordPattern = new RegExp(`${number}|${unspaced.source}|(?:(?!${number}|${unspaced.source})[^\\s])+`, "gu");

/** Splits a text at its white space into words; the line and column of each count from the ones given. */
export function words(text: string, line = 1, column = 1): Word[] {
  return text.split("\n").flatMap((row, index) =>
    [...row.matchAll(wordPattern)]
      .map((match): Word => ({
        text: match[0],
        key: normal(match[0]),
        line: line + index,
        column: match.index + (index === 0 ? column : 1),
      }))
      .filter(({ key }) => key !== ""),
  );
}
