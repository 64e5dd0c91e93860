import { pieces, type Piece } from "../html/pieces.ts";
import { localDigits } from "../written.ts";
import { columns, wrap } from "./wrap.ts";

/**
 * A compiled text as plain text: lines of at most `width` columns, quotations behind `>`, notes as `[1]` under a rule.
 */
export function plainText(html: string, width: number, language: string): string[] {
  return spaced(blocks(pieces(html), { width, language }));
}

/** How wide a block may be, in columns, and the language whose digits number its lists. */
interface Frame {
  width: number;
  language: string;
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
  if (lines.length === 0) return [mark.trimEnd()];
  return lines.map((line, index) => (index === 0 ? mark + line : line && " ".repeat(columns(mark)) + line));
}

/** Blocks of lines with an empty line between them. */
export function spaced(blocks: string[][]): string[] {
  return blocks
    .filter(({ length }) => length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [""].concat(lines)));
}

type Element = Exclude<Piece, string>;

const setting: Record<string, (element: Element, frame: Frame) => string[][]> = {
  p: paragraph,
  h1: title,
  h2: title,
  h3: title,
  h4: title,
  h5: title,
  h6: title,
  blockquote: (element, frame) => [
    spaced(blocks(element.pieces, inside(element, frame, 2))).map((line) => (line ? `> ${line}` : ">")),
  ],
  ul: list,
  ol: list,
  pre: ({ pieces }) => [
    inline(pieces, true)
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`),
  ],
  hr: () => [["* * *"]],
  tr: ({ pieces }, { width }) => [hanging("", wrap(cells(pieces).join("   "), width))],
  section: ({ attributes, pieces }, frame) => [
    ...(attributes["class"] === "notes" ? [["-".repeat(12)]] : []),
    ...blocks(pieces, frame),
  ],
  aside: note,
  div: within,
  figure: within,
  figcaption: paragraph,
  table: ({ pieces }, frame) => [blocks(pieces, frame).flat()],
  thead: within,
  tbody: within,
};

function blocks(pieces: Piece[], frame: Frame): string[][] {
  const found: string[][] = [];
  let running: Piece[] = [];
  const close = () => {
    const text = inline(running);
    if (text) found.push(wrap(text, frame.width));
    running = [];
  };
  for (const piece of pieces) {
    const set = typeof piece === "string" ? undefined : setting[piece.name];
    if (set) {
      close();
      found.push(...set(piece as Element, frame));
    } else running.push(piece);
  }
  close();
  return found;
}

// The frame of what stands in an element, so many columns narrower.
function inside({ attributes }: Element, { width, language }: Frame, less = 0): Frame {
  return { width: width - less, language: attributes["lang"] ?? language };
}

function within(element: Element, frame: Frame): string[][] {
  return blocks(element.pieces, inside(element, frame));
}

function paragraph({ pieces }: Element, { width }: Frame): string[][] {
  return [wrap(inline(pieces), width)];
}

function title({ pieces }: Element, { width }: Frame): string[][] {
  return [heading(inline(pieces), "-", width)];
}

// A list whose items are paragraphs is set with space between them, as it was written.
function list(element: Element, frame: Frame): string[][] {
  const items = element.pieces.filter((piece) => typeof piece !== "string");
  const { language } = inside(element, frame);
  const loose = items.some((item) => item.pieces.some((piece) => typeof piece !== "string" && piece.name === "p"));
  let number = Number(element.attributes["start"] ?? 1) - 1;
  const set = items.map((item) => {
    number = Number(item.attributes["value"] ?? number + 1);
    const mark = element.name === "ol" ? `${localDigits(number, language)}. ` : "• ";
    const within = blocks(item.pieces, inside(item, { ...frame, language }, columns(mark)));
    return hanging(mark, loose ? spaced(within) : within.flat());
  });
  return loose ? set : [set.flat()];
}

function note(element: Element, frame: Frame): string[][] {
  const isNumber = (piece: Piece) => typeof piece !== "string" && piece.attributes["class"] === "note-number";
  const mark = `[${inline(element.pieces.filter(isNumber))}] `;
  const text = element.pieces.filter((piece) => !isNumber(piece));
  return [hanging(mark, spaced(blocks(text, inside(element, frame, columns(mark)))))];
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
  return decoded(address)
    .toLowerCase()
    .replace(/^(?:mailto:|https?:\/\/)?(?:www\.)?/, "")
    .replace(/\/$/, "");
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
