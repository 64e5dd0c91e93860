import { openWithPdfjs } from "../pdfjs.ts";
import { UnreadableDocument, type Contents, type Received } from "./document.ts";
import type { WrittenLine } from "./lines.ts";
import { findUsual, readPageLines, type PdfLine } from "./pdf-lines.ts";
import { plainToHtml } from "./plain.ts";

/** The fewest characters of a page with text, on average: a scanned page may have a stamp or a number. By eye. */
const leastCharacters = 20;

/** Reads a PDF that has text. Throws an UnreadableDocument if it has none, a password or a fault. */
export async function readPdfDocument(bytes: Uint8Array): Promise<Received> {
  const { pages, title, author } = await readPages(bytes);
  const all = pages.flat();
  if (all.reduce((sum, { text }) => sum + text.length, 0) < leastCharacters * pages.length) {
    throw new UnreadableDocument(
      "has pages that are images, without text",
      "Ask for the document from which it was made, or have its text recognised (OCR).",
    );
  }
  const usualSize = findUsual(all.map(({ size, text }) => ({ value: size, weight: text.length })));
  const furniture = findFurniture(pages);
  const lines = moveNotes(
    all.filter((line) => !furniture.has(line)),
    usualSize,
  );
  return {
    words: lines.map(({ text }) => text).join("\n"),
    placeOf: (line) => `, page ${lines[line - 1]?.page ?? pages.length}`,
    readContents: async (): Promise<Contents> => ({
      html: plainToHtml(toLines(lines, usualSize)),
      images: new Map(),
      facts: { title, author },
      notices: [
        "A PDF has lines and no paragraphs: look at where paragraphs begin, at headings, and at emphasis, which is lost.",
        ...noticeFurniture(furniture),
      ],
    }),
  };
}

async function readPages(bytes: Uint8Array): Promise<{ pages: PdfLine[][]; title?: string; author?: string }> {
  const task = openWithPdfjs(bytes);
  try {
    const pdf = await task.promise;
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push(await readPageLines(page, number));
      page.cleanup();
    }
    const { Title, Author } = (await pdf.getMetadata()).info as { Title?: string; Author?: string };
    return { pages, title: Title?.trim() || undefined, author: Author?.trim() || undefined };
  } catch (error) {
    throw explain(error);
  } finally {
    await task.destroy();
  }
}

// pdf.js tells its errors by their names.
function explain(error: unknown): unknown {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException")
    return new UnreadableDocument("has a password", "Open it with the password, and print it into a new PDF.");
  if (/^(?:InvalidPDFException|FormatError|XRefParseException|UnknownErrorException)$/.test(name))
    return new UnreadableDocument("is damaged", "Ask for it again, or save it again.");
  return error;
}

/** How many lines at the head and at the foot of a page may be running heads and folios. */
const mostFurniture = 2;

/** On how many more pages a running head is, unless the document has fewer; chosen by eye. */
const fewestRepeats = 2;

/** By how much the places of a running head differ between pages, in pt; chosen by eye. */
const samePlace = 4;

// A running head or folio has the same words, but for numbers, at the same height on several pages. What is at such a
// height on any page is furniture too: the name of a chapter that has a single page.
function findFurniture(pages: PdfLine[][]): Set<PdfLine> {
  const candidates = pages.flatMap((lines) => {
    const sorted = lines.toSorted((one, other) => other.y - one.y);
    return [...new Set([...sorted.slice(0, mostFurniture), ...sorted.slice(-mostFurniture)])];
  });
  const isAtHeightOf = (one: PdfLine, other: PdfLine) =>
    one.page !== other.page && Math.abs(one.y - other.y) < samePlace && Math.abs(one.size - other.size) < 1;
  const least = Math.min(fewestRepeats, pages.length - 1);
  const repeated = candidates.filter((one) => {
    const alike = candidates.filter(
      (other) => isAtHeightOf(one, other) && withoutNumbers(one) === withoutNumbers(other),
    );
    return least > 0 && new Set(alike.map(({ page }) => page)).size >= least;
  });
  const isUsualHeight = (line: PdfLine) =>
    repeated.filter((other) => isAtHeightOf(line, other)).length > pages.length / 3;
  return new Set([...repeated, ...candidates.filter(isUsualHeight)]);
}

function withoutNumbers({ text }: PdfLine): string {
  return text.replace(/\p{Nd}+/gu, "#").toLowerCase();
}

function noticeFurniture(furniture: Set<PdfLine>): string[] {
  if (furniture.size === 0) return [];
  const shown = new Map([...furniture].map((line) => [withoutNumbers(line), line.text]));
  return [
    `Running heads and page numbers were left out (${furniture.size} lines): “${[...shown.values()].join("”, “")}”.`,
  ];
}

// Notes are at the foot of a page, in smaller type, each after its number. They are read after the text.
function moveNotes(lines: PdfLine[], usualSize: number): PdfLine[] {
  const notes: PdfLine[] = [];
  const body: PdfLine[] = [];
  let isInNotes = false;
  for (const [index, line] of lines.entries()) {
    const isSmall = line.size < 0.95 * usualSize;
    const isOnNewPage = lines[index - 1]?.page !== line.page;
    const begins = isSmall && /^\[?\d{1,3}\]?[\s.)]*\p{L}/u.test(line.text);
    isInNotes = begins || (isInNotes && isSmall && !isOnNewPage);
    if (begins) notes.push({ ...line, text: line.text.replace(/^\[?(\d{1,3})\]?[\s.)]*/, "[$1] ") });
    else (isInNotes ? notes : body).push(line);
  }
  return [...body, ...notes];
}

/** How much larger than the text the type of a heading is at least; chosen by eye. */
const headingScale = 1.15;

/** How much more than usual the distance of a line from the one before is between paragraphs; chosen by eye. */
const apart = 1.25;

function toLines(lines: PdfLine[], usualSize: number): WrittenLine[] {
  const leading = findUsual(
    lines.slice(1).flatMap((line, index) => {
      const distance = lines[index]!.y - line.y;
      return distance > 0 && lines[index]!.page === line.page ? [{ value: distance, weight: 1 }] : [];
    }),
  );
  const left = findUsual(lines.map(({ x, text }) => ({ value: x, weight: text.length })));
  const sizes = [...new Set(lines.map(({ size }) => size).filter((size) => size > headingScale * usualSize))].sort(
    (one, other) => other - one,
  );
  return lines.map((line, index): WrittenLine => {
    const before = lines[index - 1];
    const { text, width, size, x } = line;
    const beginsPage = before !== undefined && before.page !== line.page;
    const isIndented = x > left + 0.7 * size && x < left + 4 * size && (before?.x ?? 0) < left + 0.3 * size;
    const isFar =
      before === undefined || (!beginsPage && before.y - line.y > apart * leading * Math.max(1, size / usualSize));
    const isNote = /^\[\d+\] /.test(text);
    const rank = sizes.indexOf(size);
    return {
      text,
      width,
      // The space after a word is about as wide as a letter is narrow.
      firstWord: (width * (text.split(" ")[0]!.length + 1)) / (text.length + 1),
      isApart: isFar || isIndented || isNote,
      ...(beginsPage && { beginsPage }),
      ...(rank >= 0 && { heading: Math.min(6, rank + 1) }),
    };
  });
}
