import { OPS } from "../../pdfjs.ts";
import type { Canvas, Operators } from "./canvas.ts";

/** Sequences of marked content (ISO 32000-2, 14.6). */
export const markedContentOperators: Operators = {
  [OPS.beginMarkedContent]: (canvas, tag: { name?: string } | undefined) => openMark(canvas, tag?.name ?? ""),
  [OPS.beginMarkedContentProps]: openMark,
  [OPS.endMarkedContent]: ({ marks }) => {
    marks.pop();
  },
};

// pdf.js leaves out ActualText. pdf-text.ts reads it, but only from the page's own content. So a mark there takes the
// next of these texts, and a mark inside a form has none.
function openMark(canvas: Canvas, tag: string, content?: number | null): void {
  const actualText = canvas.formDepth > 0 ? undefined : canvas.actualTexts[canvas.opened++];
  canvas.marks.push({ tag, actualText, content: content ?? undefined });
}
