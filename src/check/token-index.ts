import type { Token } from "../markdown/parse.ts";
import type { Prose } from "../publication.ts";

/** The tokens of a text by where they are and which class they have, found once for all attributes of the text. */
export interface TokenIndex {
  rows: string[];
  /** The blocks of running text in each row. */
  blocksByRow: Map<number, Token[]>;
  /** The cells of tables, which have no rows, by their text. */
  cellsByText: Map<string, Token[]>;
  /** The tags of the elements with each class. */
  tagsByClass: Map<string, Set<string>>;
  /** For each class the innermost element with it in each row: its tag, and how many rows its block has. */
  innermostByClass: Map<string, Map<number, { tag: string; size: number }>>;
}

/** Sorts the tokens of a text into an index. */
export function indexTokens({ body }: Prose, tokens: Token[]): TokenIndex {
  const blocksByRow = new Map<number, Token[]>();
  const cellsByText = new Map<string, Token[]>();
  const tagsByClass: TokenIndex["tagsByClass"] = new Map();
  const innermostByClass: TokenIndex["innermostByClass"] = new Map();
  for (const block of tokens) {
    const blockRows = block.map ? rowsBetween(...block.map) : [];
    if (block.type === "inline") {
      for (const row of blockRows) getOrCreate(blocksByRow, row, () => []).push(block);
      if (!block.map) getOrCreate(cellsByText, block.content.trim(), () => []).push(block);
    }
    for (const { tag, attrs } of [block, ...(block.children ?? [])]) {
      const names = attrs?.flatMap(([key, value]) => (key === "class" ? String(value).split(" ") : []));
      for (const name of new Set(names)) {
        getOrCreate(tagsByClass, name, () => new Set()).add(tag);
        const innermost = getOrCreate(innermostByClass, name, () => new Map());
        for (const row of blockRows)
          if (blockRows.length < (innermost.get(row)?.size ?? Infinity))
            innermost.set(row, { tag, size: blockRows.length });
      }
    }
  }
  return { rows: body.split("\n"), blocksByRow, cellsByText, tagsByClass, innermostByClass };
}

/** Returns the rows from `first` up to, but not including, `end`. */
export function rowsBetween(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function getOrCreate<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  if (!map.has(key)) map.set(key, create());
  return map.get(key)!;
}
