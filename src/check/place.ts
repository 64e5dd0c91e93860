import type { Token } from "../markdown/parse.ts";
import type { Place } from "../problem.ts";
import type { Prose } from "../publication.ts";

/** Finds a string in the file of a text, within the lines of a token if one is given. */
export type PlaceFinder = (needle: string, lines?: Pick<Token, "map">) => Place;

/**
 * Returns a function that finds a string in the file of a text, within the lines of a token if one is given. Called
 * again with the same string and token, it finds the next place. If there is none, it returns the beginning of the
 * lines.
 */
export function createPlaceFinder(prose: Prose): PlaceFinder {
  const rows = prose.body.split("\n");
  const reached = new Map<string, [row: number, column: number]>();
  return (needle, lines) => {
    const [first, end] = lines?.map ?? [0, rows.length];
    const key = `${first} ${needle}`;
    const [fromRow, fromColumn] = reached.get(key) ?? [first, 0];
    for (let row = fromRow; row < Math.min(end, rows.length); row++) {
      const column = rows[row]!.indexOf(needle, row === fromRow ? fromColumn : 0);
      if (column < 0) continue;
      reached.set(key, [row, column + needle.length]);
      return { file: prose.file, line: prose.bodyLine + row, column: column + 1 };
    }
    return { file: prose.file, line: prose.bodyLine + first, column: 1 };
  };
}

/** Returns what matches a pattern in the Markdown of a block, as matchInMarkdown() finds it. */
export function findInMarkdown(content: string, pattern: RegExp): string[] {
  return matchInMarkdown(content, pattern).map(({ text }) => text);
}

/**
 * Returns what matches a pattern in the Markdown of a block, and at which index, but not in code nor after a backslash,
 * which makes the next character plain text.
 */
export function matchInMarkdown(content: string, pattern: RegExp): { text: string; index: number }[] {
  const tick = "`";
  // Code ends at as many backticks as it began with. It does not begin inside a row of backticks, unless the one before
  // has a backslash; without this condition, long rows would take time with the square of their length.
  const code = String.raw`(?<!(?<!\\)${tick})(?<ticks>${tick}+)(?!${tick})[\s\S]*?(?<!${tick})\k<ticks>(?!${tick})`;
  const escaped = String.raw`\\[\s\S]`;
  // Escaped characters and code are matched first, so that the pattern finds nothing in them.
  const either = new RegExp(`${escaped}|${code}|(?<found>${pattern.source})`, pattern.flags);
  return [...content.matchAll(either)].flatMap(({ index, groups }) =>
    groups?.["found"] === undefined ? [] : [{ text: groups["found"], index }],
  );
}
