import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The named sheets of styles/, one after the other: `stylesheet(["tokens", "prose"])`. */
export function stylesheet(names: string[]): string {
  return names.map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), "utf8")).join("\n");
}

const packages: [start: string, folder: string][] = [
  ["SourceSerif4", "source-serif/WOFF2/TTF"],
  ["SourceSans3", "source-sans/WOFF2/TTF"],
];

/** Path of the font file that a sheet asks for as `fonts/NAME`; the files stand in npm packages of their foundries. */
export function fontFile(name: string): string {
  const folder = packages.find(([start]) => name.startsWith(start))?.[1];
  if (!folder) throw new Error(`No package has the font file ${name}, which a sheet in styles/ asks for.`);
  return require.resolve(`${folder}/${name}`);
}

/** Path of the licence that goes where the fonts go: the same for both families (SIL Open Font License). */
export function fontLicence(): string {
  return require.resolve("source-serif/LICENSE.md");
}

/** The font files that a sheet asks for, by name. */
export function fontsOf(css: string): string[] {
  return [...new Set([...css.matchAll(/url\("?fonts\/([^")]+)"?\)/g)].map((match) => match[1]!))];
}
