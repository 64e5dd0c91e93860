import { readCodePoints, isEmbeddable, readPostScriptName } from "./sfnt.ts";

// The only file that imports subset-font, which is HarfBuzz compiled to WebAssembly.

// The OpenType features that stay in a font that is cut down.
const features = [
  // Kerning, ligatures, accents, and the digits of running text and of tables.
  "kern liga clig mark mkmk ccmp locl onum lnum calt rclt",
  // The joined letters of Arabic and Syriac.
  "init medi med2 fina fin2 fin3 isol rlig curs mset stch",
  // The conjuncts and the order of letters in the scripts of India and in Khmer.
  "nukt akhn rphf rkrf pref blwf abvf half pstf vatu cjct cfar pres abvs blws psts haln dist abvm blwm",
  // The half-width brackets of East Asian scripts.
  "halt chws",
  // The syllables of Korean.
  "ljmo vjmo tjmo",
].flatMap((tags) => tags.split(" "));

/**
 * Returns a font with only those glyphs that the characters of a text need, as WOFF2. In the web edition such a font has
 * a tenth of the bytes of the whole one.
 */
export async function createSubset(font: Uint8Array, text: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(Buffer.from(font), sortedCharacters(text + decompose(text)), {
    targetFormat: "woff2",
    keepFeatures: features,
  });
}

/** Returns those characters of a text for which a font (TrueType, OpenType or WOFF2) has a glyph. */
export async function findSupportedCharacters(font: Uint8Array, text: string): Promise<Set<string>> {
  return new Set([...readCodePoints(await convertToSfnt(font, text))].map((code) => String.fromCodePoint(code)));
}

/**
 * Returns the name that PDFs have for a font (TrueType, OpenType or WOFF2), and whether its maker allows it to be
 * embedded. Throws if the bytes are not a font.
 */
export async function describeFont(font: Uint8Array): Promise<{ name?: string; mayBeEmbedded: boolean }> {
  const sfnt = await convertToSfnt(font, " ");
  return { name: readPostScriptName(sfnt), mayBeEmbedded: isEmbeddable(sfnt) };
}

// subset-font reads every format and writes sfnt, cut down to the characters of the text.
async function convertToSfnt(font: Uint8Array, text: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(Buffer.from(font), sortedCharacters(text), { targetFormat: "sfnt" });
}

// Returns the parts into which browsers split letters before they choose glyphs: vowels of two parts, and letters with
// dots, in the scripts from Devanagari to Khmer. If the font lacks a part, the whole syllable stays blank. Unicode has
// the parts of all but the Khmer vowels; the first part of those is always U+17C1.
function decompose(text: string): string {
  const parts = (text.match(/[\u0900-\u17ff]/g) ?? []).join("").normalize("NFKD");
  return /[\u17be-\u17c0\u17c4\u17c5]/.test(text) ? `${parts}\u17c1` : parts;
}

// The order is always the same, so that the same characters give the same bytes.
function sortedCharacters(text: string): string {
  return [...new Set(text)].sort().join("");
}
