import subsetFont from "subset-font";
import { codePoints, mayBeEmbedded, postScriptName } from "./sfnt.ts";

// The one user of subset-font.

// What text asks of a font: kerning, ligatures, accents, the figures of running text and of tables; the joined letters of Arabic; the conjuncts and
// the order of letters of Indic scripts and Khmer; the half widths of East Asian brackets; the syllables of Korean.
const features =
  "kern liga clig mark mkmk ccmp locl onum lnum calt rclt init medi med2 fina fin2 fin3 isol rlig curs mset stch nukt akhn rphf rkrf pref blwf abvf half pstf vatu cjct cfar " +
  "pres abvs blws psts haln dist abvm blwm halt chws ljmo vjmo tjmo";

/** The font with no more glyphs than the characters of the text need, as WOFF2: the web edition's fonts weigh a tenth. */
export async function subset(font: Uint8Array, text: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font), charactersOf(text), { targetFormat: "woff2", keepFeatures: features.split(" ") });
}

/** Those characters of the text for which the font has a glyph. */
export async function characters(font: Uint8Array, text: string): Promise<Set<string>> {
  return new Set([...codePoints(await unpacked(font, text))].map((code) => String.fromCodePoint(code)));
}

/** What a font says of itself: the name by which PDFs call it, and whether its maker lets it be embedded. Throws where it is none. */
export async function describeFont(font: Uint8Array): Promise<{ name?: string; mayBeEmbedded: boolean }> {
  const sfnt = await unpacked(font, " ");
  return { name: postScriptName(sfnt), mayBeEmbedded: mayBeEmbedded(sfnt) };
}

// subset-font reads every format and writes sfnt.
async function unpacked(font: Uint8Array, text: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font), charactersOf(text), { targetFormat: "sfnt" });
}

function charactersOf(text: string): string {
  return [...new Set(text)].sort().join("");
}
