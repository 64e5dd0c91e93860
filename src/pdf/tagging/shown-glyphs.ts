import { PDFDict, PDFName, PDFRef, type PDFPage } from "@cantoo/pdf-lib";
import { readActualText, readGlyphCodes, type Operation } from "../content-stream.ts";

/** Glyphs between a BDC with an ActualText and its EMC. */
export interface ActualTextSpan {
  font: PDFRef;
  /** Glyph codes, in hexadecimal. */
  glyphs: string[];
  text: string;
  /** Its BDC, its EMC, and the operations between them that show its glyphs. */
  begin: Operation;
  end: Operation;
  showing: Operation[];
  /** The operation that shows the hyphen of a divided word right after the span, if there is one. */
  hyphen?: Operation;
}

/** The glyphs that a page shows. */
export interface ShownGlyphs {
  spans: ActualTextSpan[];
  /** Glyphs drawn outside any ActualText span, by their font. */
  bare: Map<PDFRef, Set<string>>;
}

/** Reads which glyphs a page shows, and what text ActualText gives them. */
export function readShownGlyphs(page: PDFPage, operations: Operation[]): ShownGlyphs {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const shown: ShownGlyphs = { spans: [], bare: new Map() };
  // All open sequences of marked content, those without an ActualText as undefined.
  const open: (OpenSpan | undefined)[] = [];
  let font: PDFRef | undefined;
  for (const [index, operation] of operations.entries()) {
    const { operator, operands } = operation;
    if (operator === "Tf") {
      const named = fonts?.get(PDFName.of(operands[0]!.slice(1)));
      font = named instanceof PDFRef ? named : undefined;
    } else if (operator === "BDC" || operator === "BMC") {
      const text = readActualText(operands);
      open.push(text === undefined ? undefined : { glyphs: [], text, begin: operation, showing: [] });
    } else if (operator === "EMC") {
      const span = open.pop();
      if (span?.font)
        shown.spans.push({ ...span, font: span.font, end: operation, hyphen: findHyphen(operations, index) });
    } else if ((operator === "Tj" || operator === "TJ") && font) {
      const glyphs = operands.flatMap(readGlyphCodes);
      const span = open.findLast((one) => one !== undefined);
      if (span) {
        span.font ??= font;
        span.glyphs.push(...glyphs);
        span.showing.push(operation);
      } else {
        const bare = shown.bare.get(font) ?? new Set();
        shown.bare.set(font, bare);
        for (const glyph of glyphs) bare.add(glyph);
      }
    }
  }
  return shown;
}

/**
 * A span whose end is not reached. Its font is not known before its first glyph, since it may be set inside the span.
 */
type OpenSpan = Omit<ActualTextSpan, "font" | "end"> & { font?: PDFRef };

// The hyphen that is seen at the end of a line is a text object of its own right after the line, which ends with the
// span whose EMC is at `end`.
function findHyphen(operations: Operation[], end: number): Operation | undefined {
  const next = operations.slice(end + 1, end + 7);
  return next.map(({ operator }) => operator).join(" ") === "ET BT Tf Tm Tj ET" ? next[4] : undefined;
}
