import { splitWords } from "../words.ts";
import type { MarkdownIt, Token } from "./markdown-it.ts";
import { findMissingTails } from "./numbers.ts";
import { readTime } from "./times.ts";

/** A cell: the tokens that open and close it, and its text. */
interface Cell {
  open: Token;
  close: Token;
  text: string;
  hasNote: boolean;
}

/** A table: the token that opens it, those of its head, from `head` up to `body`, and its rows, the head first. */
interface Table {
  open: Token;
  head: number;
  body: number;
  rows: [head: Cell[], ...rows: Cell[][]];
}

/**
 * Adds a rule to markdown-it that says by classes how the cells of tables are to be set. A column of numbers gets the
 * class `number`, and the attribute `data-tail` has what a number lacks to be aligned at the decimal mark; a column of
 * times gets the class `time`, one without words `open`; `short`, `long` and `breakable` tell how long its cells and its
 * words are. A table that is too wide for a telephone gets the class `wide`. Alignment that the writer gave is a class
 * too: the web edition allows no styles in its pages. A head without words is left out, and one that is repeated on
 * later pages gets the attribute `data-repeat`.
 */
export function addTables(md: MarkdownIt, language: string): void {
  md.core.ruler.push("tables", ({ tokens }) => {
    for (const { open, head, body, rows } of findTables(tokens).toReversed()) {
      const [heads, ...others] = rows;
      for (const [column, cell] of heads.entries())
        setColumn([cell, ...others.map((row) => row[column]!)], String(open.attrGet("lang") ?? language));
      if (isWide(rows)) open.attrJoin("class", "wide");
      if (heads.every(({ text }) => text === "")) tokens.splice(head, body - head);
      else if (isRepeated(heads.map(({ text }) => text))) tokens[head]!.attrSet("data-repeat", "");
    }
  });
}

/** The head of a table is repeated on later pages if it has no more letters than these: some three lines of A5. */
const mostOfHead = 150;

/** Whether the head of a table, with cells of these texts, is repeated on each page on which the table goes on. */
export function isRepeated(heads: string[]): boolean {
  const letters = splitWords(heads.join(" ")).reduce((sum, { key }) => sum + key.length, 0);
  return letters > 0 && letters <= mostOfHead;
}

function findTables(tokens: Token[]): Table[] {
  const tables: Table[] = [];
  for (const [index, token] of tokens.entries()) {
    const table = tables.at(-1)!;
    if (token.type === "table_open") tables.push({ open: token, head: index + 1, body: index + 1, rows: [[]] });
    else if (token.type === "thead_close") table.body = index + 1;
    else if (token.type === "tr_open" && index > table.head + 1) table.rows.push([]);
    else if (token.type === "th_open" || token.type === "td_open")
      table.rows.at(-1)!.push(readCell(token, tokens[index + 1]!, tokens[index + 2]!));
  }
  return tables;
}

/**
 * A column of which no cell has more letters is not broken into lines: “Block A”. In one with a cell of so many letters,
 * lines are broken, and it is not made as narrow as its longest word. Chosen by eye.
 */
const mostOfShort = 12;
const leastOfLong = 25;

/** A word of more letters, most often an address, may be broken. Chosen by eye. */
const mostOfWord = 24;

function setColumn([head, ...cells]: Cell[], language: string): void {
  const all = [head!, ...cells];
  const [, given] = /text-align:(\w+)/.exec(String(head!.open.attrGet("style") ?? "")) ?? [];
  const texts = cells.map(({ text }) => text);
  const tails = given === undefined || given === "right" ? findMissingTails(texts, language) : undefined;
  const isTimes = texts.some(Boolean) && texts.every((text) => text === "" || readTime(text) === text);
  const kind = tails ? "number" : isTimes ? "time" : undefined;
  const letters = Math.max(...all.map(({ text }) => text.length));
  const classes = [
    kind,
    kind === "number" && cells.some(({ hasNote }) => hasNote) && "has-notes",
    texts.length > 0 && texts.every((text) => text === "") && "open",
    letters <= mostOfShort && "short",
    letters >= leastOfLong && "long",
    all.some(({ text }) => longestOf(text) > mostOfWord) && "breakable",
    given && kind !== "number" && `align-${given}`,
  ].filter(Boolean);
  for (const { open } of all) {
    open.attrs = open.attrs?.filter(([name]) => name !== "style") ?? null;
    if (classes.length > 0) open.attrJoin("class", classes.join(" "));
  }
  for (const [index, { open }] of cells.entries()) if (tails?.[index]) open.attrSet("data-tail", tails[index]);
  // A cell without words heads nothing.
  if (head!.text === "") head!.open.tag = head!.close.tag = "td";
  else head!.open.attrSet("scope", "col");
}

// Note marks are no part of the text of a cell.
function readCell(open: Token, { children }: Token, close: Token): Cell {
  const texts = (children ?? []).map(({ type, content }) => (type === "image" ? imageMark : content));
  const hasNote = (children ?? []).some(({ type }) => type === "footnote_ref");
  return { open, close, text: texts.join("").trim(), hasNote };
}

/** Stands for an image in the text of a cell. */
const imageMark = "\ufffc";

/**
 * A table is wide if its columns, which have room for their longest words, and the spaces between need more letters than
 * a line of a telephone has.
 */
const mostOfPhone = 32;
const lettersBetween = 1.5;

function isWide(rows: Cell[][]): boolean {
  const columns = rows[0]!.map((_, column) => {
    const texts = rows.map((row) => row[column]!.text);
    const isShort = texts.every(({ length }) => length <= mostOfShort);
    return Math.max(...texts.map((text) => (isShort ? text.length : Math.min(longestOf(text), mostOfWord))));
  });
  return columns.reduce((sum, letters) => sum + letters + lettersBetween, 0) > mostOfPhone;
}

function longestOf(text: string): number {
  return Math.max(...text.split(/\s+/).map(({ length }) => length));
}
