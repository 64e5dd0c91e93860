import type { Block } from "./writing.ts";

// Finds by whom and when a text is signed: in its last lines.

/** The most lines of a signature, and the most characters of each; chosen by eye. */
const mostLines = 6;
const mostCharacters = 80;

const ofDate = /(?:^|\D)\d{4}(?:\D|$)/;
const ofAddress = /@\S+\.|https?:\/\/|www\./;
const ofDash = /^\\?[–—-] ?\S/;

/** Blocks of which the last is the signature, and its lines; no lines if the text has none. */
export interface Signed {
  blocks: Block[];
  signature: string[];
}

/** Joins the short lines at the end of a text to a signature, if one of them is a date, an address or has a dash. */
export function joinSignature(blocks: Block[]): Signed {
  const last = blocks.at(-1);
  if (last?.text.endsWith("{: .signature }")) return { blocks, signature: last.text.split("\n").slice(0, -1) };
  let first = blocks.length;
  const lines: string[] = [];
  // The first block is not its own signature.
  while (first > 1 && isPossible(blocks[first - 1]!, lines.length)) {
    first--;
    lines.unshift(...linesOf(blocks[first]!));
  }
  // What comes before a dash is the end of the text.
  const dash = lines.findLastIndex((line) => ofDash.test(line));
  const isSigned = lines.some((line) => isDate(line) || ofAddress.test(line) || ofDash.test(line));
  if (!isSigned) return { blocks, signature: [] };
  const kept = dash < 0 ? lines : lines.slice(dash);
  const before = dash < 0 ? [] : lines.slice(0, dash);
  const rest = before.length === 0 ? [] : keepBefore(blocks.slice(first), before.length);
  const text = `${kept.join("\\\n")}\n{: .signature }`;
  return { blocks: [...blocks.slice(0, first), ...rest, { text }], signature: kept };
}

function isPossible(block: Block, found: number): boolean {
  const lines = linesOf(block);
  return (
    block.words !== undefined &&
    block.heading === undefined &&
    found + lines.length <= mostLines &&
    lines.every((line) => line.length <= mostCharacters && !/[.!?:…؟。]["”’»)]*$/.test(line) && !line.startsWith("{:"))
  );
}

function linesOf({ text }: Block): string[] {
  return text.split(/\\\n/);
}

// Returns the blocks that have the first lines of some blocks.
function keepBefore(blocks: Block[], count: number): Block[] {
  const kept: Block[] = [];
  let room = count;
  for (const block of blocks) {
    const lines = linesOf(block).slice(0, room);
    if (lines.length > 0) kept.push({ ...block, text: lines.join("\\\n") });
    room -= lines.length;
  }
  return kept;
}

function isDate(line: string): boolean {
  return line.length < 40 && ofDate.test(line) && /\d{1,2}/.test(line);
}

/** Returns the name in a signature: the first line that is neither a date nor an address. */
export function findSigner(signature: string[]): string | undefined {
  const names = signature.map((line) => line.replace(/^\\?[–—-]\s*/, "").replace(/\\(?=[^\w\s])/g, ""));
  const name = names.find((line) => !isDate(line) && !ofAddress.test(line) && /\p{L}/u.test(line));
  return name?.replace(/[\s,;]+$/, "").replace(/[*[\]]/g, "");
}

/** Returns a date that stands in a line, as front matter has it: 2020-01-31; in English or in the language given. */
export function findDate(line: string, language = "en"): string | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(line);
  if (iso) return toDate(iso[1]!, Number(iso[2]), Number(iso[3]));
  const numeric = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(line);
  if (numeric) return toDate(numeric[3]!, Number(numeric[2]), Number(numeric[1]));
  for (const [name, month] of [...monthNames(language), ...monthNames("en")]) {
    const dayFirst = new RegExp(
      `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er)?\\s+(?:of |de )?${name},?\\s+(?:de )?(\\d{4})`,
      "iu",
    ).exec(line);
    if (dayFirst) return toDate(dayFirst[2]!, month, Number(dayFirst[1]));
    const monthFirst = new RegExp(`(?<!\\p{L})${name}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, "iu").exec(line);
    if (monthFirst) return toDate(monthFirst[2]!, month, Number(monthFirst[1]));
    const alone = new RegExp(`(?<!\\p{L})${name}\\s+(\\d{4})(?!\\d)`, "iu").exec(line);
    if (alone) return `${alone[1]}-${String(month).padStart(2, "0")}`;
  }
  return undefined;
}

function monthNames(language: string): [name: string, month: number][] {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC", calendar: "gregory" });
  return Array.from({ length: 12 }, (_, index) => [format.format(Date.UTC(2020, index, 15)), index + 1]);
}

function toDate(year: string, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
