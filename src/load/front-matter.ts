/** The two parts of a Markdown file. */
export interface MarkdownParts {
  /** The front matter, without the lines of hyphens. It begins on line 2 of the file. */
  yaml: string;
  body: string;
  /** The line of the file on which the body begins, from 1. */
  bodyLine: number;
}

/**
 * Splits a Markdown file at the lines of three hyphens around its front matter. Returns undefined if the file does not
 * begin with front matter, or does not close it.
 */
export function splitFrontMatter(text: string): MarkdownParts | undefined {
  const rows = text.split("\n");
  const end = hasFrontMatter(text) ? rows.findIndex((row, index) => index > 0 && isFence(row)) : -1;
  if (end < 0) return undefined;
  return { yaml: rows.slice(1, end).join("\n"), body: rows.slice(end + 1).join("\n"), bodyLine: end + 2 };
}

/** Returns whether a Markdown file begins with a line of three hyphens, as front matter does. */
export function hasFrontMatter(text: string): boolean {
  return isFence(text.split("\n", 1)[0]!);
}

function isFence(row: string): boolean {
  return row.trimEnd() === "---";
}
