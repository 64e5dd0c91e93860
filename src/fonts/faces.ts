import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { characters } from "./font.ts";
import { scriptOf, standardOf } from "../language.ts";
import type { Face } from "../publication.ts";
import type { Script, Type } from "./scripts.ts";

/** The faces beside our own in which a publication is set, and its characters that no face has. */
export interface Faces {
  faces: Face[];
  /** The characters of scripts whose type is not installed. */
  absent: { script: Script; characters: Set<string> }[];
  /** The characters of which nobody knows a face. */
  unknown: Set<string>;
}

// What every one of our own faces has, for text, titles, notes and large print: found in their files, without what is
// rare. It spares most publications the reading of fonts.
const inOurs = new RegExp(
  String.raw`[\s -~\xa0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b` +
    String.raw`\u0300-\u0304\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u1e80-\u1e85\u1ea0-\u1ef9` +
    String.raw`\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212]`,
);

// Nothing is printed of these: spaces, joiners, marks of direction.
const needsNoGlyph = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** The characters of a text that it is not known of our own faces to have. */
export function beyondOurs(text: string): Set<string> {
  return new Set([...text].filter((character) => !inOurs.test(character) && !needsNoGlyph.test(character)));
}

/**
 * Finds the faces for characters that our own faces may lack; `languages` are those of the texts. Packages are looked
 * for beside the program and from `folder` upwards.
 */
export async function findFaces(
  beyond: Set<string>,
  languages: string[],
  scripts: Script[],
  folder: string,
): Promise<Faces> {
  const found: Faces = { faces: [], absent: [], unknown: new Set() };
  const open = new Set(beyond);
  for (const character of await glyphsFor(
    require.resolve("source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2"),
    open,
  ))
    open.delete(character);

  const written = new Set(languages.map((language) => scriptOf(standardOf(language))));
  for (const script of inOrderOfUse(scripts, open, written, folder)) {
    // What a text of this script shares with another, such as Han letters, is set in this script's type there.
    const wanted = new Set(
      [...(written.has(script.code) ? beyond : open)].filter((character) => script.letters.test(character)),
    );
    if (wanted.size === 0) continue;
    const home = locate(script.type.npm, folder);
    const { faces, has } = home ? await facesFor(script, home, wanted) : { faces: [], has: wanted };
    if (has.size === 0) continue;
    if (home) found.faces.push(...faces);
    else found.absent.push({ script, characters: wanted });
    for (const character of has) open.delete(character);
    // Signs that no list gives to the script, but its type has.
    if (home && !script.wholeScript)
      for (const character of await slicesHave(script.type, script.type.slices, home, open)) open.delete(character);
  }
  found.unknown = open;
  return found;
}

// First the scripts in which texts are declared to be written, then those with most letters; signs last, and of these
// first what is installed.
function inOrderOfUse(
  scripts: Script[],
  open: Set<string>,
  written: Set<string | undefined>,
  folder: string,
): Script[] {
  const characters = [...open];
  const claimed = scripts.filter(
    ({ code, own }) => own && (written.has(code) || characters.some((character) => own.test(character))),
  );
  const shared = scripts.filter(({ own }) => own);
  const used = scripts.filter(
    (script) => !script.own || claimed.includes(script) || (claimed.length === 0 && script === shared.at(-1)),
  );
  const rank = ({ code, isSigns, type }: Script) =>
    isSigns ? (locate(type.npm, folder) ? 2 : 3) : written.has(code) ? 0 : 1;
  const count = ({ letters }: Script) => characters.filter((character) => letters.test(character)).length;
  return used.toSorted((one, other) => rank(one) - rank(other) || (one.isSigns ? 0 : count(other) - count(one)));
}

async function facesFor(
  { type, wholeScript }: Script,
  home: string,
  wanted: Set<string>,
): Promise<{ faces: Face[]; has: Set<string> }> {
  const ranges = type.hasNumberedSlices || wholeScript ? unicodeRanges(home) : {};
  const has = await slicesHave(type, type.slices, home, wanted);
  const faces = type.slices.flatMap((slice) => facesOfSlice(type, slice, home, wholeScript && ranges[slice]));
  const rest = [...wanted].filter((character) => !has.has(character));
  if (!type.hasNumberedSlices || rest.length === 0) return { faces, has };

  const numbered = Object.entries(ranges).filter(
    ([slice, range]) => slice.startsWith("[") && rest.some((character) => isWithin(character, range)),
  );
  for (const [slice, range] of numbered) {
    const number = slice.slice(1, -1);
    const more = await slicesHave(type, [number], home, new Set(rest));
    if (more.size > 0) faces.push(...facesOfSlice(type, number, home, range));
    for (const character of more) has.add(character);
  }
  return { faces, has };
}

function facesOfSlice(
  { family, weights, file, hasItalics, licence, scale, npm }: Type,
  slice: string,
  home: string,
  range?: string,
): Face[] {
  return (hasItalics ? (["normal", "italic"] as const) : (["normal"] as const)).flatMap((style) =>
    Object.entries(weights).map(([weight, of]): Face => {
      const name = file(slice, of, style);
      const licenceOf = { name: `LICENSE-${path.basename(npm)}.txt`, source: path.join(home, licence) };
      const named = { name: path.basename(name), source: path.join(home, name) };
      return { family, ...named, weight, style, ...(range && { range }), ...(scale && { scale }), licence: licenceOf };
    }),
  );
}

async function slicesHave(
  { weights, file }: Type,
  slices: string[],
  home: string,
  wanted: Set<string>,
): Promise<Set<string>> {
  const regular = Object.values(weights)[0]!;
  const found = await Promise.all(
    slices.map((slice) => glyphsFor(path.join(home, file(slice, regular, "normal")), wanted)),
  );
  return new Set(found.flatMap((characters) => [...characters]));
}

const require = createRequire(import.meta.url);
const known = new Map<string, Promise<Set<string>>>();

// Those of the characters that a font file has; asked again for the same, it is not read again.
function glyphsFor(file: string, wanted: Set<string>): Promise<Set<string>> {
  const text = [...wanted].join("");
  const key = `${file}\0${text}`;
  if (!known.has(key))
    known.set(
      key,
      readFile(file).then((font) => characters(font, text)),
    );
  return known.get(key)!.then((has) => new Set([...has].filter((character) => wanted.has(character))));
}

/**
 * The folder of a package, beside the program or, from a folder upwards, beside the publication; nothing where it is
 * not installed.
 */
function locate(npm: string, folder: string): string | undefined {
  for (const resolve of [require.resolve, createRequire(path.resolve(folder, "publication.yaml")).resolve]) {
    try {
      return path.dirname(resolve(`${npm}/package.json`));
    } catch {
      // Not here: the next place may have it.
    }
  }
  return undefined;
}

function unicodeRanges(home: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(home, "unicode.json"), "utf8")) as Record<string, string>;
}

// A range as CSS writes it: U+26,U+0-7F.
function isWithin(character: string, range: string): boolean {
  const code = character.codePointAt(0)!;
  return range.split(",").some((part) => {
    const [first, last = first] = part
      .replace("U+", "")
      .split("-")
      .map((digits) => Number.parseInt(digits, 16)) as [number, number?];
    return first <= code && code <= last!;
  });
}
