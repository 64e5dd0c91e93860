import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { counterStyle, faceRules } from "../fonts/face-rules.ts";
import type { Face, Publication } from "../publication.ts";

const require = createRequire(import.meta.url);

/**
 * The named sheets of styles/, one after the other, and after them what the languages and the faces of the publication
 * ask for; pages are numbered in the figures of its language: `stylesheet(["tokens", "prose"], publication)`.
 */
export function stylesheet(names: string[], publication: Publication): string {
  const figures = counterStyle(publication.language);
  const sheets = [...names.map(sheet), faceRules(names, publication, () => sheet("scripts"))]
    .filter(Boolean)
    .join("\n");
  return figures ? sheets.replaceAll("counter(page)", `counter(page, ${figures})`) : sheets;
}

function sheet(name: string): string {
  return readFileSync(new URL(`../../styles/${name}.css`, import.meta.url), "utf8");
}

// Our own faces: they stand in npm packages of their foundry.
const packages: [start: string, folder: string, licence: string][] = [
  ["SourceSerif4", "source-serif/WOFF2/TTF", "source-serif/LICENSE.md"],
  ["SourceSans3", "source-sans/WOFF2/TTF", "source-sans/LICENSE.md"],
];

/** The bytes of the font file that a sheet asks for as `fonts/NAME`. */
export function readFont(name: string, faces: Face[]): Uint8Array {
  return bytesOf(fontSource(name, faces));
}

/** Where that file stands on this machine, or its bytes, if it is the publication's own. */
export function fontSource(name: string, faces: Face[]): string | Uint8Array {
  return faces.find((face) => face.name === name)?.source ?? require.resolve(`${packageOf(name)[1]}/${name}`);
}

/**
 * The licences that go where the fonts go, by the name that each gets there: every family's own, with its authors (SIL
 * Open Font License).
 */
export function readLicences(names: string[], faces: Face[]): [name: string, text: Uint8Array][] {
  const licences = names.map((name): [string, string | Uint8Array] => {
    const licence = faces.find((face) => face.name === name)?.licence;
    if (licence) return [licence.name, licence.source];
    const [start, , file] = packageOf(name);
    return [`LICENSE-${start}.txt`, require.resolve(file)];
  });
  return [...new Map(licences)].map(([name, source]) => [name, bytesOf(source)]);
}

/** The font files that a sheet asks for, by name. */
export function fontsOf(css: string): string[] {
  return [...new Set([...css.matchAll(/url\("?fonts\/([^")]+)"?\)/g)].map((match) => match[1]!))];
}

function bytesOf(source: string | Uint8Array): Uint8Array {
  return typeof source === "string" ? readFileSync(source) : source;
}

function packageOf(name: string): (typeof packages)[number] {
  const found = packages.find(([start]) => name.startsWith(start));
  if (!found) throw new Error(`No package has the font file ${name}, which a sheet in styles/ asks for.`);
  return found;
}
