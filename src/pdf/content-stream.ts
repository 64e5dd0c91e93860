import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
  type PDFPage,
  type PDFStream,
} from "@cantoo/pdf-lib";

// What is drawn on a page: the operations of content streams (ISO 32000-2, 7.8.2), and where such streams are found.

/** One operation: its operands as written, and where it stands in the stream. */
export interface Operation {
  operator: string;
  operands: string[];
  start: number;
  end: number;
}

/**
 * The operations of a content stream, one byte a character. Throws at an inline image, which neither Chromium nor we
 * write.
 */
export function operations(content: string): Operation[] {
  const found: Operation[] = [];
  let operands: { text: string; start: number }[] = [];
  for (const { text, start } of tokens(content)) {
    if (!isOperator(text)) {
      operands.push({ text, start });
      continue;
    }
    if (text === "BI") throw new Error("Cannot read a content stream with an inline image.");
    found.push({
      operator: text,
      operands: operands.map(({ text }) => text),
      start: operands[0]?.start ?? start,
      end: start + text.length,
    });
    operands = [];
  }
  return found;
}

/** A stretch of a content stream, and what is to stand there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A content stream with edits made, which do not overlap; of those at one place the first given comes first. */
export function edited(content: string, edits: Edit[]): string {
  let written = "";
  let from = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    written += content.slice(from, start) + text;
    from = end;
  }
  return written + content.slice(from);
}

/** What a page draws with, however deep it lies: in forms, patterns, glyphs. */
export interface Drawn {
  contents: Map<PDFRef, PDFRawStream>;
  images: Map<PDFRef, PDFRawStream>;
  /** Every dictionary; those of transparency groups and shadings name a colour space. */
  dictionaries: PDFDict[];
}

/** Follows a page to all that it draws with. */
export function drawnBy({ node, doc: { context } }: PDFPage): Drawn {
  const drawn: Drawn = { contents: new Map(), images: new Map(), dictionaries: [] };
  const seen = new Set<PDFObject>();
  const visit = (object: PDFObject | undefined, isContent = false, ref?: PDFRef): void => {
    if (object instanceof PDFRef) return visit(context.lookup(object), isContent, object);
    if (!object || seen.has(object)) return;
    seen.add(object);
    if (object instanceof PDFArray) for (const part of object.asArray()) visit(part, isContent);
    if (object instanceof PDFRawStream && ref) {
      if (isContent || is(object.dict, "Subtype", "Form") || object.dict.has(PDFName.of("PatternType")))
        drawn.contents.set(ref, object);
      if (is(object.dict, "Subtype", "Image")) drawn.images.set(ref, object);
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

/** The text of a content stream, one byte a character. */
export function contentOf(stream: PDFStream): string {
  // pdf-lib puts the page of another's making between streams of its own, which it has not written yet.
  const bytes =
    stream instanceof PDFContentStream
      ? stream.getUnencodedContents()
      : decodePDFRawStream(stream as PDFRawStream).decode();
  return Buffer.from(bytes).toString("latin1");
}

/** The content of a page, of all its streams. */
export function pageContent({ node, doc: { context } }: PDFPage): string {
  const contents = node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => context.lookup(ref)) : [contents];
  return streams.map((stream) => (stream instanceof PDFRawStream ? contentOf(stream) : "")).join("\n");
}

/**
 * What a marked sequence says that its glyphs are (ISO 32000-2, 14.9.4), by the operands of the operation that begins
 * it.
 */
export function actualText(operands: string[]): string | undefined {
  if (!operands.includes("/ActualText")) return undefined;
  const written = operands[operands.indexOf("/ActualText") + 1]!;
  return (written.startsWith("<") ? PDFHexString : PDFString).of(written.slice(1, -1)).decodeText();
}

/** Whether a dictionary has a name under a key. */
export function is(dictionary: PDFDict, key: string, name: string): boolean {
  return dictionary.lookup(PDFName.of(key)) === PDFName.of(name);
}

function isOperator(token: string): boolean {
  return /^(?:[A-Za-z]+[01]?\*?|'|")$/.test(token) && !["true", "false", "null"].includes(token);
}

function* tokens(content: string): Generator<{ text: string; start: number }> {
  const token = /%[^\r\n]*|\(|<<|>>|<[^<>]*>|[[\]]|\/?[^\s()<>[\]/%]+/g;
  for (let match = token.exec(content); match; match = token.exec(content)) {
    if (match[0].startsWith("%")) continue;
    const start = match.index;
    if (match[0] === "(") token.lastIndex = endOfString(content, start);
    yield { text: content.slice(start, token.lastIndex), start };
  }
}

// A string in brackets may hold brackets in pairs, and any with a backslash before it.
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    if (content[at] === "\\") at++;
    else if (content[at] === "(") depth++;
    else if (content[at] === ")" && --depth === 0) return at + 1;
  }
  return content.length;
}
