import type { DrawnPiece } from "./drawing/drawing.ts";

// A page may say what text its glyphs are (ActualText). It is believed only if the glyphs can be that text, since
// otherwise a page could show one text and claim another. In all other cases the text is what the fonts say.

/**
 * Returns the text of a piece in reading order. Glyphs are drawn from left to right, also those of `reversed` pieces.
 */
export function textOfPiece({ actualText, glyphs }: DrawnPiece, reversed: boolean): string {
  const texts = glyphs.map(({ text }) => text);
  return actualText !== undefined && canBe(texts, actualText)
    ? actualText
    : (reversed ? texts.toReversed() : texts).join("");
}

// Fonts do not identify every glyph. Marks, conjuncts, and Arabic letters whose dots are separate glyphs have no text
// of their own. For these pdf.js gives U+FFFD, a character for private use, or the letter without its dots.
const unidentified = /[\ufffd\ue000-\uf8ff\u066e\u066f\u06a1\u06ba\u0649]/;

// Letters of the scripts of India that may be drawn as others: an independent vowel as another vowel with a sign, the
// letter ra as a sign at its neighbour, and Bengali ta at the end of a syllable as khanda ta.
const drawnAsOthers = new RegExp(
  "[" +
    "\\u0904-\\u0914\\u0930" + // Devanagari: vowels, ra
    "\\u0984-\\u0994\\u09a4\\u09ce" + // Bengali: vowels, ta, khanda ta
    "\\u0a04-\\u0a14\\u0a72\\u0a73" + // Gurmukhi: vowels and their bearers
    "\\u0a84-\\u0a94" + // Gujarati
    "\\u0b04-\\u0b14" + // Oriya
    "\\u0b84-\\u0b94" + // Tamil
    "\\u0c04-\\u0c14" + // Telugu
    "\\u0c84-\\u0c94" + // Kannada
    "\\u0d04-\\u0d14" + // Malayalam
    "]",
);

// Every letter that the fonts identify must occur in the ActualText, and at least as often. The ActualText may have
// more letters only if some glyph is not identified.
function canBe(texts: string[], actualText: string): boolean {
  const identified = comparableLetters(texts.filter((text) => !unidentified.test(text)).join(""));
  const left = comparableLetters(actualText);
  for (const letter of identified) {
    const at = left.indexOf(letter);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0 || texts.some((text) => unidentified.test(text));
}

// Without case and compatibility forms (NFKD), since small capitals and raised figures are separate glyphs. Each letter goes
// through its capital, which the two small sigmas share, and so do i and ı.
function comparableLetters(text: string): string[] {
  const capitals = text
    .normalize("NFKD")
    .toUpperCase()
    .match(/[\p{L}\p{N}]/gu);
  return (capitals ?? []).map((letter) => letter.toLowerCase()).filter((letter) => !drawnAsOthers.test(letter));
}
