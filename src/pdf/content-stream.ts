import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFObject,
  type PDFPage,
} from "@cantoo/pdf-lib";

// Reads and edits content streams, which draw a page (ISO 32000-2, 7.8.2), and finds them.

/** An operator with its operands as they are written, and its place in the stream: from `start` to before `end`. */
export interface Operation {
  operator: string;
  operands: string[];
  start: number;
  end: number;
}

/**
 * Parses a content stream, given as one character for each byte, into its operations. Throws an Error at an inline
 * image, which neither Chromium nor this program writes.
 */
export function parseOperations(content: string): Operation[] {
  const found: Operation[] = [];
  let operands: string[] = [];
  let operandsStart = -1;
  for (let at = nextToken(content, 0); at < content.length;) {
    const end = endOfToken(content, at);
    const text = content.slice(at, end);
    const start = operandsStart < 0 ? at : operandsStart;
    if (isOperator(text)) {
      if (text === "BI") throw new Error("The content stream has an inline image, which cannot be read.");
      found.push({ operator: text, operands, start, end });
      operands = [];
      operandsStart = -1;
    } else {
      operands.push(text);
      operandsStart = start;
    }
    at = nextToken(content, end);
  }
  return found;
}

/** Replaces what is from `start` to before `end` in a content stream; an insertion has both the same. */
export interface ContentEdit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits that do not overlap to a content stream; insertions at one place keep their order. */
export function applyEdits(content: string, edits: ContentEdit[]): string {
  let result = "";
  let from = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    result += content.slice(from, start) + text;
    from = end;
  }
  return result + content.slice(from);
}

/** The objects with which a page is drawn, also those inside forms, patterns and the glyphs of Type 3 fonts. */
export interface DrawnObjects {
  contents: Map<PDFRef, PDFRawStream>;
  images: Map<PDFRef, PDFRawStream>;
  /** All dictionaries, since transparency groups and shadings name a colour space too. */
  dictionaries: PDFDict[];
}

/** Collects the objects with which a page is drawn. */
export function collectDrawnObjects({ node, doc: { context } }: PDFPage): DrawnObjects {
  const drawn: DrawnObjects = { contents: new Map(), images: new Map(), dictionaries: [] };
  const seen = new Set<PDFObject>();
  const visit = (object: PDFObject | undefined, isContent = false, ref?: PDFRef): void => {
    if (object instanceof PDFRef) return visit(context.lookup(object), isContent, object);
    if (!object || seen.has(object)) return;
    seen.add(object);
    if (object instanceof PDFArray) for (const part of object.asArray()) visit(part, isContent);
    if (object instanceof PDFRawStream && ref) {
      if (isContent || hasName(object.dict, "Subtype", "Form") || object.dict.has(PDFName.of("PatternType")))
        drawn.contents.set(ref, object);
      if (hasName(object.dict, "Subtype", "Image")) drawn.images.set(ref, object);
      visit(object.dict);
    }
    if (object instanceof PDFDict) {
      drawn.dictionaries.push(object);
      for (const [key, value] of object.entries()) {
        if (key === PDFName.of("CharProcs"))
          for (const glyph of context.lookup(value, PDFDict).values()) visit(glyph, true);
        else if (key !== PDFName.of("Parent")) visit(value);
      }
    }
  };
  visit(node.get(PDFName.of("Contents")), true);
  visit(node.Resources());
  visit(node.get(PDFName.of("Group")));
  return drawn;
}

/** Returns the bytes of a stream as they were before it was packed. */
export function unpackStream(stream: PDFRawStream): Uint8Array {
  const isFlate = stream.dict.get(PDFName.of("Filter")) === PDFName.of("FlateDecode");
  // Node unpacks ten times as fast as the library.
  if (isFlate && !stream.dict.has(PDFName.of("DecodeParms"))) return inflateSync(stream.contents);
  return decodePDFRawStream(stream).decode();
}

/** Decodes a content stream into one character for each byte. */
export function decodeContent(stream: PDFStream): string {
  // When pdf-lib draws on a page that it did not make, it adds streams before and after, which are not encoded yet.
  const bytes =
    stream instanceof PDFContentStream ? stream.getUnencodedContents() : unpackStream(stream as PDFRawStream);
  return Buffer.from(bytes).toString("latin1");
}

/** Returns a content stream with other content, given as one character for each byte, and what else its dictionary has. */
export function replaceContent({ dict }: PDFRawStream, content: string): PDFRawStream {
  const replaced = dict.context.flateStream(Buffer.from(content, "latin1"));
  for (const [key, value] of dict.entries())
    if (!["/Filter", "/DecodeParms", "/Length"].includes(key.toString())) replaced.dict.set(key, value);
  return replaced;
}

/** Decodes the content streams of a page, and joins them. */
export function decodePageContent({ node, doc: { context } }: PDFPage): string {
  const contents = node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => context.lookup(ref)) : [contents];
  return streams.map((stream) => (stream instanceof PDFStream ? decodeContent(stream) : "")).join("\n");
}

/** Reads the ActualText of a marked-content sequence (ISO 32000-2, 14.9.4) from the operands that begin it. */
export function readActualText(operands: string[]): string | undefined {
  if (!operands.includes("/ActualText")) return undefined;
  const literal = operands[operands.indexOf("/ActualText") + 1]!;
  return (literal.startsWith("<") ? PDFHexString : PDFString).of(literal.slice(1, -1)).decodeText();
}

/** Digits of a glyph code of two bytes in hexadecimal, as Chromium writes them. */
export const codeDigits = 4;

/** Reads the glyph codes of two bytes in a string, `<002D0030>`; none in any other operand. */
export function readGlyphCodes(operand: string): string[] {
  const codes: string[] = [];
  if (!operand.startsWith("<")) return codes;
  const digits = operand.toUpperCase();
  for (let at = 1; at + codeDigits < digits.length; at += codeDigits) codes.push(digits.slice(at, at + codeDigits));
  return codes;
}

/** Whether the value of a key in a dictionary is the given name. */
export function hasName(dictionary: PDFDict, key: string, name: string): boolean {
  return dictionary.lookup(PDFName.of(key)) === PDFName.of(name);
}

/** Returns the number that is the value of a key in a dictionary; NaN if there is none. */
export function readNumber(dictionary: PDFDict, key: string): number {
  return Number(dictionary.lookup(PDFName.of(key))?.toString());
}

// All other tokens begin with a figure, a sign, a point or a delimiter, but for the three that are keywords of objects.
function isOperator(token: string): boolean {
  return characterClass[token.charCodeAt(0)] === operatorStart && !["true", "false", "null"].includes(token);
}

// The classes of characters (7.2.3), by their codes. Streams have a million characters, so they are looked up one by
// one: a regular expression took three times as long.
const [regular, operatorStart, space, delimiter] = [0, 1, 2, 3];
const characterClass = new Uint8Array(256).fill(regular);
const setClass = (characters: string, kind: number) => {
  for (const character of characters) characterClass[character.charCodeAt(0)] = kind;
};
setClass("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'\"", operatorStart);
setClass("\0\t\n\f\r ", space);
setClass("()<>[]/%", delimiter);

// Returns where the next token begins: after spaces and comments.
function nextToken(content: string, from: number): number {
  let at = from;
  while (at < content.length) {
    if (content[at] === "%") while (at < content.length && content[at] !== "\n" && content[at] !== "\r") at++;
    else if (characterClass[content.charCodeAt(at)] !== space) break;
    else at++;
  }
  return at;
}

function endOfToken(content: string, start: number): number {
  switch (content[start]) {
    case "(":
      return endOfString(content, start);
    case "<":
      if (content[start + 1] === "<") return start + 2;
      return content.indexOf(">", start) + 1 || content.length;
    case ">":
      return content[start + 1] === ">" ? start + 2 : start + 1;
    case "[":
    case "]":
    case ")":
      return start + 1;
  }
  let end = start + 1;
  while (end < content.length && characterClass[content.charCodeAt(end)]! < space) end++;
  return end;
}

// A string is in parentheses. Inside, parentheses are in pairs, or have a backslash before them (7.3.4.2).
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    if (content[at] === "\\") at++;
    else if (content[at] === "(") depth++;
    else if (content[at] === ")" && --depth === 0) return at + 1;
  }
  return content.length;
}
