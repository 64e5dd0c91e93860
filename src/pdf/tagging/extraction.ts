import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { actualText, contentOf, type Edit, type Operation } from "../content-stream.ts";
import { readToUnicode, toHex, writeToUnicode } from "./to-unicode.ts";
import { wordBreaks, type Reading } from "./word-breaks.ts";

// What is found when the file is searched or copied from. Chromium takes a glyph for the last character that the font
// draws with it, ʼ for ’, and says at each place in an ActualText what it is truly. Not all readers look there (pdf.js
// does not), so it is said in the font, once for all.

/** A page with its content taken apart. */
export interface OpenPage {
  page: PDFPage;
  content: string;
  operations: Operation[];
}

/**
 * Has every font say what its glyphs are, and returns the edits, page by page, that this leaves to make: what is said
 * twice goes, and so do the soft hyphens at which no line ends; at a line's end the hyphen is a soft one (ISO 32000-1,
 * 14.8.2.2.3).
 */
export function mendText(pdf: PDFDocument, pages: OpenPage[]): Edit[][] {
  const told = pages.map(tellings);
  const readings = new Map<PDFRef, Map<string, string>>();
  for (const font of new Set(told.flatMap(({ bare, spans }) => [...bare.keys(), ...spans.map(({ font }) => font)]))) {
    const dictionary = pdf.context.lookup(font, PDFDict);
    const cmap = dictionary.lookup(PDFName.of("ToUnicode"));
    if (!(cmap instanceof PDFRawStream) || dictionary.get(PDFName.of("Subtype")) !== PDFName.of("Type0")) continue;
    const texts = agreed(readToUnicode(contentOf(cmap)), font, told);
    readings.set(font, texts);
    dictionary.set(PDFName.of("ToUnicode"), pdf.context.register(pdf.context.flateStream(writeToUnicode(texts))));
  }
  return pages.map(({ page, operations }, index) => [
    ...told[index]!.spans.flatMap((span) => editsOf(span, readings.get(span.font), operations)),
    ...wordBreaks(operations, readingsOn(page, readings)),
  ]);
}

/** Glyphs between BDC and EMC of which the page says what text they are. */
interface Span {
  font: PDFRef;
  glyphs: string[];
  text: string;
  /** Where it begins and ends among the operations. */
  from: number;
  to: number;
}

interface Tellings {
  spans: Span[];
  /** Glyphs shown without a word. */
  bare: Map<PDFRef, Set<string>>;
}

const softHyphen = "\u00ad";

function tellings({ page, operations }: OpenPage): Tellings {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const spans: Span[] = [];
  const bare: Tellings["bare"] = new Map();
  // The font of a span may be named inside it.
  const marks: ((Omit<Span, "font"> & Partial<Span>) | undefined)[] = [];
  let font: PDFRef | undefined;
  for (const [index, { operator, operands }] of operations.entries()) {
    if (operator === "Tf") {
      const named = fonts?.get(PDFName.of(operands[0]!.slice(1)));
      font = named instanceof PDFRef ? named : undefined;
    } else if (operator === "BDC" || operator === "BMC") {
      const text = actualText(operands);
      marks.push(text === undefined ? undefined : { glyphs: [], text, from: index, to: index });
    } else if (operator === "EMC") {
      const span = marks.pop();
      if (span?.font) spans.push({ ...span, font: span.font, to: index });
    } else if ((operator === "Tj" || operator === "TJ") && font) {
      const glyphs = operands
        .filter((operand) => operand.startsWith("<"))
        .flatMap((operand) => operand.toUpperCase().match(/[0-9A-F]{4}/g) ?? []);
      const span = marks.findLast((mark) => mark !== undefined);
      if (span) {
        span.font ??= font;
        span.glyphs.push(...glyphs);
      } else {
        if (!bare.has(font)) bare.set(font, new Set());
        for (const glyph of glyphs) bare.get(font)!.add(glyph);
      }
    }
  }
  return { spans, bare };
}

function readingsOn(page: PDFPage, readings: Map<PDFRef, Map<string, string>>): Map<string, Reading> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict)?.entries() ?? [];
  return new Map(
    fonts.flatMap(([name, font]): [string, Reading][] => {
      const texts = readings.get(font as PDFRef);
      return texts ? [[name.toString(), { texts, space: [...texts].find(([, text]) => text === " ")?.[0] }]] : [];
    }),
  );
}

// A glyph is one text where all places agree. Ligatures are the letters that they join.
function agreed(texts: Map<string, string>, font: PDFRef, told: Tellings[]): Map<string, string> {
  const found = new Map(
    [...texts].map(([glyph, text]) => [
      glyph,
      /[\ufb00-\ufdff\ufe70-\ufeff]/.test(text) ? text.normalize("NFKC") : text,
    ]),
  );
  const heard = new Map<string, Set<string>>();
  const spans = told.flatMap(({ spans }) => spans.filter((span) => span.font === font));
  for (const span of spans) {
    const text = spoken(span);
    const [glyph] = span.glyphs;
    // A joiner is no text of its own: fonts draw it with the glyph of the space.
    if (!glyph || span.glyphs.length > 1 || !/[^\p{Cf}]/u.test(text)) continue;
    if (!heard.has(glyph)) heard.set(glyph, new Set());
    heard.get(glyph)!.add(text);
  }
  for (const [glyph, all] of heard) {
    if (told.some(({ bare }) => bare.get(font)?.has(glyph))) all.add(found.get(glyph) ?? "");
    if (all.size === 1) found.set(glyph, [...all][0]!);
  }
  // Of marks and of joined letters Chromium knows nothing: one is what its neighbours leave of the text, if that is the
  // same everywhere.
  const left = new Map<string, Set<string>>();
  for (const { glyphs, text } of spans) {
    const mute = [...new Set(glyphs.filter((glyph) => nothing(found.get(glyph))))];
    for (const glyph of mute) {
      if (!left.has(glyph)) left.set(glyph, new Set());
      left.get(glyph)!.add(
        mute.length > 1
          ? ""
          : rest(
              text,
              glyphs.map((other) => found.get(other)),
            ),
      );
    }
  }
  for (const [glyph, rests] of left) found.set(glyph, (rests.size === 1 && [...rests][0]) || "\ufffd");
  return found;
}

// Values that a CMap may not have (ISO 14289-1, 7.21.7).
function nothing(text: string | undefined): boolean {
  return text === undefined || /^[\0\ufeff\ufffe]?$/.test(text);
}

function rest(text: string, known: (string | undefined)[]): string {
  return known.reduce<string>((left, part) => (nothing(part) ? left : left.replace(part!, "")), text);
}

function editsOf(span: Span, readings: Map<string, string> | undefined, operations: Operation[]): Edit[] {
  const [begin, end] = [operations[span.from]!, operations[span.to]!];
  const unsaid = [removed(begin), removed(end)];
  const text = spoken(span);
  const read = readings && span.glyphs.map((glyph) => readings.get(glyph) ?? "").join("");
  if (text === "") {
    if (read?.trim() !== "") return [];
    const shown = operations.slice(span.from, span.to).filter(({ operator }) => operator === "Tj" || operator === "TJ");
    return [...unsaid, ...shown.map(removed), ...softAtLineEnd(operations, span.to)];
  }
  if (read === text) return unsaid;
  return text === span.text ? [] : [{ ...removed(begin), text: `/Span <</ActualText <FEFF${toHex(text)}>>> BDC` }];
}

// The hyphen of a divided word is a text object of its own, right after that of the line.
function softAtLineEnd(operations: Operation[], at: number): Edit[] {
  const next = operations.slice(at + 1, at + 7);
  if (next.map(({ operator }) => operator).join(" ") !== "ET BT Tf Tm Tj ET") return [];
  const { start, end } = next[4]!;
  return [
    { start, end: start, text: `/Span <</ActualText <FEFF${toHex(softHyphen)}>>> BDC\n` },
    { start: end, end, text: "\nEMC" },
  ];
}

// Soft hyphens, word joiners and no-break spaces are said to whoever breaks the lines; who searches types none.
function spoken({ text }: Span): string {
  return text.replace(/[\u00ad\u2060]/g, "").replaceAll("\u00a0", " ");
}

function removed({ start, end }: Operation): Edit {
  return { start, end, text: "" };
}
