import subsetFont from "subset-font";
import { codePoints, mayBeEmbedded, postScriptName } from "./sfnt.ts";

// The one user of subset-font.

// What text asks of a font: kerning, ligatures, accents, the figures of running text and of tables; the joined letters
// of Arabic; the conjuncts and the order of letters of Indic scripts and Khmer; the half widths of East Asian brackets;
// the syllables of Korean.
const features =
  "kern liga clig mark mkmk ccmp locl onum lnum calt rclt init medi med2 fina fin2 fin3 isol rlig curs mset stch nukt akhn rphf rkrf pref blwf abvf half pstf vatu cjct cfar " +
  "pres abvs blws psts haln dist abvm blwm halt chws ljmo vjmo tjmo";

/**
 * The font with no more glyphs than the characters of the text need, as WOFF2: the web edition's fonts weigh a tenth.
 */
export async function subset(font: Uint8Array, text: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font), charactersOf(text + partsOf(text)), {
    targetFormat: "woff2",
    keepFeatures: features.split(" "),
  });
}

/** Those characters of the text for which the font has a glyph. */
export async function characters(font: Uint8Array, text: string): Promise<Set<string>> {
  return new Set([...codePoints(await unpacked(font, text))].map((code) => String.fromCodePoint(code)));
}

/**
 * What a font says of itself: the name by which PDFs call it, and whether its maker lets it be embedded. Throws where
 * it is none.
 */
export async function describeFont(font: Uint8Array): Promise<{ name?: string; mayBeEmbedded: boolean }> {
  const sfnt = await unpacked(font, " ");
  return { name: postScriptName(sfnt), mayBeEmbedded: mayBeEmbedded(sfnt) };
}

// subset-font reads every format and writes sfnt.
async function unpacked(font: Uint8Array, text: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font), charactersOf(text), { targetFormat: "sfnt" });
}

// Browsers take the vowels of two parts from Devanagari to Khmer, and letters with dots, apart before they choose
// glyphs; where a part has none, the whole syllable is blank. Unicode knows the parts, but for those of Khmer, whose
// first is always the same.
function partsOf(text: string): string {
  const parts = (text.match(/[\u0900-\u17ff]/g) ?? []).join("").normalize("NFKD");
  return /[\u17be-\u17c0\u17c4\u17c5]/.test(text) ? `${parts}\u17c1` : parts;
}

function charactersOf(text: string): string {
  return [...new Set(text)].sort().join("");
}
