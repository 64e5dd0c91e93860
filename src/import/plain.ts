import { escapeHtml, noticeHtml } from "./document.ts";
import { isDateOrAddress, isFull, joinLines, longestOf, type WrittenLine, type Paragraph } from "./lines.ts";

// Plain text as HTML: what its writer showed by lines, signs and space becomes paragraphs, lists, headings and notes.

/**
 * The narrowest text that a program has wrapped, in characters. Mail programs wrap at 72 to 78 (RFC 3676, 4.2); this was
 * chosen by eye. The lines of a narrower text are those of its writer, as in a song.
 */
const narrowestText = 45;

/** Returns the HTML of plain text, given as the rows of its file. */
export function textToHtml(rows: string[]): string {
  return plainToHtml(measureLines(rows), narrowestText);
}

/** Returns the HTML of plain text, given as the lines of its document. A text narrower than `narrowest` is not wrapped. */
export function plainToHtml(lines: WrittenLine[], narrowest = 0): string {
  const { body, notes } = takeNotes(joinLines(lines, narrowest).map(undoDash));
  const isMark = new Set(notes.map(({ number }) => number));
  const parts: string[] = [];
  for (let index = 0; index < body.length; index++) {
    const paragraph = body[index]!;
    if (paragraph.kind === "item" || paragraph.kind === "quotation") {
      const start = index;
      while (isSameList(body[index + 1], paragraph)) index++;
      const all = body.slice(start, index + 1);
      parts.push(paragraph.kind === "item" ? listHtml(all, isMark) : quotationHtml(all));
    } else parts.push(paragraphHtml(body, index, isMark));
  }
  const asides = notes.map(
    ({ number, text }) => `<aside data-note="${number}"><p>${inlineHtml(text, isMark)}</p></aside>`,
  );
  return [...parts, ...asides].join("\n");
}

// A dash before the last line is that of a signature, and a dash before a line of a dialogue is no list either.
function undoDash(paragraph: Paragraph, index: number, all: Paragraph[]): Paragraph {
  const { kind, sign, lines } = paragraph;
  const isAlone = [all[index - 1], all[index + 1]].every((other) => other?.sign !== sign);
  if (kind !== "item" || !isAlone || !/^[–—-]$/.test(sign ?? "")) return paragraph;
  return { kind: "paragraph", lines: [`${sign} ${lines[0]}`, ...lines.slice(1)] };
}

function isSameList(next: Paragraph | undefined, { kind, number }: Paragraph): boolean {
  return next?.kind === kind && (next.number === undefined) === (number === undefined);
}

function listHtml(items: Paragraph[], marks: Set<number>): string {
  const name = items[0]!.number === undefined ? "ul" : "ol";
  const rows = items.map(({ lines, number }) => {
    const value = number === undefined ? "" : ` value="${number}"`;
    return `<li${value}>${linesHtml(lines, marks)}</li>`;
  });
  return `<${name}>${rows.join("")}</${name}>`;
}

// What is quoted was wrapped too, often twice.
function quotationHtml(quoted: Paragraph[]): string {
  const lines = quoted.flatMap((paragraph) => paragraph.lines);
  return `<blockquote>${textToHtml(lines)}</blockquote>`;
}

/** The most characters of a line that is taken for a title or a heading; chosen by eye. */
const longestHeading = 90;

/** How many more characters than such a line the paragraph after it has at least; chosen by eye. */
const leastAfterHeading = 80;

function paragraphHtml(all: Paragraph[], index: number, marks: Set<number>): string {
  const { kind, lines, level = 2 } = all[index]!;
  const inside = linesHtml(lines, marks);
  if (kind === "rule") return lines.length === 0 ? "<hr>" : "";
  if (kind === "heading") return `<h${level}>${inside}</h${level}>`;
  if (isHeading(all, index)) {
    const isTitle = index === 0;
    const notice = noticeHtml(`This line was taken for ${isTitle ? "the title" : "a heading"}, by its place alone.`);
    return isTitle ? `<h1>${notice}${inside}</h1>` : `<h2>${notice}${inside}</h2>`;
  }
  return `<p>${noticesOf(all[index]!)}${inside}</p>`;
}

function noticesOf({ isMended, joined = [] }: Paragraph): string {
  const sentences = [
    ...(isMended ? ["An empty line in the middle of a sentence here was taken for the end of a page."] : []),
    ...(joined.length > 0
      ? [
          `Words that are divided at the ends of lines were joined: “${joined.join("”, “")}”. Has one a hyphen of its own?`,
        ]
      : []),
  ];
  return sentences.map(noticeHtml).join("");
}

function isHeading(all: Paragraph[], index: number): boolean {
  const { lines } = all[index]!;
  const text = lines.join(" ");
  const next = all[index + 1];
  if (lines.length > 2 || text.length > longestHeading || !/\p{L}/u.test(text)) return false;
  if (isDateOrAddress.test(text)) return false;
  if (/[.,;:،؛]["”’]?$/.test(text) || (index > 0 && /[!?؟]["”’]?$/.test(text))) return false;
  if (index > 0 && lines.length > 1) return false;
  return next?.kind === "paragraph" && next.lines.join(" ").length > text.length + leastAfterHeading;
}

function linesHtml(lines: string[], marks: Set<number>): string {
  return lines.map((line) => inlineHtml(line, marks)).join("<br>");
}

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'’”])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

function inlineHtml(text: string, marks: Set<number>): string {
  let html = "";
  let from = 0;
  for (const match of text.matchAll(address)) {
    const shown = escapeHtml(match[0]);
    html += `${withMarks(text.slice(from, match.index), marks)}<a href="${match[2] ? "mailto:" : ""}${shown}">${shown}</a>`;
    from = match.index + match[0].length;
  }
  return html + withMarks(text.slice(from), marks);
}

function withMarks(text: string, marks: Set<number>): string {
  return escapeHtml(text).replace(/ ?\[(\d{1,3})\]/g, (whole, number: string) =>
    marks.has(Number(number)) ? `<sup data-note="${number}"></sup>` : whole,
  );
}

interface PlainNote {
  number: number;
  text: string;
}

// Notes stand at the end, each after its number in brackets, and the text has the same numbers in brackets, in order.
function takeNotes(all: Paragraph[]): { body: Paragraph[]; notes: PlainNote[] } {
  const notes: PlainNote[] = [];
  let end = all.length;
  while (end > 0) {
    const [, number, text] = /^\[(\d{1,3})\]\s*(\S.*)$/s.exec(all[end - 1]!.lines.join(" ")) ?? [];
    if (number === undefined || all[end - 1]!.kind !== "paragraph") break;
    notes.unshift({ number: Number(number), text: text! });
    end--;
  }
  const body = all.slice(0, end);
  const words = body.flatMap(({ lines }) => lines).join(" ");
  const isComplete = notes.every(({ number }, index) => number === index + 1 && words.includes(`[${number}]`));
  return notes.length > 0 && isComplete ? { body, notes } : { body: all, notes: [] };
}

// The widths of letters in a common typeface, next to that of most: texts that were copied from a page were wrapped by
// these. Chosen by eye.
const narrow = /[iljtfrI.,;:!'’‘“”"()[\]|\s]/g;
const wide = /[mwMWA-HJ-Z@%—]/g;

/**
 * Returns lines with their widths, without the empty ones. Texts of typewriters and mails are wrapped by the number of
 * their letters, those copied from a page by the widths of the letters: of the two the one is taken that explains more
 * of the ends of lines.
 */
function measureLines(rows: string[]): WrittenLine[] {
  const [byNumber, byWidth] = [(text: string) => text.length, estimateWidth].map((measure) => measureBy(rows, measure));
  return explain(byNumber!) >= explain(byWidth!) ? byNumber! : byWidth!;
}

function estimateWidth(text: string): number {
  return text.length - 0.5 * (text.match(narrow)?.length ?? 0) + 0.3 * (text.match(wide)?.length ?? 0);
}

function measureBy(rows: string[], measure: (text: string) => number): WrittenLine[] {
  const lines: WrittenLine[] = [];
  let isApart = true;
  for (const row of rows) {
    const text = row.replace(/[ \t]+/g, " ").trim();
    if (text === "") isApart = true;
    else {
      lines.push({ text, width: measure(text), firstWord: measure(`${text.split(" ")[0]!} `), isApart });
      isApart = false;
    }
  }
  return lines;
}

// Returns of how many lines that were wrapped without doubt, because a small letter follows, the width says so too.
function explain(lines: WrittenLine[]): number {
  const width = longestOf(lines);
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    return next && !next.isApart && /^\p{Ll}/u.test(next.text) && isFull(line, next, width);
  }).length;
}
