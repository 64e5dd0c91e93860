import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { addPackedStream } from "../save.ts";
import { decodeContent, type ContentEdit, type Operation } from "../content-stream.ts";
import { readShownGlyphs, type ActualTextSpan, type ShownGlyphs } from "./shown-glyphs.ts";
import { readToUnicode, toHex, writeToUnicode } from "./to-unicode.ts";
import { findWordBreaks, readLines, type FontReading, type TextLine } from "./word-breaks.ts";

// Repairs the text that is found when the file is searched or copied from. If a font has one glyph for several
// characters, Chromium's ToUnicode has the last of them, ʼ for ’, and Chromium corrects it at each place by ActualText.
// Not all readers look there (pdf.js does not), so the correction is moved into the font.

/** What is to be repaired on a page. Pages have too many operations to keep them all. */
export interface PageRepair {
  page: PDFPage;
  shown: ShownGlyphs;
  lines: TextLine[];
}

/** Reads what is to be repaired on a page. */
export function readPage(page: PDFPage, operations: Operation[]): PageRepair {
  return { page, shown: readShownGlyphs(page, operations), lines: readLines(operations) };
}

/**
 * Writes into every font what text its glyphs are, and returns the edits to make on each page: they remove each
 * ActualText that the font makes superfluous, and the soft hyphens at which no line ends; they mark the hyphen at the end
 * of a line as a soft one (ISO 32000-1, 14.8.2.2.3); and they add a space to the end of each line.
 */
export function repairText(pdf: PDFDocument, pages: PageRepair[]): ContentEdit[][] {
  const shown = pages.map((page) => page.shown);
  const fonts = new Set(shown.flatMap(({ bare, spans }) => [...bare.keys(), ...spans.map(({ font }) => font)]));
  const texts = new Map<PDFRef, GlyphTexts>();
  for (const font of fonts) {
    const dictionary = pdf.context.lookup(font, PDFDict);
    const cmap = dictionary.lookup(PDFName.of("ToUnicode"));
    if (!(cmap instanceof PDFRawStream) || dictionary.get(PDFName.of("Subtype")) !== PDFName.of("Type0")) continue;
    const textsOfFont = decideTexts(readToUnicode(decodeContent(cmap)), font, shown);
    texts.set(font, textsOfFont);
    dictionary.set(PDFName.of("ToUnicode"), addPackedStream(pdf, Buffer.from(writeToUnicode(textsOfFont))));
  }
  return pages.map(({ page, shown, lines }) => [
    ...shown.spans.flatMap((span) => editSpan(span, texts.get(span.font))),
    ...findWordBreaks(lines, readingsOn(page, texts)),
  ]);
}

/** The text of each glyph of a font, by the glyph's code in hexadecimal. */
type GlyphTexts = Map<string, string>;

const softHyphen = "\u00ad";

/** The text of a glyph that has none of its own. */
const replacementCharacter = "\ufffd";

function readingsOn(page: PDFPage, texts: Map<PDFRef, GlyphTexts>): Map<string, FontReading> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict)?.entries() ?? [];
  return new Map(
    fonts.flatMap(([name, font]): [string, FontReading][] => {
      const textsOfFont = texts.get(font as PDFRef);
      const space = textsOfFont && [...textsOfFont].find(([, text]) => text === " ")?.[0];
      return textsOfFont ? [[name.toString(), { texts: textsOfFont, space }]] : [];
    }),
  );
}

// Decides for all glyphs of a font what text they are, from its CMap and from all pages.
function decideTexts(cmap: GlyphTexts, font: PDFRef, shown: ShownGlyphs[]): GlyphTexts {
  const spans = shown.flatMap(({ spans }) => spans.filter((span) => span.font === font));
  const bare = new Set(shown.flatMap((page) => [...(page.bare.get(font) ?? [])]));
  const texts = new Map([...cmap].map(([glyph, text]) => [glyph, separateLigature(text)]));
  for (const [glyph, found] of textsOfSingleGlyphs(spans)) {
    // Outside ActualText the glyph has the text of the CMap, so this is one of its texts too.
    if (bare.has(glyph)) found.add(texts.get(glyph) ?? "");
    if (found.size === 1) texts.set(glyph, [...found][0]!);
  }
  // Chromium's CMap has nothing for marks and joined letters.
  for (const [glyph, rests] of restsOfSpans(spans, texts)) {
    const [rest] = rests;
    texts.set(glyph, rests.size === 1 && rest ? rest : replacementCharacter);
  }
  return texts;
}

// Latin and Arabic ligatures and Arabic presentation forms become the letters that they are made of.
function separateLigature(text: string): string {
  return /[\ufb00-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize("NFKC") : text;
}

// Returns all texts that ActualText gives to a glyph that is alone in its span.
function textsOfSingleGlyphs(spans: ActualTextSpan[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const span of spans) {
    const text = toSearchText(span);
    const [glyph] = span.glyphs;
    // Joiners and other format characters are left out: fonts draw them with the glyph of the space.
    if (!glyph || span.glyphs.length > 1 || !/[^\p{Cf}]/u.test(text)) continue;
    add(found, glyph, text);
  }
  return found;
}

// Returns, for each glyph that has no text yet, what is left of the text of each of its spans without the texts of the
// other glyphs. If the same is left everywhere, it is the text of the glyph. From a span with two glyphs without text
// nothing can be concluded.
function restsOfSpans(spans: ActualTextSpan[], texts: GlyphTexts): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { glyphs, text } of spans) {
    const known = glyphs.map((glyph) => texts.get(glyph));
    const without = new Set(glyphs.filter((glyph) => isNothing(texts.get(glyph))));
    for (const glyph of without) add(found, glyph, without.size > 1 ? "" : removeAll(text, known));
  }
  return found;
}

function removeAll(text: string, parts: (string | undefined)[]): string {
  return parts.reduce<string>((left, part) => (isNothing(part) ? left : left.replace(part!, "")), text);
}

// Whether a CMap has no value, or one that it must not have (ISO 14289-1, 7.21.7).
function isNothing(text: string | undefined): boolean {
  return text === undefined || /^[\0\ufeff\ufffe]?$/.test(text);
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  if (!sets.has(key)) sets.set(key, new Set());
  sets.get(key)!.add(value);
}

function editSpan(span: ActualTextSpan, texts: GlyphTexts | undefined): ContentEdit[] {
  const withoutSpan = [remove(span.begin), remove(span.end)];
  const text = toSearchText(span);
  const fromFont = texts && span.glyphs.map((glyph) => texts.get(glyph) ?? "").join("");
  if (text === "") {
    // The span has nothing but a soft hyphen or the like, which Chromium draws with the glyph of a space. It is removed
    // with its glyphs. If another glyph is drawn, the ActualText stays.
    if (fromFont?.trim() !== "") return [];
    return [...withoutSpan, ...span.showing.map(remove), ...(span.hyphen ? markSoftHyphen(span.hyphen) : [])];
  }
  if (fromFont === text) return withoutSpan;
  return text === span.text ? [] : [{ ...remove(span.begin), text: beginActualText(text) }];
}

// Returns the edits that mark the hyphen of a divided word as a soft one.
function markSoftHyphen(hyphen: Operation): ContentEdit[] {
  return [
    { start: hyphen.start, end: hyphen.start, text: `${beginActualText(softHyphen)}\n` },
    { start: hyphen.end, end: hyphen.end, text: "\nEMC" },
  ];
}

function beginActualText(text: string): string {
  return `/Span <</ActualText <FEFF${toHex(text)}>>> BDC`;
}

// Returns the text as one would type it in a search: soft hyphens, word joiners and no-break spaces only tell where
// lines may break.
function toSearchText({ text }: ActualTextSpan): string {
  return text.replace(/[\u00ad\u2060]/g, "").replaceAll("\u00a0", " ");
}

function remove({ start, end }: Operation): ContentEdit {
  return { start, end, text: "" };
}
