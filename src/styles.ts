import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The named sheets of styles/, one after the other: `stylesheet(["tokens", "prose"])`. */
export function stylesheet(names: string[]): string {
  return names.map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), "utf8")).join("\n");
}

const packages: [start: string, folder: string, licence: string][] = [
  ["SourceSerif4", "source-serif/WOFF2/TTF", "source-serif/LICENSE.md"],
  ["SourceSans3", "source-sans/WOFF2/TTF", "source-sans/LICENSE.md"],
  ["Vazirmatn", "vazirmatn/fonts/webfonts", "vazirmatn/OFL.txt"],
  ["frank-ruhl-libre", "@fontsource/frank-ruhl-libre/files", "@fontsource/frank-ruhl-libre/LICENSE"],
];

/** Path of the font file that a sheet asks for as `fonts/NAME`; the files stand in npm packages of their foundries. */
export function fontFile(name: string): string {
  return require.resolve(`${packageOf(name)[1]}/${name}`);
}

/** The licences that go where the fonts go, by the name that each gets there: every family's own, with its authors (SIL Open Font License). */
export function fontLicences(names: string[]): [name: string, file: string][] {
  const families = new Map(names.map((name) => [packageOf(name)[0], packageOf(name)[2]]));
  return [...families].map(([family, licence]) => [`LICENSE-${family}.txt`, require.resolve(licence)]);
}

/** The font files that a sheet asks for, by name. */
export function fontsOf(css: string): string[] {
  return [...new Set([...css.matchAll(/url\("?fonts\/([^")]+)"?\)/g)].map((match) => match[1]!))];
}

function packageOf(name: string): (typeof packages)[number] {
  const found = packages.find(([start]) => name.startsWith(start));
  if (!found) throw new Error(`No package has the font file ${name}, which a sheet in styles/ asks for.`);
  return found;
}
