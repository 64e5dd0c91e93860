import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from "./pdfjs.ts";
import { actualText, operations, pageContent } from "../pdf/content-stream.ts";
import { openPdf, type Box } from "../pdf/document.ts";
import { drawingOf } from "./drawing.ts";
import { isSeen, type RunItem } from "./visibility.ts";

/**
 * A run of text as a reader sees it on a page; x and y in pt from the lower left corner of the trim, of its first
 * glyph's baseline.
 */
export interface Run {
  text: string;
  x: number;
  y: number;
  /** Its type size, in pt. */
  size: number;
  /** False where it stands head down. */
  upright: boolean;
  /** Written from right to left; where it stands alone, one glyph does not tell. */
  reversed: boolean;
  /** Of the page and not of the text: a running head or a folio. */
  artifact: boolean;
  /** What its fonts say of its glyphs, from left to right. */
  glyphs: string;
}

/** A page, in its trim. */
export interface ReadPage {
  width: number;
  height: number;
  runs: Run[];
  /** Glyphs of the text that nobody can see. */
  hidden: string;
  /** The pages that its links inside the document lead to, from 1. */
  links: number[];
}

/** What a PDF says and shows, read by pdf.js, which had no part in making it. */
export interface ReadPdf {
  pages: ReadPage[];
  labels: string[] | null;
  bookmarks: { title: string; page: number }[];
  title: string;
  language: string;
  tagged: boolean;
}

const assets = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

// Several rules look at one file.
const known = new WeakMap<Uint8Array, Promise<ReadPdf>>();

/** Reads a PDF. */
export function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  if (!known.has(bytes)) known.set(bytes, read(bytes));
  return known.get(bytes)!;
}

async function read(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    standardFontDataUrl: path.join(assets, "standard_fonts/"),
    cMapUrl: path.join(assets, "cmaps/"),
  });
  try {
    const pdf = await task.promise;
    const [labels, bookmarks, { info, metadata: _ }, mark] = await Promise.all([
      pdf.getPageLabels(),
      bookmarksOf(pdf),
      pdf.getMetadata(),
      pdf.getMarkInfo(),
    ]);
    const { Title, Language } = info as { Title?: string; Language?: string };
    const pages = [];
    for (const [index, page] of (await openPdf(bytes)).getPages().entries())
      pages.push(await readPage(pdf, index + 1, toldBy(page)));
    return {
      pages,
      labels,
      bookmarks,
      title: Title ?? "",
      language: Language ?? "",
      tagged: Boolean(mark?.["Marked" as keyof typeof mark]),
    };
  } finally {
    await task.destroy();
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number, { trim, actual }: Told): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const { x, y, width, height } = trim;
  const unitOf = (font: string) =>
    (page.commonObjs.get(font) as { fontMatrix?: number[] } | null)?.fontMatrix?.[0] ?? 0.001;
  const { runs, paints } = drawingOf(await page.getOperatorList(), actual, unitOf, [1, 0, 0, 1, -x, -y]);
  const unseen = new Set(
    runs.flatMap(({ items }) => items.flatMap(({ glyphs }) => glyphs.filter((glyph) => !isSeen(glyph, trim, paints)))),
  );
  const seen = runs.flatMap(({ items, reversed, artifact }): Run[] => {
    const shown = items
      .map((item) => ({ ...item, glyphs: item.glyphs.filter((glyph) => !unseen.has(glyph)) }))
      .filter(({ glyphs }) => glyphs.length > 0);
    const first = shown[0]?.glyphs[0];
    if (!first) return [];
    const texts = shown.map((item) => textOf(item, reversed));
    const glyphs = shown.flatMap((item) => item.glyphs.map((glyph) => glyph.text)).join("");
    return [
      {
        text: (reversed ? texts.toReversed() : texts).join(""),
        x: first.x,
        y: first.y,
        size: first.size,
        upright: first.upright,
        reversed,
        artifact,
        glyphs,
      },
    ];
  });
  const hidden = runs
    .filter(({ artifact }) => !artifact)
    .flatMap(({ items }) => items.flatMap(({ glyphs }) => glyphs.filter((glyph) => unseen.has(glyph))));
  const annotations = (await page.getAnnotations()) as { subtype: string; dest?: string | unknown[] }[];
  const links = [];
  for (const { subtype, dest } of annotations) {
    const target = subtype === "Link" && dest ? await pageOf(pdf, dest) : undefined;
    if (target) links.push(target);
  }
  page.cleanup();
  return { width, height, runs: seen, hidden: hidden.map(({ text }) => text).join(""), links };
}

/** What pdf.js does not tell of a page: its trim, and the ActualText of each marked sequence. */
interface Told {
  trim: Box;
  actual: (string | undefined)[];
}

function toldBy(page: Parameters<typeof pageContent>[0]): Told {
  const content = pageContent(page);
  const marks = content.includes("/ActualText")
    ? operations(content).filter(({ operator }) => operator === "BDC" || operator === "BMC")
    : [];
  return { trim: page.getTrimBox(), actual: marks.map(({ operands }) => actualText(operands)) };
}

// What a page says that glyphs are counts where they can be that: else it would hide what is shown.
function textOf({ actual, glyphs }: RunItem, reversed: boolean): string {
  const texts = glyphs.map(({ text }) => text);
  return actual !== undefined && canBe(texts, actual) ? actual : (reversed ? texts.toReversed() : texts).join("");
}

// Of some glyphs no font says what they are: marks, conjuncts, and letters whose dots are glyphs of their own.
const unknown = /[\ufffd\ue000-\uf8ff\u066e\u066f\u06a1\u06ba\u0649]/;

// In the scripts of India a vowel by itself may be drawn as another with a sign, and the sign for the letter ra with
// it; Bengali has a ta of its own for the end of a syllable.
const composed =
  /[\u0904-\u0914\u0930\u0984-\u0994\u09a4\u09ce\u0a04-\u0a14\u0a72\u0a73\u0a84-\u0a94\u0b04-\u0b14\u0b84-\u0b94\u0c04-\u0c14\u0c84-\u0c94\u0d04-\u0d14]/;

function canBe(texts: string[], actual: string): boolean {
  const known = lettersOf(texts.filter((text) => !unknown.test(text)).join(""));
  const rest = lettersOf(actual);
  for (const letter of known) {
    const at = rest.indexOf(letter);
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  return rest.length === 0 || texts.some((text) => unknown.test(text));
}

// Small capitals and raised figures have glyphs of their own.
function lettersOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  ).filter((letter) => !composed.test(letter));
}

async function bookmarksOf(pdf: PDFDocumentProxy): Promise<{ title: string; page: number }[]> {
  const outline = (await pdf.getOutline()) ?? [];
  return Promise.all(
    outline.map(async ({ title, dest }) => ({ title, page: (dest && (await pageOf(pdf, dest))) || 0 })),
  );
}

async function pageOf(pdf: PDFDocumentProxy, dest: string | unknown[]): Promise<number | undefined> {
  const explicit = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
  const ref = explicit?.[0] as Parameters<PDFDocumentProxy["getPageIndex"]>[0] | undefined;
  return ref ? (await pdf.getPageIndex(ref)) + 1 : undefined;
}
