import type { AddressPrinter } from "../addresses.ts";
import { remember } from "../remember.ts";
import { formatInteger } from "../locale-format.ts";
import type { Prose } from "../publication.ts";
import { splitWords, type Word } from "../words.ts";
import { isContactBlock } from "./contacts.ts";
import type { Token } from "./markdown-it.ts";
import { noteNumberOf } from "./notes.ts";
import { hasClass } from "./paragraphs.ts";
import { parseMarkdown } from "./parse.ts";
import { isRepeated } from "./tables.ts";

/**
 * The words of a text, in order, with their places in its file: the strand of the running text and one of each note.
 */
export interface Strands {
  body: TextWord[];
  notes: Word[][];
}

/** A word of the running text. */
export interface TextWord extends Word {
  /** The table that it is in. */
  table?: Table;
}

/** A table of the running text. */
export interface Table {
  /** The words of its head that are repeated on each page on which the table goes on; none if the head is not. */
  head: Word[];
  hasEmptyRows: boolean;
}

/**
 * Reads the words of a text from its Markdown. The numbers that the program sets, of notes and of the items of lists,
 * are words too. Each proof of verify/ reads the same texts, so a text is read once.
 */
export const readStrands = remember((prose: Prose): Strands => collectStrands(prose, () => undefined));

/** The words of a text in print: with the addresses of links, of which those in notes are a strand of their own. */
export interface PrintedStrands extends Strands {
  addresses: Word[];
}

/** Reads the words of a text in print. `printer` says which address is printed for a link, and where. */
export function readPrintedStrands(prose: Prose, printer: AddressPrinter): PrintedStrands {
  const addresses: Word[] = [];
  const strands = collectStrands(prose, (link) => {
    const printed = printer(link);
    if (!printed) return undefined;
    if ("beside" in printed) return `${printed.before}${printed.beside}${printed.after}`;
    if (printed.address !== undefined) {
      const line = link.row + prose.bodyLine;
      addresses.push(...createAddedWords(printed.mark, line), ...splitWords(printed.address, line));
    }
    return printed.mark;
  });
  return { ...strands, addresses };
}

/** A link, with its row in the text, from 0. */
type LinkInRow = Parameters<AddressPrinter>[0] & { row: number };

/** Returns what follows a link. */
type Follow = (link: LinkInRow) => string | undefined;

function collectStrands(prose: Prose, follow: Follow): Strands {
  const rows = prose.body.split("\n");
  const body: TextWord[] = [];
  const notes: Word[][] = [];
  let strand: TextWord[] = body;
  let table: Table | undefined;
  // Where in the strand the row of a table begins.
  let start = 0;
  // Of each element that is open at this point, whether it is nothing but addresses.
  const contacts: boolean[] = [];
  // The language of each element that is open at this point, outermost first.
  const languages = [prose.lang];
  let pullQuotes = 0;
  let row = 0;
  const { tokens } = parseMarkdown(prose);
  for (const [index, token] of tokens.entries()) {
    const isNote = token.type === "footnote_open";
    if (isNote) notes.push((strand = []));
    // The token that opens a note has no place in the file; the next one, its first block, has. The cells of a table
    // have none either: they are in the row of the token before them.
    row = (isNote ? tokens[index + 1] : token)?.map?.[0] ?? row;
    if (token.type === "table_open" && strand === body) table = { head: [], hasEmptyRows: false };
    if (token.type === "tr_open") start = strand.length;
    if (token.type === "thead_close" && table) table.head = findRepeated(strand.slice(start));
    if (token.type === "tr_close" && table) table.hasEmptyRows ||= strand.length === start;
    if (token.type === "table_close") table = undefined;
    const isApart = strand !== body || contacts.includes(true);
    const found = readWords(token, row, { text: prose.lang, around: languages.at(-1)! }, (link) =>
      follow({ ...link, isApart }),
    );
    const isPullQuote = token.type === "inline" && hasClass(tokens[index - 1]!, "pull-quote");
    const more = { ...(table && { table }), ...(isPullQuote && { pullQuote: ++pullQuotes }) };
    for (const word of findColumns(found, rows)) strand.push({ ...word, ...more, line: word.line + prose.bodyLine });
    if (token.nesting === 1) {
      languages.push(String(token.attrGet("lang") ?? languages.at(-1)));
      contacts.push(isContactBlock(token));
    }
    if (token.nesting === -1) {
      languages.pop();
      contacts.pop();
    }
  }
  return { body, notes };
}

// Returns the words of the head of a table that are repeated. Marks of notes are not.
function findRepeated(head: Word[]): Word[] {
  const words = head.filter(({ mark }) => !mark);
  return isRepeated(words.map(({ text }) => text)) ? words : [];
}

// Returns the words of one token, with their row in the text, from 0; none for a token without text or number. The
// languages are that of the text and that of the element around the token. An item of a list may be in another language
// than the list; its number has the digits of the list.
function readWords(
  token: Token,
  row: number,
  language: { text: string; around: string },
  follow: (link: Omit<LinkInRow, "isApart">) => string | undefined,
): Word[] {
  const { type, children, content } = token;
  if (type === "footnote_open") return [createNoteMark(token, language.text, row)];
  if (type === "list_item_open" && token.info) return [createItemMark(token, language.around, row)];
  // The first row of a fence is ``` itself.
  if (type === "fence") return splitWords(content, row + 1);
  if (type === "code_block") return splitWords(content, row);
  return type === "inline" ? readInline(children ?? [], row, language.text, follow) : [];
}

function readInline(
  children: Token[],
  firstRow: number,
  language: string,
  follow: (link: Omit<LinkInRow, "isApart">) => string | undefined,
): Word[] {
  const found: Word[] = [];
  let link: { address: string; words: string } | undefined;
  let text = "";
  let row = firstRow;
  const endText = () => {
    for (const word of splitWords(text, row)) found.push(word);
    row += text.split("\n").length - 1;
    text = "";
  };
  for (const child of children) {
    if (link) link.words += wordsOf(child);
    if (child.type === "softbreak" || child.type === "hardbreak") text += "\n";
    else if (child.type === "text" || child.type === "code_inline") text += child.content;
    else if (child.type === "link_open") link = { address: String(child.attrGet("href")), words: "" };
    else if (child.type === "link_close") {
      const added = follow({ ...link!, row: row + text.split("\n").length - 1 });
      if (added !== undefined) {
        endText();
        found.push(...createAddedWords(added, row));
      }
      link = undefined;
    } else if (child.type === "footnote_ref") {
      endText();
      found.push(createNoteMark(child, language, row));
    }
  }
  endText();
  return found;
}

function wordsOf({ type, content }: Token): string {
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return type === "text" || type === "code_inline" ? content : "";
}

// Words that print adds need not be in the source document.
function createAddedWords(text: string, row: number): Word[] {
  return splitWords(text, row).map((word) => ({ ...word, mark: [] }));
}

// An editor often labels a note with the number that it has in the source document. So where the program sets its own
// number, the source may have that label.
function createNoteMark(token: Token, language: string, row: number): Word {
  const number = noteNumberOf(token);
  const digits = formatInteger(number, language);
  const text = `[${digits}]`;
  return { text, key: text, mark: [digits, String(number), String(token.meta?.["label"] ?? "")], line: row, column: 1 };
}

function createItemMark(token: Token, language: string, row: number): Word {
  const number = Number(token.meta?.["number"]);
  const digits = formatInteger(number, language);
  const text = `${digits}.`;
  return { text, key: text, mark: [digits, String(number), token.info], line: row, column: 1 };
}

// markdown-it gives no columns, and the markup before a word moves it to the right. So each word is searched for in its
// row, after the word before it. What is not in the rest of its row, as the number of a note, is not searched for there
// again.
function findColumns(found: Word[], rows: string[]): Word[] {
  let row = -1;
  let from = 0;
  const absent = new Set<string>();
  return found.map((word) => {
    // Words that print adds are not in the row.
    if (word.mark?.length === 0) return word;
    if (word.line !== row) {
      row = word.line;
      from = 0;
      absent.clear();
    }
    const at = absent.has(word.text) ? -1 : (rows[word.line]?.indexOf(word.text, from) ?? -1);
    if (at >= 0) from = at + word.text.length;
    else absent.add(word.text);
    return { ...word, column: (at >= 0 ? at : from) + 1 };
  });
}
