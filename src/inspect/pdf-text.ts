import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import { marksOf } from "./marks.ts";
import { textOfPiece } from "./actual-text.ts";
import { usualWidthUnit } from "./drawing/canvas.ts";
import type { DrawnRun, Drawing, Glyph } from "./drawing/drawing.ts";
import { interpretPage } from "./drawing/interpret.ts";
import { findExtent, type Extent } from "./extent.ts";
import { openWithPdfjs, type PDFDocumentProxy, type PDFPageProxy } from "../pdfjs.ts";
import { isVisible } from "./visibility.ts";

// Reads the text of a PDF as a reader sees it. For each page,
// 1. pdf.js (pdfjs.ts) parses the operators and the fonts. It leaves out the trim and ActualText, so these are read
//    with pdf-lib;
// 2. drawing/interpret.ts follows the operators: it finds every glyph with its place, colour and clip, and every paint
//    that covers the paper, in the order of painting;
// 3. visibility.ts decides which glyphs a reader can see;
// 4. actual-text.ts decides what text the visible glyphs are.
// The result is runs in the order of painting. reading-order.ts puts them into lines and into the order of reading.

/** The text of a run (see DrawnRun), as far as a reader can see it. */
export interface TextRun {
  text: string;
  /** The origin of its first glyph, in pt from the lower left corner of the trim. */
  x: number;
  y: number;
  /** Its type size in pt. */
  size: number;
  /** False if it is drawn head down. */
  upright: boolean;
  /** Whether it is marked as written from right to left. Chromium does not mark a run of a single glyph. */
  reversed: boolean;
  /** Whether it belongs to the page, not to the text, as running heads and folios do. */
  artifact: boolean;
  /** The text that its fonts give for its glyphs, from left to right. */
  glyphs: string;
}

export interface PageText {
  /** The size of the trim in pt. */
  width: number;
  height: number;
  runs: TextRun[];
  /** The text of the glyphs that no reader can see; running heads and folios do not count. */
  hidden: string;
  /** How far its text reaches to the left and to the right. */
  extent?: Extent;
  /** The pages to which links inside the document lead, from 1. */
  links: number[];
  /** The addresses to which links out of the document lead. */
  addresses: string[];
}

/** A bookmark under which none stands. Pages count from 1; the page is 0 for one that leads nowhere. */
interface Bookmark {
  title: string;
  page: number;
  /** The title of the bookmark under which it stands. */
  part?: string;
}

/** What a PDF shows and declares. Pages are numbered from 1. */
export interface PdfText {
  pages: PageText[];
  labels: string[] | null;
  bookmarks: Bookmark[];
  title: string;
  language: string;
  tagged: boolean;
}

/** One of several shares of the pages of a file (from 0); they are equal, and together they are all pages. */
export interface PageShare {
  share: number;
  of: number;
}

/**
 * Returns the text of a PDF, or of a share of its pages, its bookmarks, page labels and links. `opened` is the same PDF
 * as pdf-lib opens it. Throws if pdf.js cannot read it.
 */
export async function readPdfText(
  bytes: Uint8Array,
  opened: PDFDocument,
  { share, of }: PageShare = { share: 0, of: 1 },
): Promise<PdfText> {
  const task = openWithPdfjs(bytes);
  try {
    const pdf = await task.promise;
    const [labels, bookmarks, metadata, markInfo] = await Promise.all([
      pdf.getPageLabels(),
      readBookmarks(pdf),
      pdf.getMetadata(),
      pdf.getMarkInfo(),
    ]);
    const { Title, Language } = metadata.info as { Title?: string; Language: string | null };
    const all = opened.getPages();
    const first = Math.ceil((share * all.length) / of);
    const pages: PageText[] = [];
    for (const [index, page] of all.slice(first, Math.ceil(((share + 1) * all.length) / of)).entries())
      pages.push(await readPage(pdf, first + index + 1, page));
    return {
      pages,
      labels,
      bookmarks,
      title: Title ?? "",
      language: Language ?? "",
      tagged: markInfo?.Marked ?? false,
    };
  } finally {
    await task.destroy();
  }
}

/** Returns what a page draws. `opened` is the same page as pdf-lib opens it. */
export async function drawPage(page: PDFPageProxy, opened: PDFPage): Promise<Drawing> {
  const { x, y } = opened.getTrimBox();
  const widthUnitOf = (font: string) =>
    (page.commonObjs.get(font) as { fontMatrix?: number[] } | null)?.fontMatrix?.[0] ?? usualWidthUnit;
  const { actualTexts } = marksOf(opened);
  return interpretPage(await page.getOperatorList(), [1, 0, 0, 1, -x, -y], { actualTexts, widthUnitOf });
}

async function readPage(pdf: PDFDocumentProxy, number: number, opened: PDFPage): Promise<PageText> {
  const page = await pdf.getPage(number);
  const { runs, paints } = await drawPage(page, opened);
  const trim = opened.getTrimBox();
  const hidden = new Set<Glyph>();
  let hiddenText = "";
  for (const { pieces, artifact } of runs)
    for (const { glyphs } of pieces)
      for (const glyph of glyphs) {
        if (isVisible(glyph, trim, paints)) continue;
        hidden.add(glyph);
        if (!artifact) hiddenText += glyph.text;
      }
  const { links, addresses } = await readLinks(pdf, page);
  page.cleanup();
  return {
    width: trim.width,
    height: trim.height,
    runs: runs.flatMap((run) => toTextRun(run, hidden) ?? []),
    hidden: hiddenText,
    extent: findExtent(runs),
    links,
    addresses,
  };
}

// Returns undefined if nothing of the run can be seen.
function toTextRun({ pieces, reversed, artifact }: DrawnRun, hidden: Set<Glyph>): TextRun | undefined {
  const visible =
    hidden.size === 0
      ? pieces
      : pieces
          .map(({ actualText, glyphs }) => ({ actualText, glyphs: glyphs.filter((glyph) => !hidden.has(glyph)) }))
          .filter(({ glyphs }) => glyphs.length > 0);
  const first = visible[0]?.glyphs[0];
  if (!first) return undefined;
  const texts = visible.map((piece) => textOfPiece(piece, reversed));
  const { x, y, showing } = first;
  return {
    text: (reversed ? texts.toReversed() : texts).join(""),
    x,
    y,
    size: showing.size,
    upright: showing.upright,
    reversed,
    artifact,
    glyphs: visible.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(""),
  };
}

async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<Pick<PageText, "links" | "addresses">> {
  const annotations = (await page.getAnnotations({ intent: "print" })) as {
    subtype: string;
    dest?: Destination;
    unsafeUrl?: string;
  }[];
  const [links, addresses]: [number[], string[]] = [[], []];
  for (const { dest, unsafeUrl } of annotations.filter(({ subtype }) => subtype === "Link")) {
    const target = dest ? await pageOf(pdf, dest) : undefined;
    if (target !== undefined) links.push(target);
    if (unsafeUrl !== undefined) addresses.push(unsafeUrl);
  }
  return { links, addresses };
}

async function readBookmarks(pdf: PDFDocumentProxy): Promise<Bookmark[]> {
  const read = async (items: Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>, part?: string): Promise<Bookmark[]> =>
    (
      await Promise.all(
        items.map(async ({ title, dest, items }) =>
          items.length > 0
            ? read(items, title)
            : [{ title, page: (dest && (await pageOf(pdf, dest))) || 0, ...(part !== undefined && { part }) }],
        ),
      )
    ).flat();
  return read((await pdf.getOutline()) ?? []);
}

/** A destination: its name, or an array that begins with the reference of its page (ISO 32000-2, 12.3.2). */
type Destination = string | unknown[];

async function pageOf(pdf: PDFDocumentProxy, destination: Destination): Promise<number | undefined> {
  const explicit = typeof destination === "string" ? await pdf.getDestination(destination) : destination;
  const ref = explicit?.[0] as Parameters<PDFDocumentProxy["getPageIndex"]>[0] | undefined;
  return ref ? (await pdf.getPageIndex(ref)) + 1 : undefined;
}
