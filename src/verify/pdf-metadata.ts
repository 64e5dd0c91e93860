import type { PdfText } from "../inspect/pdf-text.ts";

/**
 * Returns what is wrong with what a PDF declares about itself: each the end of a sentence that begins with the file's
 * path.
 */
export function findWrongMetadata(pdf: PdfText, expected: { title: string; language: string }): string[] {
  return [
    ...(pdf.title === expected.title ? [] : [`does not have the title “${expected.title}”`]),
    ...(pdf.language === expected.language ? [] : [`does not declare that its language is “${expected.language}”`]),
    ...(pdf.tagged ? [] : ["does not declare that it is tagged"]),
  ];
}
