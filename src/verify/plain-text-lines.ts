import { parseMarkdown } from "../markdown/parse.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Prose } from "../publication.ts";
import { countColumns } from "../text/wrap.ts";
import { splitWords, type Word } from "../words.ts";
import type { Expected, FoundWord, Unit } from "./units.ts";
import { startStates, takeStep, type States } from "./walk.ts";

// Reads the words of a plain text in the order of the text. In a table with a rule at its end, a cell may have several
// lines, so its rows are read cell by cell. Other lines may look like such a table by chance. Therefore lines are read as
// a table only if the words that are expected follow.

/** Some lines of a file that are read together: all that is in a cell, or any other lines. */
interface Passage {
  text: string;
  isCell: boolean;
}

/** Returns the words of a file, in which `expected` should be, the words of these texts. */
export function readPlainText<W extends Word>(expected: Expected<W>, file: string, texts: Prose[]): Unit<FoundWord>[] {
  const removeAddresses = createRemover(texts);
  const split = ({ text, isCell }: Passage) =>
    removeAddresses(text)
      .split("\n")
      .flatMap((line) => splitLine(line, isCell));
  const splitPlain = (lines: string[]) => (lines.length > 0 ? split({ text: lines.join("\n"), isCell: false }) : []);
  const lines = file.split("\n");
  const rules = lines.map(readRule);
  const units: Unit<FoundWord>[] = [];
  let states = startStates();
  // Lines that are not read yet.
  let plain: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const rule = rules[at];
    const end = rule ? rules.findIndex((other, index) => index > at && other !== undefined) : -1;
    if (rule && end > 0 && rules[end]!.join() === rule.join()) {
      const start = plain.findLastIndex(isEmpty) + 1;
      const rows = [plain.slice(start), ...splitRows(lines.slice(at + 1, end))];
      const cells = rows.flatMap((row) => readCells(row, rule)).flatMap(split);
      const found = [...splitPlain(plain.slice(0, start)), ...cells];
      const reached = follow(expected, states, found);
      if (reached.size > 0) {
        units.push(...found);
        states = reached;
        plain = [];
        at = end;
        continue;
      }
    }
    plain.push(lines[at]!);
  }
  return [...units, ...splitPlain(plain)];
}

function follow<W extends Word>(expected: Expected<W>, states: States, units: Unit<FoundWord>[]): States {
  return units.reduce((reached, unit) => takeStep(expected, reached, unit), states);
}

// Returns the columns in which the rules of a table begin; undefined for any other line.
function readRule(line: string): number[] | undefined {
  if (!/^[> ]*(?:\S+ )?[> ]*-{3,}(?: {3}-{3,})+$/.test(line)) return undefined;
  return [...line.matchAll(/-{3,}/g)].map(({ index }) => countColumns(line.slice(0, index)));
}

// Quotations have their marks in empty lines too.
function isEmpty(line: string): boolean {
  return /^[> ]*$/.test(line);
}

function splitRows(lines: string[]): string[][] {
  const rows: string[][] = [[]];
  for (const line of lines)
    if (isEmpty(line)) rows.push([]);
    else rows.at(-1)!.push(line);
  return rows;
}

// Reads a row, or several rows of one line each. Before the first column there are marks of lists and quotations.
function readCells(row: string[], columns: number[]): Passage[] {
  const pieces = row.map((line) => cutLine(line, columns));
  return ["marks", ...columns].map((_, column) => ({
    text: pieces.map((cells) => cells[column]).join("\n"),
    isCell: column > 0,
  }));
}

function cutLine(line: string, columns: number[]): string[] {
  const cells = [""];
  let column = 0;
  for (const character of line) {
    if (column >= (columns[cells.length - 1] ?? Infinity) && countColumns(character) > 0) cells.push("");
    cells[cells.length - 1] += character;
    column += countColumns(character);
  }
  return cells;
}

// The edition adds rules, and at the beginning of lines the marks of lists and quotations (• and >). A text may have such
// signs itself, so they are optional here: they may be in the source or not.
function splitLine(line: string, isCell: boolean): Unit<FoundWord>[] {
  const isRule = /^[-=*•> ]*$/.test(line);
  const found = splitWords(line);
  const afterMarks = found.findIndex(({ key }) => !/^(?:>|•|\p{Nd}+\.|\[\p{Nd}+\])$/u.test(key));
  return found.map((word, index): Unit<FoundWord> => {
    const isBeforeWords = afterMarks < 0 || index < afterMarks;
    const isMark = isBeforeWords && /^[>•]$/.test(word.key);
    return { key: word.key, word, ...(!isCell && (isRule || isMark) && { optional: true }) };
  });
}

// The edition adds to a link its address in angle brackets. Where a text itself has an address in angle brackets, it is
// a word of that text.
function createRemover(texts: Prose[]): (text: string) => string {
  const typed = new Set(
    texts.flatMap((prose) => {
      const { body, notes } = readStrands(prose);
      return [...body, ...notes.flat()].flatMap(({ text }) => /<[^<>]+>/.exec(text)?.[0] ?? []);
    }),
  );
  const links = texts
    .flatMap((prose) => parseMarkdown(prose).tokens.flatMap(({ children }) => children ?? []))
    .filter(({ type }) => type === "link_open");
  const added = new Set(
    links.map((link) => `<${String(link.attrGet("href"))}>`).filter((address) => !typed.has(address)),
  );
  // In a quotation, the address may be on a line by itself, after the marks of the quotation.
  return (text) =>
    text.replace(/(?:\n[> ]*|\s)(<[^<>\s]+>)/g, (all, address: string) => (added.has(address) ? "" : all));
}
