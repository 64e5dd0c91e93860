// What counts as the same word, everywhere: line breaks, space, hyphenation, and the shapes of quotes and dashes do not count; all else does.

/** A word of a text of the publication, with its place there. */
export interface Word {
  /** As it stands. */
  text: string;
  /** Its normal form, by which it is compared. */
  key: string;
  /** Line and column in the file, from 1. */
  line: number;
  column: number;
  /** A note's number: an edition may show it or leave it to a list. */
  optional?: true;
}

const invisible = /[\ue000\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Set before a note's number by whoever knows that it is one, so that it counts as optional. */
export const noteMark = "\ue000";

/** The normal form of a piece of text: quotes, dashes, ligatures and invisible characters levelled. */
export function normal(text: string): string {
  return text
    .replace(invisible, "")
    .replace(/[‘’‚‛′´`ʻʼ]/g, "'")
    .replace(/[“”„‟″«»‹›]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    // After the shapes: it would take some of them apart.
    .normalize("NFKC")
    .replace(/-{2,}/g, "-")
    .replace(/^\[(\d+)\]$/, "$1");
}

// A note's number in brackets is a word of its own, however it is glued to its neighbours.
const wordPattern = /\ue000?\[\d{1,3}\]|(?:(?!\ue000?\[\d{1,3}\])[^\s])+/g;

/** Splits a text at its white space into words; the line and column of each count from the ones given. */
export function words(text: string, line = 1, column = 1): Word[] {
  return text.split("\n").flatMap((row, index) =>
    [...row.matchAll(wordPattern)]
      .map((match): Word => ({
        text: match[0].replace(noteMark, ""),
        key: normal(match[0]),
        line: line + index,
        column: match.index + (index === 0 ? column : 1),
        ...(match[0].startsWith(noteMark) && { optional: true }),
      }))
      .filter(({ key }) => key !== ""),
  );
}
