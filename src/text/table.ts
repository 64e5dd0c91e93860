import { countColumns, wrapText } from "./wrap.ts";

/** A cell of a table, as plain text. */
export interface Cell {
  text: string;
  /** On which side of its column it stands. */
  side: "left" | "right";
  /** The columns that a number leaves free at its right, so that decimal marks stand below each other. */
  tail: number;
}

const gap = "   ";

/** A column is at least as wide as the rule under its head, which has three hyphens so that it is taken for a rule. */
const leastColumn = 3;

/** A column in which lines are broken has so many columns at least. Chosen by eye. */
const leastBroken = 12;

/**
 * Draws a table of plain text, and returns its lines. Its columns stand beside each other, with a rule under the heads;
 * rows in which lines are broken have an empty line between them. A second rule closes the table, except where all of it
 * has one line a row. A table that needs more than `width` columns has its cells one below the other.
 */
export function drawTable(rows: Cell[][], hasHead: boolean, width: number): string[] {
  const widths = measureColumns(rows, width);
  if (!widths) return separateRows(rows.map((row) => stackCells(row, width)));
  const drawn = rows.map((row) => drawRow(row, widths));
  const rule = widths.map((columns) => "-".repeat(columns)).join(gap);
  const [head, body] = hasHead ? [drawn[0]!, drawn.slice(1)] : [[], drawn];
  const isBroken = drawn.some(({ length }) => length > 1);
  const lines = [...head, rule, ...(isBroken ? separateRows(body) : body.flat())];
  return hasHead && !isBroken ? lines : [...lines, rule];
}

function separateRows(rows: string[][]): string[] {
  return rows.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

// Returns the width of each column; undefined if they do not suffice.
function measureColumns(rows: Cell[][], width: number): number[] | undefined {
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  const measure = (wrap: (text: string) => string[]) =>
    columns.map((cells) =>
      Math.max(leastColumn, ...cells.map(({ text, tail }) => Math.max(0, ...wrap(text).map(countColumns)) + tail)),
    );
  const most = measure((text) => [text]);
  const least = measure((text) => wrapText(text, 1)).map((columns, column) =>
    Math.max(columns, Math.min(most[column]!, leastBroken)),
  );
  const sum = (widths: number[]) => widths.reduce((total, columns) => total + columns, 0);
  const room = width - gap.length * (columns.length - 1);
  if (sum(most) <= room) return most;
  const free = room - sum(least);
  if (free < 0) return undefined;
  const share = free / (sum(most) - sum(least));
  return least.map((columns, column) => columns + Math.floor(share * (most[column]! - columns)));
}

function drawRow(row: Cell[], widths: number[]): string[] {
  const cells = row.map(({ text, side, tail }, column) =>
    wrapText(text, widths[column]!).map((line) => {
      const space = " ".repeat(Math.max(0, widths[column]! - countColumns(line) - tail));
      return side === "right" ? space + line + " ".repeat(tail) : line + space;
    }),
  );
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => lines[line] ?? " ".repeat(widths[column]!))
      .join(gap)
      .trimEnd(),
  );
}

// The first cell of a row stands out to the left of the others.
function stackCells(row: Cell[], width: number): string[] {
  return row.flatMap(({ text }, column) => {
    const indent = column === 0 ? "" : "  ";
    return text === "" ? [] : wrapText(text, width - indent.length).map((line) => indent + line);
  });
}
