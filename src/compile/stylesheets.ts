import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { counterStyleOf, createFontRules } from "../fonts/face-rules.ts";
import { listTexts, type Face, type Publication } from "../publication.ts";

const require = createRequire(import.meta.url);

/**
 * Returns the named sheets of styles/ in this order, then the rules for the publication's languages and faces:
 * `buildStylesheet(["tokens", "prose"], publication)`. Where texts are set and one has a slip, the sheet for slips is among
 * them. Pages are numbered in the digits of its language.
 */
export function buildStylesheet(names: string[], publication: Publication): string {
  const digits = counterStyleOf(publication.language);
  const ofSlips = hasSlip(publication) && names.some((name) => name === "prose" || name === "epub") ? ["slip"] : [];
  const sheets = [
    ...[...names, ...ofSlips].map(readSheet),
    createFontRules(names, publication, () => readSheet("scripts")),
  ]
    .filter(Boolean)
    .join("\n");
  return digits ? sheets.replaceAll("counter(page)", `counter(page, ${digits})`) : sheets;
}

/**
 * Returns the style sheet of the EPUB. It has the faces of the scripts that a reading system may lack, without the
 * weight 900: only printed titles use it, and the titles of a book are bold.
 */
export function buildBookStylesheet(publication: Publication): string {
  return buildStylesheet(["epub"], publication).replace(/@font-face \{[^}]*font-weight: 900;[^}]*\}\n*/g, "");
}

// Whether a text has a slip to cut off.
function hasSlip(publication: Publication): boolean {
  return listTexts(publication).some(({ body }) => /\{:[^{}]*\bslip\b/.test(body));
}

// Which npm package has the program's own fonts, by the first part of their file names.
const packages: [start: string, folder: string, licence: string][] = [
  ["SourceSerif4", "source-serif/WOFF2/TTF", "source-serif/LICENSE.md"],
  ["SourceSans3", "source-sans/WOFF2/TTF", "source-sans/LICENSE.md"],
];

/** Returns the bytes of the font that a style sheet asks for as `fonts/NAME`. */
export function readFont(name: string, faces: Face[]): Uint8Array {
  return readSource(fontSource(name, faces));
}

/** Returns the path of that font on this machine, or its bytes if it is the editor's own. */
export function fontSource(name: string, faces: Face[]): string | Uint8Array {
  return faces.find((face) => face.name === name)?.source ?? require.resolve(`${packageOf(name)[1]}/${name}`);
}

/**
 * Returns the licences that must go beside the fonts, each with its file name there. The SIL Open Font License asks
 * for the licence of each family, which names its authors.
 */
export function readLicences(names: string[], faces: Face[]): [name: string, text: Uint8Array][] {
  const licences = names.map((name): [string, string | Uint8Array] => {
    const licence = faces.find((face) => face.name === name)?.licence;
    if (licence) return [licence.name, licence.source];
    const [start, , file] = packageOf(name);
    return [`LICENSE-${start}.txt`, require.resolve(file)];
  });
  return [...new Map(licences)].map(([name, source]) => [name, readSource(source)]);
}

/** Returns the names of the fonts that a style sheet asks for. */
export function fontsOf(css: string): string[] {
  return [...new Set([...css.matchAll(/url\("?fonts\/([^")]+)"?\)/g)].map((match) => match[1]!))];
}

function readSheet(name: string): string {
  return readFileSync(new URL(`../../styles/${name}.css`, import.meta.url), "utf8");
}

function readSource(source: string | Uint8Array): Uint8Array {
  return typeof source === "string" ? readFileSync(source) : source;
}

function packageOf(name: string): (typeof packages)[number] {
  const match = packages.find(([start]) => name.startsWith(start));
  if (!match) throw new Error(`No package has the font “${name}”, for which a sheet in styles/ asks.`);
  return match;
}
