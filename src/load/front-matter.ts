/** A Markdown file in its two parts, each with the line on which it begins, from 1. */
export interface Parts {
  yaml: string;
  body: string;
  bodyLine: number;
}

/**
 * Parts a Markdown file at the lines of three hyphens about its front matter; nothing where it does not open with any
 * or does not close it.
 */
export function parted(text: string): Parts | undefined {
  const rows = text.split("\n");
  const isFence = (row: string) => row.trimEnd() === "---";
  const end = isFence(rows[0]!) ? rows.findIndex((row, index) => index > 0 && isFence(row)) : -1;
  if (end < 0) return undefined;
  return { yaml: rows.slice(1, end).join("\n"), body: rows.slice(end + 1).join("\n"), bodyLine: end + 2 };
}
