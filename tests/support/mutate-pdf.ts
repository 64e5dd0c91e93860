import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFPage,
} from "@cantoo/pdf-lib";
import type { Change } from "./mutate.ts";
import { separateGlyphs } from "./separate-glyphs.ts";
import type { Random } from "./random.ts";

/** A glyph that a content stream draws with an operator of its own: `<002D> Tj`. */
interface Glyph {
  start: number;
  end: number;
  code: string;
  /** The characters it stands for, by its font's ToUnicode map. */
  text: string;
  font: string;
}

/** A text object of a page's content, from `BT` to `ET`. Those of PDF artifacts (running heads) are left out. */
export interface TextObject {
  start: number;
  end: number;
  glyphs: Glyph[];
  size: number;
  /** Where the baseline of its first glyph begins, and how wide its line is, in units of its text space. */
  x: number;
  y: number;
  width: number;
}

/** The content stream of a page. */
export interface Content {
  number: number;
  stream: string;
  objects: TextObject[];
}

/**
 * Ways to change the glyphs of a page, by name. Each returns its changes, or none if this text object has nothing to
 * change in that way.
 */
export const glyphMutations: Record<string, (object: TextObject, random: Random, all: TextObject[]) => Change[]> = {
  "delete a glyph": ({ glyphs }, random) => changeOneGlyph(glyphs, random, (glyph) => [{ ...glyph, text: "" }]),
  "double a glyph": ({ glyphs }, random) =>
    changeOneGlyph(glyphs, random, (glyph) => [{ ...glyph, text: `<${glyph.code}${glyph.code}> Tj` }]),
  "change a glyph": ({ glyphs }, random, all) =>
    changeOneGlyph(glyphs, random, (glyph) => {
      const others = all
        .flatMap(({ glyphs }) => glyphs)
        .filter(({ font, text }) => font === glyph.font && text !== glyph.text && text.trim() !== "");
      return others.length === 0 ? [] : [{ ...glyph, text: `<${random.pick(others).code}> Tj` }];
    }),
  "swap two glyphs": ({ glyphs }, random) => {
    const pairs = glyphs.slice(0, -1).flatMap((glyph, index) => {
      const next = glyphs[index + 1]!;
      return glyph.text !== next.text && isSeen(glyph) && isSeen(next) && glyph.font === next.font
        ? [[glyph, next] as const]
        : [];
    });
    if (pairs.length === 0) return [];
    const [one, next] = random.pick(pairs);
    return [
      { ...one, text: `<${next.code}> Tj` },
      { ...next, text: `<${one.code}> Tj` },
    ];
  },
  "delete a word": ({ glyphs }, random) => {
    const words: Glyph[][] = [];
    for (const [index, glyph] of glyphs.entries()) {
      if (!isSeen(glyph)) continue;
      if (index > 0 && isSeen(glyphs[index - 1]!)) words.at(-1)!.push(glyph);
      else words.push([glyph]);
    }
    return words.length === 0 ? [] : random.pick(words).map((glyph) => ({ ...glyph, text: "" }));
  },
  "delete a text object": wrapObject(() => ["", ""], true),
  "paint it white": wrapObject(() => ["1 g 1 G ", ""]),
  "make it invisible (render mode 3)": wrapObject(() => ["3 Tr ", " 0 Tr"]),
  "clip it away": wrapObject(() => ["0 0 0 0 re W n ", ""]),
  "move it out to the side": wrapObject(() => ["1 0 0 1 4000 0 cm ", ""]),
  "move it out below": wrapObject(() => ["1 0 0 1 0 9000 cm ", ""]),
  "set it in no size": wrapObject(() => ["1e-6 0 0 1e-6 0 0 cm ", ""]),
  "cover it": wrapObject(({ x, y, width, size }) => [
    "",
    ` 1 g ${x - size} ${y - 1.2 * size} ${width + 3 * size} ${1.8 * size} re f`,
  ]),
};

/** Reads the content of every page of a PDF. */
export async function readContents(bytes: Uint8Array): Promise<Content[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.getPages().map((page, index) => {
    const stream = separateGlyphs(readStream(page), page);
    return { number: index + 1, stream, objects: findTextObjects(stream, readGlyphTexts(page)) };
  });
}

/** Returns the PDF with another content stream on the page with this number, from 1. */
export async function replaceContent(bytes: Uint8Array, number: number, stream: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = pdf.getPage(number - 1);
  page.node.set(PDFName.of("Contents"), pdf.context.register(pdf.context.flateStream(Buffer.from(stream, "latin1"))));
  return pdf.save({ useObjectStreams: false });
}

function wrapObject(
  put: (object: TextObject) => [before: string, after: string],
  without = false,
): (object: TextObject) => Change[] {
  return (object) => {
    if (!object.glyphs.some(isSeen)) return [];
    const { start, end } = object;
    if (without) return [{ start, end, text: "" }];
    const [before, after] = put(object);
    return [
      { start, end: start, text: `q ${before}` },
      { start: end, end, text: `${after} Q` },
    ];
  };
}

function changeOneGlyph(glyphs: Glyph[], random: Random, change: (glyph: Glyph) => Change[]): Change[] {
  const seen = glyphs.filter(isSeen);
  return seen.length === 0 ? [] : change(random.pick(seen));
}

function isSeen({ text }: Glyph): boolean {
  return text.trim() !== "";
}

function findTextObjects(stream: string, fonts: Map<string, Map<string, string>>): TextObject[] {
  const found: TextObject[] = [];
  let artifact = false;
  // Chromium does not nest marked content, so EMC always ends the last one.
  for (const match of stream.matchAll(/\/Artifact\b[^\n]*(?:BDC|BMC)|\bEMC\b|\bBT\b[^]*?\bET\b/g)) {
    if (!match[0].startsWith("BT")) artifact = match[0] !== "EMC";
    else if (!artifact) found.push(parseTextObject(match[0], match.index, fonts));
  }
  // A lone hyphen is a soft hyphen at the end of a line: it belongs to no word of the source.
  return found.filter(({ glyphs }) => !/^[\s-]*$/.test(glyphs.map(({ text }) => text).join("")));
}

function parseTextObject(source: string, start: number, fonts: Map<string, Map<string, string>>): TextObject {
  let font = "";
  const glyphs: Glyph[] = [];
  for (const match of source.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]{4})> ?Tj/g)) {
    if (match[1]) font = match[1];
    else
      glyphs.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        code: match[2]!,
        text: fonts.get(font)?.get(match[2]!.toUpperCase()) ?? "",
        font,
      });
  }
  const [x = 0, y = 0] = (/([-\d.]+) ([-\d.]+) Tm/.exec(source) ?? []).slice(1).map(Number);
  const steps = [...source.matchAll(/([-\d.]+) [-\d.]+ Td/g)].map((match) => Number(match[1]));
  const width = steps.reduce((sum, step) => sum + step, 0);
  return {
    start,
    end: start + source.length,
    glyphs,
    size: Number(/([\d.]+) Tf/.exec(source)?.[1] ?? 12),
    x: Math.min(x, x + width),
    y,
    width: Math.abs(width),
  };
}

function readStream(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams
    .map((stream) => Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString("latin1"))
    .join("\n");
}

// The characters for each code of each font, by its ToUnicode map (ISO 32000-2, 9.10.3).
function readGlyphTexts(page: PDFPage): Map<string, Map<string, string>> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  return new Map(
    (fonts?.entries() ?? []).map(([name, ref]): [string, Map<string, string>] => {
      const cmap = page.doc.context.lookup(ref, PDFDict).lookup(PDFName.of("ToUnicode"));
      return [
        name.decodeText(),
        cmap instanceof PDFRawStream
          ? parseToUnicode(Buffer.from(decodePDFRawStream(cmap).decode()).toString("latin1"))
          : new Map(),
      ];
    }),
  );
}

function parseToUnicode(cmap: string): Map<string, string> {
  const text = (hex: string, more = 0) => {
    const units = hex.match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16));
    return String.fromCharCode(...units.slice(0, -1), units.at(-1)! + more);
  };
  const code = (value: number) => value.toString(16).toUpperCase().padStart(4, "0");
  const found = new Map<string, string>();
  for (const [section] of cmap.matchAll(/beginbfchar[^]*?endbfchar/g))
    for (const [, from, to] of section.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g))
      found.set(from!.toUpperCase(), text(to!));
  for (const [section] of cmap.matchAll(/beginbfrange[^]*?endbfrange/g)) {
    for (const [, from, to, first, list] of section.matchAll(
      /<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g,
    )) {
      const [start, end] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
      const each = list?.match(/[0-9A-Fa-f]+/g);
      for (let at = start; at <= end; at++)
        found.set(code(at), each ? text(each[at - start]!) : text(first!, at - start));
    }
  }
  return found;
}
