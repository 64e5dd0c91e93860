import { unspaced } from "../words.ts";

// Lines of plain text in columns, as a terminal or a mail program with a fixed font counts them.

/**
 * Breaks a text into lines of at most `width` columns: at its spaces, and in scripts that have none between words and
 * letters; a word that is longer stands alone. A line break in the text stays.
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((row) => {
    const lines: string[] = [];
    for (const { text, space } of chunks(row)) {
      const longer = lines.length > 0 ? `${lines.at(-1)!}${space ? " " : ""}${text}` : text;
      if (lines.length > 0 && columns(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(text);
    }
    return lines;
  });
}

/**
 * The columns that a text takes: two for a wide character (Unicode, UAX 11), none for one that joins the last or is not
 * seen.
 */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += unseen.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return count;
}

const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** What goes on a line together, and whether a space parts it from what comes before. */
interface Chunk {
  text: string;
  space: boolean;
}

function chunks(row: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const word of row.split(/[ \t]+/).filter(Boolean)) {
    // What would be taken for a mark of the edition must not come to stand at the start of a line.
    if (/^(?:>|•$|[-=]{3,}$|\*$)/.test(word) && chunks.length > 0) chunks.at(-1)!.text += ` ${word}`;
    else chunks.push(...parts(word).map((text, index) => ({ text, space: index === 0 })));
  }
  return chunks;
}

const words = new Intl.Segmenter("und", { granularity: "word" });

// Words of a script without spaces, by the dictionaries of Unicode; what closes stays with what is before it, what
// opens with what follows. A line ends beside a letter of such a script alone: elsewhere it would part a word.
function parts(word: string): string[] {
  if (!unspaced.test(word)) return [word];
  const parts: string[] = [];
  let opened = "";
  for (const { segment, isWordLike } of words.segment(word)) {
    const isBeside = opensUnspaced(segment) || endsUnspaced(parts.at(-1) ?? "");
    if (/^[\p{Ps}\p{Pi}]$/u.test(segment) && endsUnspaced(parts.at(-1) ?? "")) opened += segment;
    else if (parts.length === 0 || opened !== "" || (isWordLike && isBeside)) {
      parts.push(opened + segment);
      opened = "";
    } else parts[parts.length - 1] += segment;
  }
  return opened === "" ? parts : [...parts, opened];
}

function opensUnspaced(text: string): boolean {
  return new RegExp(`^${unspaced.source}`, "u").test(text);
}

function endsUnspaced(text: string): boolean {
  return new RegExp(`${unspaced.source}$`, "u").test(text);
}
