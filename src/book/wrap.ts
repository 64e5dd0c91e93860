// Lines of plain text in columns, as a terminal or a mail program with a fixed font counts them.

/** Breaks a text at its spaces into lines of at most `width` columns; a word that is longer stands alone. A line break in the text stays. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((row) => {
    const lines: string[] = [];
    for (const word of chunks(row)) {
      const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word;
      if (lines.length > 0 && columns(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}

/** The columns that a text takes: two for a wide character (Unicode, UAX 11), none for one that joins the last or is not seen. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += unseen.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return count;
}

const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

// What would be taken for such a mark must not come to stand at the start of a line.
function chunks(row: string): string[] {
  const chunks: string[] = [];
  for (const word of row.split(/[ \t]+/).filter(Boolean)) {
    if (/^(?:>|•$|[-=]{3,}$|\*$)/.test(word) && chunks.length > 0) chunks[chunks.length - 1] += ` ${word}`;
    else chunks.push(word);
  }
  return chunks;
}
