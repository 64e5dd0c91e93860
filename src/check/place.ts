import type { Token } from "../markdown/parse.ts";
import type { Place } from "../problem.ts";
import type { Prose } from "../publication.ts";

/** Finds where pieces of a text stand in its file; asked for the same piece again, it goes on from the last. */
export function placesIn(prose: Prose): (needle: string, lines?: Pick<Token, "map">) => Place {
  const rows = prose.body.split("\n");
  const reached = new Map<string, [row: number, column: number]>();
  return (needle, lines) => {
    const [first, end] = lines?.map ?? [0, rows.length];
    const key = `${first} ${needle}`;
    const [from, after] = reached.get(key) ?? [first, 0];
    for (let row = from; row < Math.min(end, rows.length); row++) {
      const column = rows[row]!.indexOf(needle, row === from ? after : 0);
      if (column < 0) continue;
      reached.set(key, [row, column + needle.length]);
      return { file: prose.file, line: prose.bodyLine + row, column: column + 1 };
    }
    return { file: prose.file, line: prose.bodyLine + first, column: 1 };
  };
}

/** Where a pattern stands in the Markdown of a block, outside what is set as code and what a backslash makes plain. */
export function inMarkdown(content: string, pattern: RegExp): string[] {
  const plain = String.raw`\\[\s\S]|(?<ticks>${"`"}+)(?!${"`"})[\s\S]*?(?<!${"`"})\k<ticks>(?!${"`"})`;
  const either = new RegExp(`${plain}|(?<found>${pattern.source})`, pattern.flags);
  return [...content.matchAll(either)].flatMap(({ groups }) => groups?.["found"] ?? []);
}
