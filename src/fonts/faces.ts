import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { findSupportedCharacters } from "./font.ts";
import { scriptOf, standardOf } from "../language.ts";
import type { Face } from "../publication.ts";
import type { Script, FontPackage } from "./scripts.ts";

/** The faces that a publication needs beside the program's own, and its characters that no face has. */
export interface FoundFaces {
  faces: Face[];
  /** The characters of scripts whose font is not installed. */
  absent: { script: Script; characters: Set<string> }[];
  /** The characters for which no script of the table has a font. */
  unknown: Set<string>;
}

// Characters that all of the program's own fonts have, as tests/unit/faces.test.ts finds in their files. Most
// publications have no others, and then no font need be read.
const inOurs = new RegExp(
  String.raw`[\s -~\xa0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b` +
    String.raw`\u0300-\u0304\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u1e80-\u1e85\u1ea0-\u1ef9` +
    String.raw`\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212]`,
);

// Spaces, joiners and marks of direction: nothing is printed for them.
const needsNoGlyph = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** Returns the characters of a text that the program's own fonts may lack. */
export function findForeignCharacters(text: string): Set<string> {
  return new Set([...text].filter((character) => !inOurs.test(character) && !needsNoGlyph.test(character)));
}

/**
 * Finds the faces for characters that the program's own fonts may lack. `languages` are those of the texts. The
 * packages of fonts are looked up beside the program, then from `folder` upwards.
 */
export async function findFaces(
  foreign: Set<string>,
  languages: string[],
  scripts: Script[],
  folder: string,
): Promise<FoundFaces> {
  const found: FoundFaces = { faces: [], absent: [], unknown: new Set() };
  const remaining = new Set(foreign);
  const remove = (characters: Set<string>) => characters.forEach((character) => remaining.delete(character));
  // Source Serif, the last family for every letter, has more characters than `inOurs`.
  remove(await findInFile(require.resolve("source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2"), remaining));

  const declared = new Set(languages.map((language) => scriptOf(standardOf(language))));
  for (const script of orderByUse(scripts, remaining, declared, folder)) {
    // In a text that is declared to be in this script, characters that it shares with others, such as Han letters, are
    // set in its own font, even if another font has them already.
    const candidates = [...(declared.has(script.code) ? foreign : remaining)];
    const wanted = new Set(candidates.filter((character) => script.letters.test(character)));
    if (wanted.size === 0) continue;
    const home = findPackage(script.type.npm, folder);
    if (!home) {
      found.absent.push({ script, characters: wanted });
      remove(wanted);
      continue;
    }
    const { faces, has } = await findScriptFaces(script, home, wanted);
    if (has.size === 0) continue;
    found.faces.push(...faces);
    remove(has);
    // The font may also have signs that Unicode gives to no script.
    if (!script.wholeScript) remove(await findInSlices(script.type, script.type.slices, home, remaining));
  }
  found.unknown = remaining;
  return found;
}

// Orders the scripts: those that a language declares, other scripts of letters, signs whose font is installed, other
// signs. Among scripts of letters of the same rank, the one with the most letters comes first. A script that shares
// letters is kept only if a language declares it or a character is its own; if that is true of none, the last of them
// is kept.
function orderByUse(
  scripts: Script[],
  remaining: Set<string>,
  declared: Set<string | undefined>,
  folder: string,
): Script[] {
  const characters = [...remaining];
  const sharing = scripts.filter(({ own }) => own);
  const recognised = sharing.filter(
    ({ code, own }) => declared.has(code) || characters.some((character) => own!.test(character)),
  );
  const kept = recognised.length > 0 ? recognised : sharing.slice(-1);
  const used = scripts.filter((script) => !script.own || kept.includes(script));
  const rankOf = ({ code, isSigns, type }: Script) => {
    if (isSigns) return findPackage(type.npm, folder) ? 2 : 3;
    return declared.has(code) ? 0 : 1;
  };
  const countLetters = ({ letters }: Script) => characters.filter((character) => letters.test(character)).length;
  return used.toSorted((one, other) => {
    const difference = rankOf(one) - rankOf(other);
    return difference !== 0 || one.isSigns ? difference : countLetters(other) - countLetters(one);
  });
}

// Returns the faces of a script that are needed for some characters, and which of the characters they have. `home` is
// the folder of the font's package.
async function findScriptFaces(
  { type, wholeScript }: Script,
  home: string,
  wanted: Set<string>,
): Promise<{ faces: Face[]; has: Set<string> }> {
  const ranges = type.hasNumberedSlices || wholeScript ? readUnicodeRanges(home) : {};
  const has = await findInSlices(type, type.slices, home, wanted);
  const faces = type.slices.flatMap((slice) => createFaces(type, slice, home, wholeScript && ranges[slice]));
  const rest = [...wanted].filter((character) => !has.has(character));
  if (!type.hasNumberedSlices || rest.length === 0) return { faces, has };

  const numbered = Object.entries(ranges).filter(
    ([slice, range]) => slice.startsWith("[") && rest.some((character) => isInRange(character, range)),
  );
  for (const [slice, range] of numbered) {
    const number = slice.slice(1, -1);
    const more = await findInSlices(type, [number], home, new Set(rest));
    if (more.size > 0) faces.push(...createFaces(type, number, home, range));
    for (const character of more) has.add(character);
  }
  return { faces, has };
}

// Creates the faces of a slice: one for each weight and style.
function createFaces(type: FontPackage, slice: string, home: string, range?: string): Face[] {
  const { family, scale } = type;
  const styles = type.hasItalics ? (["normal", "italic"] as const) : (["normal"] as const);
  const licence = { name: `LICENSE-${path.basename(type.npm)}.txt`, source: path.join(home, type.licence) };
  return styles.flatMap((style) =>
    Object.entries(type.weights).map(([weight, fileWeight]): Face => {
      const file = type.file(slice, fileWeight, style);
      const names = { name: path.basename(file), source: path.join(home, file) };
      return { family, ...names, weight, style, ...(range && { range }), ...(scale && { scale }), licence };
    }),
  );
}

async function findInSlices(
  { weights, file }: FontPackage,
  slices: string[],
  home: string,
  wanted: Set<string>,
): Promise<Set<string>> {
  const regular = Object.values(weights)[0]!;
  const found = await Promise.all(
    slices.map((slice) => findInFile(path.join(home, file(slice, regular, "normal")), wanted)),
  );
  return new Set(found.flatMap((characters) => [...characters]));
}

const require = createRequire(import.meta.url);

/**
 * The characters that were found in a font file, by the file and those that were looked for: a font is slow to read.
 */
const foundInFiles = new Map<string, Promise<Set<string>>>();

// Returns those of the characters that a font file has a glyph for.
async function findInFile(file: string, wanted: Set<string>): Promise<Set<string>> {
  const text = [...wanted].join("");
  const key = `${file}\0${text}`;
  const finding = foundInFiles.get(key) ?? readFile(file).then((font) => findSupportedCharacters(font, text));
  foundInFiles.set(key, finding);
  const has = await finding;
  // A font that was cut down to the characters may keep others that belong to them.
  return new Set([...has].filter((character) => wanted.has(character)));
}

// Returns the folder of an installed package: beside the program, or beside or above the publication. Returns nothing
// where it is not installed.
function findPackage(npm: string, folder: string): string | undefined {
  for (const { resolve } of [require, createRequire(path.resolve(folder, "publication.yaml"))]) {
    try {
      return path.dirname(resolve(`${npm}/package.json`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
}

// Returns the characters of each slice of a package of Fontsource, as CSS writes a range.
function readUnicodeRanges(home: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(home, "unicode.json"), "utf8")) as Record<string, string>;
}

// Returns whether a range, as CSS writes it (`U+26,U+0-7F`), contains a character.
function isInRange(character: string, range: string): boolean {
  const code = character.codePointAt(0)!;
  return range.split(",").some((part) => {
    const [first, last = first] = part
      .replace("U+", "")
      .split("-")
      .map((digits) => Number.parseInt(digits, 16)) as [number, number?];
    return first <= code && code <= last!;
  });
}
