import { readFileSync } from "node:fs";
import { systemReason } from "../errors.ts";
import { hasRightToLeftLetter } from "../language.ts";
import { formatProblem, showControls, type Problem } from "../problem.ts";
import { countColumns } from "../text/wrap.ts";
import type { Output } from "./progress.ts";

// A problem with the line of the file in which it is.

/** How wide a terminal is that does not say it, in columns. */
const usualWidth = 80;

/** The indentation of a hint, which the line of the file gets as well. */
const indent = "    ";

/** What stands for the parts of a line for which there is no room. */
const omission = "…";

/** Returns a problem as text: on a terminal with the line of the file and a caret under the column, before the hint. */
export function formatWithExcerpt(problem: Problem, { isTTY, columns }: Output): string {
  const text = formatProblem(problem);
  if (!isTTY) return text;
  const [head, ...hint] = text.split("\n");
  return [head, ...readExcerpt(problem, (columns || usualWidth) - 1), ...hint].join("\n");
}

// The first character of a file stands for the file as a whole.
function readExcerpt({ place: { file, line, column } }: Problem, width: number): string[] {
  if (!/\.(?:md|ya?ml)$/.test(file) || (line === 1 && column === 1)) return [];
  const row = readRows(file)[line - 1] ?? "";
  return formatExcerpt(row, column, width - indent.length).map((part) => indent + part);
}

// If a file cannot be read, the problem itself says why.
function readRows(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split(/\r\n?|\n/);
  } catch (error) {
    systemReason(error);
    return [];
  }
}

/**
 * Returns a line of a file, and a line with a caret below the column, which counts from 1 in units of UTF-16. A line that
 * is wider than `width` is cut around the column. Among letters that run from right to left a caret would often stand
 * elsewhere, because some terminals put them into that order and some do not: there it is in the line, before the
 * letter. A line without words gives nothing.
 */
export function formatExcerpt(row: string, column: number, width: number): string[] {
  if (row.trim() === "") return [];
  const from = Math.max(0, column - 1 - width * unitsPerColumn);
  // Of a part alone: a paragraph is one line, and Node keeps a copy of all of it with each letter.
  const letters = [...segmenter.segment(row.slice(from, column - 1 + width * unitsPerColumn))];
  const at = column > row.length ? letters.length : letters.findLastIndex(({ index }) => from + index < column);
  const shown = letters.map(({ segment }) => (segment === "\t" ? " " : showControls(segment)));
  const room = hasRightToLeftLetter(row) ? width - 1 : width;
  const rest = shown.slice(at);
  // A third of the room is for what stands before the place, and so is what the rest leaves over.
  const before = cut(shown.slice(0, at).reverse(), Math.max(Math.floor(room / 3), room - countColumns(rest.join(""))));
  const start = before.reverse().join("");
  const end = cut(rest, room - countColumns(start)).join("");
  if (hasRightToLeftLetter(row)) return [`${start}^${end}`];
  return [`${start}${end}`.trimEnd(), `${" ".repeat(countColumns(start))}^`];
}

/** How many units of UTF-16 may be needed for a column: a letter may have some combining marks. */
const unitsPerColumn = 8;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

// Returns as many of the letters as there is room for.
function cut(letters: string[], width: number): string[] {
  if (countColumns(letters.join("")) <= width) return letters;
  let used = 1;
  const end = letters.findIndex((letter) => (used += countColumns(letter)) > width);
  return [...letters.slice(0, end), omission];
}
