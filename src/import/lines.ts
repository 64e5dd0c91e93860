// Joins lines that somebody's program has wrapped to paragraphs, and keeps the ends of lines that somebody wrote.

/** A line of a document, with its width in whatever unit the document has. */
export interface WrittenLine {
  text: string;
  width: number;
  /** The width of its first word. */
  firstWord: number;
  /** Whether an empty line, or as much space, is before it. */
  isApart: boolean;
  /** Whether it is the first line of a page. */
  beginsPage?: boolean;
  /** The level of the heading of which its type is, if it is larger than that of the text. */
  heading?: number;
}

/** Lines that belong together. A paragraph has the lines that were written as lines; the wrapped ones are joined. */
export interface Paragraph {
  kind: "paragraph" | "item" | "quotation" | "rule" | "heading";
  lines: string[];
  /** The number of an item of a list, or else its sign. */
  number?: number;
  sign?: string;
  /** The level of a heading, if the document tells it. */
  level?: number;
  /** Whether an empty line in the document divides it, which was taken for the end of a page. */
  isMended?: true;
  /** Words that ends of lines divide and that were joined, though the document has them nowhere else. */
  joined?: string[];
}

/** What of the width of the text a line has at least that is not the last of its paragraph; chosen by eye. */
const fullShare = 0.96;

/** Below this share of the width, no line of a paragraph is wrapped: it is verse, an address, a list without signs. */
const verseShare = 0.75;

const bullet = /^([•◦▪▫‣⁃·●■□►➢✓\uf0b7\uf0a7*]|[-–—](?=\s))\s+(?=\S)/;
const numbered = /^(\d{1,3})[.)]\s+(?=\S)/;
const rule = /^(?:\*\s*\*\s*\*[\s*]*|-{3,}|_{3,}|={3,}|—{3,}|⁂)$/;
const endsSentence = /[.!?…:؟۔。：;][\p{Pf}\p{Pe}"'’”]*(?:\[\d+\])*$/u;
/** Matches a line that has nothing but a date or an address. */
export const isDateOrAddress =
  /^(?:\p{L}*,? ?\d{1,2}(?:\.|st|nd|rd|th)? \p{L}+,? \d{4}|\p{L}+ \d{1,2},? \d{4}|(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?)[;,.]?$/u;
const beginsSmall = /^["'“‘«([]*\p{Ll}/u;

/** Returns the paragraphs of lines. If all lines are narrower than `narrowest`, none was wrapped by a program. */
export function joinLines(lines: WrittenLine[], narrowest: number): Paragraph[] {
  const width = lines.every((line) => line.width < narrowest) ? Infinity : findWidth(lines);
  const known = findWholeWords(lines);
  return splitChunks(lines, width).flatMap((chunk) => readChunk(chunk, width, known));
}

/**
 * Returns the width to which a text is wrapped: that of its longest lines, but for the few that have an address in
 * them. Returns infinity for a text that is not wrapped, each of whose lines is a paragraph or a verse.
 */
function findWidth(lines: WrittenLine[]): number {
  const width = longestOf(lines);
  const pairs = lines.slice(1).flatMap((next, index) => (next.isApart ? [] : [{ line: lines[index]!, next }]));
  const full = pairs.filter(({ line, next }) => isFull(line, next, width));
  return pairs.length > 0 && full.length >= pairs.length / 3 ? width : Infinity;
}

/** Returns the width of the longest lines, but for three in a hundred. */
export function longestOf(lines: WrittenLine[]): number {
  const widths = lines.map(({ width }) => width).sort((a, b) => a - b);
  return widths[Math.floor(0.97 * (widths.length - 1))] ?? 0;
}

/** The share that a line has at least if it ends with a sentence, as the last line of a paragraph does; by eye too. */
const fullShareOfSentence = 0.88;

/** Returns whether the first word of the next line had no room in this one. */
export function isFull(line: WrittenLine, next: WrittenLine, width: number): boolean {
  const isPerhapsLast = endsSentence.test(line.text) && !beginsSmall.test(next.text);
  if (isPerhapsLast && line.width < fullShareOfSentence * width) return false;
  return line.width + next.firstWord > fullShare * width;
}

interface Chunk {
  lines: WrittenLine[];
  isMended?: true;
}

// Divides at empty lines, but not where the end of a page divides a sentence.
function splitChunks(lines: WrittenLine[], width: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of lines) {
    const chunk = chunks.at(-1);
    const last = chunk?.lines.at(-1);
    const isGoingOn =
      last !== undefined &&
      isFull(last, line, width) &&
      !endsSentence.test(last.text) &&
      (beginsSmall.test(line.text) || (line.beginsPage === true && !isMarked(line.text)));
    const isNew = line.isApart || line.beginsPage === true;
    if (chunk && line.heading === last!.heading && (!isNew || isGoingOn)) {
      chunk.lines.push(line);
      if (isNew && !line.beginsPage) chunk.isMended = true;
    } else chunks.push({ lines: [line] });
  }
  return chunks;
}

function isMarked(text: string): boolean {
  return bullet.test(text) || numbered.test(text) || rule.test(text) || text.startsWith(">");
}

function readChunk({ lines, isMended }: Chunk, usualWidth: number, known: Set<string>): Paragraph[] {
  const width = widthOf(lines, usualWidth);
  const level = lines[0]!.heading;
  if (level) return [{ kind: "heading", level, lines: [lines.map(({ text }) => text).join(" ")] }];
  const found: Paragraph[] = [];
  const isVerse =
    lines.length > 1 &&
    Number.isFinite(width) &&
    lines.every((line) => line.width < verseShare * width && !isMarked(line.text));
  const last = () => found.at(-1)!;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const opened = openParagraph(line.text, found.at(-1));
    if (opened) found.push(opened);
    else if (!before || found.length === 0 || last().kind === "rule" || last().kind === "heading") {
      found.push({ kind: "paragraph", lines: [line.text] });
    } else if (!isVerse && isWrapped(lines, index, width)) {
      joinLine(last(), line.text, known);
    } else if (endsSentence.test(before.text) && !isVerse && Number.isFinite(width)) {
      found.push({ kind: "paragraph", lines: [line.text] });
    } else last().lines.push(line.text);
  }
  if (isMended) found[0]!.isMended = true;
  return found;
}

/** The share of its longest line that the lines of a paragraph have at least if it is wrapped to a width of its own. */
const evenShare = 0.85;

// Quotations and introductions are often narrower than the rest.
function widthOf(lines: WrittenLine[], usual: number): number {
  const own = Math.max(...lines.map(({ width }) => width));
  const isEven = lines.slice(0, -1).every(({ width }) => width >= evenShare * own);
  const isProse = lines.slice(0, -1).some(({ text }) => !endsSentence.test(text));
  return lines.length > 2 && isEven && isProse && own >= verseShare * usual ? own : usual;
}

// The words of the document, without those that the ends of lines divide.
function findWholeWords(lines: WrittenLine[]): Set<string> {
  return new Set(
    lines.flatMap(({ text }, index) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-?/gu) ?? [];
      return words.slice(/[-\u00ad]$/.test(lines[index - 1]?.text ?? "") ? 1 : 0);
    }),
  );
}

/** The fewest letters of a part of a compound; chosen by eye. */
const fewestLetters = 3;

// A word that the end of a line divides loses its hyphen, unless the document has it with a hyphen elsewhere too, or both
// of its parts as words.
function joinLine(paragraph: Paragraph, after: string, known: Set<string>): void {
  const before = paragraph.lines.pop()!;
  const [, first] = /(\p{L}[\p{L}\p{N}]*)[-\u00ad]$/u.exec(before) ?? [];
  const [second] = /^\p{Ll}[\p{L}\p{N}]*/u.exec(after) ?? [];
  if (!first || !second) {
    paragraph.lines.push(`${before} ${after}`);
    return;
  }
  const parts = [first, second].map((part) => part.toLowerCase());
  const isWord = known.has(parts.join(""));
  const isCompound =
    known.has(parts.join("-")) || (!isWord && parts.every((part) => part.length >= fewestLetters && known.has(part)));
  if (!isCompound && !isWord) (paragraph.joined ??= []).push(first + second);
  paragraph.lines.push((isCompound ? before : before.slice(0, -1)) + after);
}

// Returns the paragraph that a line begins by a sign of its own, or what it makes of the one before it.
function openParagraph(text: string, before: Paragraph | undefined): Paragraph | undefined {
  if (text.startsWith(">")) return { kind: "quotation", lines: [text.replace(/^>\s?/, "")] };
  if (rule.test(text)) {
    const isUnderline = /^[-=]+$/.test(text) && before?.kind === "paragraph" && before.lines.length === 1;
    if (!isUnderline) return { kind: "rule", lines: [] };
    before.kind = "heading";
    return { kind: "rule", lines: ["underline"] };
  }
  const sign = bullet.exec(text)?.[1];
  if (sign) return { kind: "item", lines: [text.replace(bullet, "")], sign };
  const number = numbered.exec(text)?.[1];
  return number ? { kind: "item", lines: [text.replace(numbered, "")], number: Number(number) } : undefined;
}

// Returns whether the end of the line before was made by wrapping. Beside an image at the beginning, lines are narrower.
function isWrapped(lines: WrittenLine[], index: number, width: number): boolean {
  const [before, line] = [lines[index - 1]!, lines[index]!];
  if (!Number.isFinite(width) || isDateOrAddress.test(line.text) || isDateOrAddress.test(before.text)) return false;
  if (isFull(before, line, width) || beginsSmall.test(line.text)) return true;
  const isBesideImage = index > 2 && lines.slice(index, index + 8).some((one) => one.width > verseShare * width);
  const narrow = longestOf(lines.slice(Math.max(0, index - 4), index));
  return (
    isBesideImage && narrow < verseShare * width && !endsSentence.test(before.text) && isFull(before, line, narrow)
  );
}
