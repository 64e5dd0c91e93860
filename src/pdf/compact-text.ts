import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage } from "@cantoo/pdf-lib";
import { remember } from "../remember.ts";
import {
  applyEdits,
  codeDigits,
  parseOperations,
  readGlyphCodes,
  type ContentEdit,
  type Operation,
} from "./content-stream.ts";

// Chromium moves to every glyph, and shows it by itself. Here the glyphs of a line become one operation (TJ; ISO 32000-1,
// 9.4.3): a glyph stands where the one before it ends, and a number moves it from there. The content of a page then has
// a fifth of the bytes and a tenth of the operations, for everyone who writes it or reads it.

/**
 * How far a glyph may stand from where Chromium has set it, in px of Chromium; the distances do not add up. It is less
 * than a dot of an image setter of 2540 dots per inch.
 */
const tolerance = 0.03;

/** Returns the content of a page with the glyphs of each line in one operation. */
export function compactText(content: string, page: PDFPage): string {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const widthsOf = (operand: string) => {
    const font = fonts?.lookup(PDFName.of(operand.slice(1)));
    return font instanceof PDFDict ? glyphWidthsOf(font) : undefined;
  };
  const edits: ContentEdit[] = [];
  let text: Operation[] | undefined;
  for (const operation of parseOperations(content)) {
    if (operation.operator === "BT") text = [];
    else if (operation.operator !== "ET") text?.push(operation);
    else {
      const compact = text && compactTextObject(text, content, widthsOf);
      if (compact) edits.push({ start: text![0]!.start, end: text!.at(-1)!.end, text: compact });
      text = undefined;
    }
  }
  return applyEdits(content, edits);
}

/** The widths of the glyphs of a font by their codes in hexadecimal, in thousandths of the type size. */
interface GlyphWidths {
  byCode: Map<string, number>;
  others: number;
}

/** Operators that have no effect on the place of the next glyph. */
const neutral = new Set(["BDC", "BMC", "EMC", "Tf", "Tr", "rg", "RG", "g", "G", "gs"]);

// Returns undefined for a text object that has other operations than Chromium writes for glyphs of two bytes.
function compactTextObject(
  operations: Operation[],
  content: string,
  widthsOf: (font: string) => GlyphWidths | undefined,
): string | undefined {
  const written: string[] = [];
  // What the next TJ shows, without the bracket that ends the last string.
  let shown = "";
  const endShowing = (): void => {
    if (shown) written.push(`[${shown}>] TJ`);
    shown = "";
  };
  // Distances along the line from where it began: to the next glyph as Chromium has set it, and as it is written here.
  let [line, pen, writtenPen] = [0, 0, 0];
  let size = 0;
  let widths: GlyphWidths | undefined;
  for (const { operator, operands, start, end } of operations) {
    const [first = ""] = operands;
    if (operator === "Td" && operands[1] === "0") {
      line += Number(first);
      pen = line;
    } else if (operator === "Tj" && widths && first.startsWith("<") && (first.length - 2) % codeDigits === 0) {
      for (const code of readGlyphCodes(first)) {
        const apart = pen - writtenPen;
        if (Math.abs(apart) > tolerance) {
          const step = Number(((-apart * 1000) / size).toFixed(1));
          shown += shown ? `>${step}<` : `${step}<`;
          writtenPen -= (step * size) / 1000;
        } else if (!shown) shown = "<";
        shown += code;
        const width = ((widths.byCode.get(code) ?? widths.others) * size) / 1000;
        pen += width;
        writtenPen += width;
      }
    } else if (operator === "Tm" || operator === "Td") {
      endShowing();
      // A Tm begins anew; a Td counts from where the line began.
      written.push(
        operator === "Tm"
          ? content.slice(start, end)
          : `${Number((line + Number(first)).toFixed(4))} ${operands[1]} Td`,
      );
      line = pen = writtenPen = 0;
    } else if (neutral.has(operator)) {
      endShowing();
      written.push(content.slice(start, end));
      if (operator === "Tf") {
        size = Number(operands[1]);
        widths = widthsOf(first);
      }
    } else return undefined;
  }
  endShowing();
  return written.join("\n");
}

/** Reads the widths of a font; undefined for one that is not of Type 0. */
export const glyphWidthsOf = remember((font: PDFDict): GlyphWidths | undefined => {
  const descendant = font.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray)?.lookup(0, PDFDict);
  if (!descendant) return undefined;
  const byCode = new Map<string, number>();
  const setWidth = (code: number, width: PDFObject | undefined) =>
    byCode.set(code.toString(16).toUpperCase().padStart(codeDigits, "0"), (width as PDFNumber).asNumber());
  // Either `first [width width …]` or `first last width` (ISO 32000-1, 9.7.4.3).
  const entries = descendant.lookupMaybe(PDFName.of("W"), PDFArray)?.asArray() ?? [];
  for (let index = 0; index < entries.length;) {
    const [first, second, third] = entries.slice(index, index + 3);
    const code = (first as PDFNumber).asNumber();
    const list = font.context.lookup(second);
    if (list instanceof PDFArray) {
      list.asArray().forEach((width, offset) => setWidth(code + offset, width));
      index += 2;
    } else {
      for (let one = code; one <= (second as PDFNumber).asNumber(); one++) setWidth(one, third);
      index += 3;
    }
  }
  // ISO 32000-1, table 117: the width of glyphs that are not listed is 1000 if the font names no other.
  return { byCode, others: descendant.lookupMaybe(PDFName.of("DW"), PDFNumber)?.asNumber() ?? 1000 };
});
