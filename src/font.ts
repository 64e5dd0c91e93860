import subsetFont from "subset-font";
import { codePoints, mayBeEmbedded, postScriptName } from "./sfnt.ts";

// The one user of subset-font.

// What text set in our faces asks of a font: kerning, ligatures, accents, joined letters, the figures of running text and of tables.
const features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "onum", "lnum", "init", "medi", "fina", "isol", "rlig", "calt"];

/** The font with no more glyphs than the characters of the text need, as WOFF2: the web edition's fonts weigh a tenth. */
export async function subset(font: Uint8Array, text: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font), charactersOf(text), { targetFormat: "woff2", keepFeatures: features });
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
