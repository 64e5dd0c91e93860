import type { PDFPageProxy } from "../pdfjs.ts";
import { cleanText } from "./document.ts";

/** A line of a page of a PDF. */
export interface PdfLine {
  text: string;
  /** From 1. */
  page: number;
  /** Its left end and its width, and its baseline above the lower edge of the page, in pt. */
  x: number;
  y: number;
  width: number;
  /** The size of most of its letters, in pt. */
  size: number;
}

/** A piece of a line, as pdf.js finds it. */
interface Piece {
  str: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

// Baselines that differ by less than this share of the type size are one line: notes' numbers are raised.
const sameLine = 0.5;

// A gap of more than this share of the type size is a space; one of many times the size divides columns.
const spaceGap = 0.15;
const columnGap = 3;

/** Returns the lines of a page in the order in which they were drawn, which is that of reading. */
export async function readPageLines(page: PDFPageProxy, number: number): Promise<PdfLine[]> {
  const { items } = await page.getTextContent();
  const lines: Piece[][] = [];
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const [a, b, , , x, y] = item.transform as number[];
    const piece = { str: item.str, x: x!, y: y!, width: item.width, size: Math.hypot(a!, b!) };
    const line = lines.at(-1);
    if (line && isSameLine(line, piece)) line.push(piece);
    else if (piece.str.trim() !== "") lines.push([piece]);
  }
  return lines.map((pieces) => toLine(pieces, number)).filter(({ text }) => text !== "");
}

function isSameLine(line: Piece[], piece: Piece): boolean {
  const last = line.findLast(({ str }) => str.trim() !== "") ?? line.at(-1)!;
  const size = Math.max(last.size, piece.size);
  if (Math.abs(last.y - piece.y) > sameLine * size) return false;
  if (piece.str.trim() === "") return true;
  const gap = piece.x >= last.x ? piece.x - (last.x + last.width) : last.x - (piece.x + piece.width);
  return gap < columnGap * size;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function toLine(pieces: Piece[], page: number): PdfLine {
  const size = findUsual(pieces.map(({ size, str }) => ({ value: size, weight: str.trim().length })));
  const baseline = findUsual(pieces.map(({ y, str }) => ({ value: y, weight: str.trim().length })));
  const letters = pieces.filter(({ str }) => str.trim() !== "");
  const isRightToLeft = letters.filter(({ str }) => rightToLeft.test(str)).length > letters.length / 2;
  const ordered = isRightToLeft ? letters.toSorted((one, other) => other.x - one.x) : letters;
  let text = "";
  for (const [index, piece] of ordered.entries()) {
    const before = ordered[index - 1];
    const gap = before ? (isRightToLeft ? before.x - piece.x - piece.width : piece.x - before.x - before.width) : 0;
    const isRaised = piece.size < 0.9 * size && piece.y > baseline + 0.1 * size && /^\d{1,3}$/.test(piece.str.trim());
    if (gap > spaceGap * size && !/\s$/.test(text)) text += " ";
    text += isRaised ? `[${piece.str.trim()}]` : piece.str;
  }
  const left = Math.min(...letters.map(({ x }) => x));
  const right = Math.max(...letters.map(({ x, width }) => x + width));
  return { text: cleanText(text).replace(/\s+/g, " ").trim(), page, x: left, y: baseline, width: right - left, size };
}

/** Returns the value with the most weight, rounded to a tenth. */
export function findUsual(values: { value: number; weight: number }[]): number {
  const weights = new Map<number, number>();
  for (const { value, weight } of values) {
    const rounded = Math.round(value * 10) / 10;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}
