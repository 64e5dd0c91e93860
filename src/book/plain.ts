import { pieces, type Piece } from "../html.ts";
import { columns, wrap } from "./wrap.ts";

/** A compiled text as plain text: lines of at most `width` columns, quotations behind `>`, notes as `[1]` under a rule. */
export function plainText(html: string, width: number): string[] {
  return spaced(blocks(pieces(html), width));
}

/** A line of HTML as plain text. */
export function plainLine(html: string): string {
  return inline(pieces(html)).replaceAll("\n", " ");
}

/** A heading over a rule as long as itself. */
export function heading(text: string, rule: "=" | "-", width: number): string[] {
  const lines = wrap(text, width);
  return [...lines, rule.repeat(Math.max(3, ...lines.map(columns)))];
}

/** Lines behind a mark, the others set in by as much. */
export function hanging(mark: string, lines: string[]): string[] {
  return lines.map((line, index) => (index === 0 ? mark + line : line && " ".repeat(columns(mark)) + line));
}

/** Blocks of lines with an empty line between them. */
export function spaced(blocks: string[][]): string[] {
  return blocks.filter(({ length }) => length > 0).flatMap((lines, index) => (index === 0 ? lines : [""].concat(lines)));
}

type Element = Exclude<Piece, string>;

const setting: Record<string, (element: Element, width: number) => string[][]> = {
  p: paragraph,
  h1: title,
  h2: title,
  h3: title,
  h4: title,
  h5: title,
  h6: title,
  blockquote: ({ pieces }, width) => [spaced(blocks(pieces, width - 2)).map((line) => (line ? `> ${line}` : ">"))],
  ul: list,
  ol: list,
  pre: ({ pieces }) => [inline(pieces, true).trimEnd().split("\n").map((line) => `    ${line}`)],
  hr: () => [["* * *"]],
  tr: ({ pieces }, width) => [hanging("", wrap(cells(pieces).join("   "), width))],
  section: ({ attributes, pieces }, width) => [...(attributes["class"] === "notes" ? [["-".repeat(12)]] : []), ...blocks(pieces, width)],
  aside: note,
  div: within,
  figure: within,
  figcaption: paragraph,
  table: ({ pieces }, width) => [blocks(pieces, width).flat()],
  thead: within,
  tbody: within,
};

function blocks(pieces: Piece[], width: number): string[][] {
  const found: string[][] = [];
  let running: Piece[] = [];
  const close = () => {
    const text = inline(running);
    if (text) found.push(wrap(text, width));
    running = [];
  };
  for (const piece of pieces) {
    const set = typeof piece === "string" ? undefined : setting[piece.name];
    if (set) {
      close();
      found.push(...set(piece as Element, width));
    } else running.push(piece);
  }
  close();
  return found;
}

function within({ pieces }: Element, width: number): string[][] {
  return blocks(pieces, width);
}

function paragraph({ pieces }: Element, width: number): string[][] {
  return [wrap(inline(pieces), width)];
}

function title({ pieces }: Element, width: number): string[][] {
  return [heading(inline(pieces), "-", width)];
}

// A list whose items are paragraphs is set with space between them, as it was written.
function list({ name, attributes, pieces }: Element, width: number): string[][] {
  const items = pieces.filter((piece) => typeof piece !== "string");
  const first = Number(attributes["start"] ?? 1);
  const loose = items.some((item) => item.pieces.some((piece) => typeof piece !== "string" && piece.name === "p"));
  const set = items.map((item, index) => {
    const mark = name === "ol" ? `${first + index}. ` : "• ";
    const inside = blocks(item.pieces, width - columns(mark));
    return hanging(mark, loose ? spaced(inside) : inside.flat());
  });
  return loose ? set : [set.flat()];
}

function note({ pieces }: Element, width: number): string[][] {
  const isNumber = (piece: Piece) => typeof piece !== "string" && piece.attributes["class"] === "note-number";
  const mark = `[${inline(pieces.filter(isNumber))}] `;
  const text = pieces.filter((piece) => !isNumber(piece));
  return [hanging(mark, spaced(blocks(text, width - columns(mark))))];
}

function cells(pieces: Piece[]): string[] {
  return pieces.flatMap((piece) => (typeof piece === "string" ? [] : [inline(piece.pieces)]));
}

function inline(pieces: Piece[], asItStands = false): string {
  const text = pieces.map((piece) => phrase(piece, asItStands)).join("");
  return asItStands ? text : text.replace(/ *\n */g, "\n").trim();
}

function phrase(piece: Piece, asItStands: boolean): string {
  if (typeof piece === "string") return asItStands ? piece : piece.replace(/[ \t\n\r]+/g, " ");
  if (piece.name === "br") return "\n";
  const text = piece.pieces.map((inside) => phrase(inside, asItStands)).join("");
  if (piece.attributes["class"] === "noteref") return `[${text}]`;
  const address = piece.attributes["href"] ?? "";
  return /^(?:https?|mailto):/.test(address) && bare(address) !== bare(text) ? `${text} <${address}>` : text;
}

function bare(address: string): string {
  return decoded(address).toLowerCase().replace(/^(?:mailto:|https?:\/\/)?(?:www\.)?/, "").replace(/\/$/, "");
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
