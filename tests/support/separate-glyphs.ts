import { PDFDict, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { glyphWidthsOf } from "../../src/pdf/compact-text.ts";

// The program writes the glyphs of a line as one operation, as in `[<00010002>-20<0003>] TJ`. To change one glyph and
// leave the others where they are, tests write every glyph by itself again.

/** Returns the content stream of a page with a Td, which moves to it, and a Tj for every glyph. */
export function separateGlyphs(stream: string, page: PDFPage): string {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const widthsOf = (name: string) => glyphWidthsOf(fonts!.lookup(PDFName.of(name), PDFDict));
  return stream.replace(/\bBT\b[^]*?\bET\b/g, (text) => separateIn(text, widthsOf));
}

function separateIn(text: string, widthsOf: (font: string) => ReturnType<typeof glyphWidthsOf>): string {
  let [size, line, pen] = [0, 0, 0];
  let widths: ReturnType<typeof glyphWidthsOf>;
  const operations = /\/(\S+) ([\d.]+) Tf|(?:\S+ ){6}Tm|(\S+) (\S+) Td|\[([^\]]*)\] TJ/g;
  return text.replace(
    operations,
    (operation, font?: string, points?: string, x?: string, y?: string, shown?: string) => {
      if (font !== undefined) [widths, size] = [widthsOf(font), Number(points)];
      else if (shown !== undefined && widths) {
        const written: string[] = [];
        for (const [part, codes] of shown.matchAll(/<([0-9A-Fa-f]+)>|-?[\d.]+/g)) {
          if (codes === undefined) pen -= (Number(part) * size) / 1000;
          for (const code of codes?.match(/.{4}/g) ?? []) {
            written.push(`${Number((pen - line).toFixed(5))} 0 Td <${code}> Tj`);
            line = pen;
            pen += ((widths.byCode.get(code.toUpperCase()) ?? widths.others) * size) / 1000;
          }
        }
        return written.join("\n");
      } else if (x !== undefined) {
        const moved = `${Number((Number(x) - line).toFixed(5))} ${y} Td`;
        line = pen = 0;
        return moved;
      } else line = pen = 0;
      return operation;
    },
  );
}
