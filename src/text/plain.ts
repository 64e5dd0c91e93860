import { showsAddress } from "../addresses.ts";
import { readPieces, type Piece } from "../html/pieces.ts";
import { formatInteger } from "../locale-format.ts";
import { drawTable, type Cell } from "./table.ts";
import { countColumns, wrapText } from "./wrap.ts";

/**
 * Returns a text that was compiled to HTML as lines of plain text, of at most `width` columns: quotations after `>`,
 * notes as `[1]` under a rule.
 */
export function renderPlainText(html: string, width: number, language: string): string[] {
  return joinBlocks(renderBlocks(readPieces(html), { width, language }));
}

/** Returns a line of HTML as plain text. */
export function renderPlainLine(html: string): string {
  return renderInline(readPieces(html)).replaceAll("\n", " ");
}

/** Returns a heading with a rule under it that is as long as its longest line, in columns. */
export function underlineHeading(text: string, rule: "=" | "-", width: number): string[] {
  const lines = wrapText(text, width);
  return [...lines, rule.repeat(Math.max(3, ...lines.map(countColumns)))];
}

/** Returns lines of which the first begins with a mark and the others are indented by the width of the mark. */
export function hangLines(mark: string, lines: string[]): string[] {
  if (lines.length === 0) return [mark.trimEnd()];
  return lines.map((line, index) => (index === 0 ? mark + line : line && " ".repeat(countColumns(mark)) + line));
}

/** Returns the lines of several blocks with an empty line between two blocks. */
export function joinBlocks(blocks: string[][]): string[] {
  return blocks
    .filter(({ length }) => length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [""].concat(lines)));
}

type Element = Exclude<Piece, string>;

/** How wide a block may be, in columns, and the language whose digits its lists are numbered in. */
interface Frame {
  width: number;
  language: string;
}

/** Renders an element as blocks of lines. */
type Renderer = (element: Element, frame: Frame) => string[][];

/** The columns of `> ` before a quotation. */
const quotationIndent = 2;

const noteRule = "-".repeat(12);

const renderers: Record<string, Renderer> = {
  p: renderParagraph,
  h1: renderHeading,
  h2: renderHeading,
  h3: renderHeading,
  h4: renderHeading,
  h5: renderHeading,
  h6: renderHeading,
  blockquote: (element, frame) => [
    joinBlocks(renderBlocks(element.pieces, frameInside(element, frame, quotationIndent))).map((line) =>
      line ? `> ${line}` : ">",
    ),
  ],
  ul: renderList,
  ol: renderList,
  pre: ({ pieces }) => [
    renderInline(pieces, true)
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`),
  ],
  hr: () => [["* * *"]],
  section: ({ attributes, pieces }, frame) => [
    ...(attributes["class"] === "notes" ? [[noteRule]] : []),
    ...renderBlocks(pieces, frame),
  ],
  aside: renderNote,
  div: renderContents,
  figure: renderContents,
  figcaption: renderLines,
  table: renderTable,
};

// Text and inline elements between two block elements become a block.
function renderBlocks(pieces: Piece[], frame: Frame): string[][] {
  const blocks: string[][] = [];
  let inline: Piece[] = [];
  const endInline = () => {
    const text = renderInline(inline);
    if (text) blocks.push(wrapText(text, frame.width));
    inline = [];
  };
  for (const piece of pieces) {
    const render = typeof piece === "string" ? undefined : renderers[piece.name];
    if (render) {
      endInline();
      blocks.push(...render(piece as Element, frame));
    } else inline.push(piece);
  }
  endInline();
  return blocks;
}

// Returns the frame for what is in an element, narrower by an indent in columns.
function frameInside({ attributes }: Element, { width, language }: Frame, indent = 0): Frame {
  return { width: width - indent, language: attributes["lang"] ?? language };
}

function renderContents(element: Element, frame: Frame): string[][] {
  return renderBlocks(element.pieces, frameInside(element, frame));
}

// The blocks of a caption have no empty lines between them.
function renderLines(element: Element, frame: Frame): string[][] {
  return [renderContents(element, frame).flat()];
}

function renderParagraph({ pieces }: Element, { width }: Frame): string[][] {
  return [wrapText(renderInline(pieces), width)];
}

function renderHeading({ pieces }: Element, { width }: Frame): string[][] {
  return [underlineHeading(renderInline(pieces), "-", width)];
}

function renderTable({ pieces }: Element, { width }: Frame): string[][] {
  const parts = elementsIn(pieces);
  const rows = parts.flatMap((part) => elementsIn(part.pieces).map((row) => elementsIn(row.pieces).map(readCell)));
  return [drawTable(rows, parts[0]?.name === "thead", width)];
}

function readCell({ attributes, pieces }: Element): Cell {
  return {
    text: renderInline(pieces),
    side: /\b(?:number|align-right)\b/.test(attributes["class"] ?? "") ? "right" : "left",
    tail: countColumns(attributes["data-tail"] ?? ""),
  };
}

function elementsIn(pieces: Piece[]): Element[] {
  return pieces.filter((piece) => typeof piece !== "string");
}

// markdown-it puts the items of a list into paragraphs if the writer left empty lines between them; such a list has
// empty lines here too.
function renderList(element: Element, frame: Frame): string[][] {
  const items = elementsIn(element.pieces);
  const { language } = frameInside(element, frame);
  const isLoose = items.some((item) => item.pieces.some((piece) => typeof piece !== "string" && piece.name === "p"));
  let number = Number(element.attributes["start"] ?? 1) - 1;
  const isProgramme = /\bprogramme\b/.test(element.attributes["class"] ?? "");
  const parts = items.map((item) => (isProgramme ? splitTime(item) : { time: "", rest: item }));
  const widest = Math.max(...parts.map(({ time }) => time.length));
  const markOf = (item: Element, time: string): string => {
    if (isProgramme) return `${time.padStart(widest)}  `;
    number = Number(item.attributes["value"] ?? number + 1);
    return element.name === "ol" ? `${formatInteger(number, language)}. ` : "• ";
  };
  const blocks = parts.map(({ time, rest: item }) => {
    const mark = markOf(item, time);
    const contents = renderBlocks(item.pieces, frameInside(item, { ...frame, language }, countColumns(mark)));
    return hangLines(mark, isLoose ? joinBlocks(contents) : contents.flat());
  });
  return isLoose ? blocks : [blocks.flat()];
}

// Separates an item of a programme into its time, if it has one, and the rest.
function splitTime(item: Element): { time: string; rest: Element } {
  const at = item.pieces.findIndex((piece) => typeof piece !== "string" || piece.trim() !== "");
  const first = item.pieces[at];
  if (typeof first !== "object") return { time: "", rest: item };
  if (first.attributes["class"] === "time")
    return { time: renderInline(first.pieces), rest: { ...item, pieces: item.pieces.toSpliced(at, 1) } };
  const { time, rest } = first.name === "p" ? splitTime(first) : { time: "", rest: first };
  return { time, rest: { ...item, pieces: item.pieces.with(at, rest) } };
}

function renderNote(element: Element, frame: Frame): string[][] {
  const isNumber = (piece: Piece) => typeof piece !== "string" && piece.attributes["class"] === "note-number";
  const mark = `[${renderInline(element.pieces.filter(isNumber))}] `;
  const contents = element.pieces.filter((piece) => !isNumber(piece));
  return [hangLines(mark, joinBlocks(renderBlocks(contents, frameInside(element, frame, countColumns(mark)))))];
}

// The spaces with which a line of verse begins do not collapse, so they stay.
function renderInline(pieces: Piece[], keepsSpace = false): string {
  const text = pieces.map((piece) => renderPiece(piece, keepsSpace)).join("");
  return keepsSpace
    ? text
    : text
        .replace(/ *\n */g, "\n")
        .replace(/^[ \n]+/, "")
        .trimEnd();
}

function renderPiece(piece: Piece, keepsSpace: boolean): string {
  if (typeof piece === "string") return keepsSpace ? piece : piece.replace(/[ \t\n\r]+/g, " ");
  if (piece.name === "br") return "\n";
  const text = piece.pieces.map((child) => renderPiece(child, keepsSpace)).join("");
  if (piece.attributes["class"] === "noteref") return `[${text}]`;
  const address = piece.attributes["href"] ?? "";
  return /^(?:https?|mailto|tel):/.test(address) && !showsAddress(text, address) ? `${text} <${address}>` : text;
}
