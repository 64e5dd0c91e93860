import { eastAsianWidth } from "get-east-asian-width";
import { endsUnspaced, startsUnspaced, unspaced } from "../words.ts";

// Lines of plain text in columns, as a terminal or a mail program with a fixed-width font counts them.

/**
 * Breaks a text into lines of at most `width` columns. A line may end at a space, and after a word of a script that has
 * no spaces between words. A word that is longer than a line gets a line to itself. Line breaks in the text stay.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split("\n").flatMap((row) => {
    const lines: string[] = [];
    for (const chunk of splitRow(row)) {
      const longer = `${lines.at(-1) ?? ""}${chunk.hasSpace ? " " : ""}${chunk.text}`;
      if (lines.length > 0 && countColumns(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(chunk.text);
    }
    return lines;
  });
}

/**
 * Returns the columns that a text takes: two for a wide character (Unicode, UAX 11), none for a combining mark or an
 * invisible character, one for any other.
 */
export function countColumns(text: string): number {
  let count = 0;
  for (const character of text) if (!takesNoColumn.test(character)) count += eastAsianWidth(character.codePointAt(0)!);
  return count;
}

const takesNoColumn = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** What stays together on a line, and whether a space separates it from what comes before. */
interface Chunk {
  text: string;
  hasSpace: boolean;
}

// A word that a reader would take for a mark of the text edition at the start of a line: for a quotation, a list, the
// rule under a heading or the rule between sections.
const looksLikeMark = /^(?:>|•$|[-=]{3,}$|\*$)/;

function splitRow(row: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const word of row.split(/[ \t]+/).filter(Boolean)) {
    // A word that looks like a mark stays with the word before it, so it cannot come to the start of a line.
    if (looksLikeMark.test(word) && chunks.length > 0) chunks.at(-1)!.text += ` ${word}`;
    else for (const [index, text] of splitUnspaced(word).entries()) chunks.push({ text, hasSpace: index === 0 });
  }
  return chunks;
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

// Splits what stands between two spaces. In a script without spaces it is split where the dictionaries of Intl have the
// end of a word; letters of other scripts between them are not split. A closing mark stays with what comes before it,
// and an opening mark with what follows.
function splitUnspaced(word: string): string[] {
  if (!unspaced.test(word)) return [word];
  const parts: string[] = [];
  let opening = "";
  for (const { segment, isWordLike } of segmenter.segment(word)) {
    const isAfterUnspaced = endsUnspaced.test(parts.at(-1) ?? "");
    const mayBreak = isWordLike && (isAfterUnspaced || startsUnspaced.test(segment));
    if (openingMark.test(segment) && isAfterUnspaced) opening += segment;
    else if (parts.length === 0 || opening !== "" || mayBreak) {
      parts.push(opening + segment);
      opening = "";
    } else parts[parts.length - 1] += segment;
  }
  return opening === "" ? parts : [...parts, opening];
}

const openingMark = /^[\p{Ps}\p{Pi}]$/u;
