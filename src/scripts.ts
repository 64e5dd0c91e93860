import type { Publication } from "./publication.ts";

// Source Serif and Source Sans have Latin, Greek and Cyrillic. Another script has a sheet of its own in styles/, with its fonts and what
// follows from its letters; only a publication that holds a letter of it gets the sheet.
const scripts: [sheet: string, letter: RegExp][] = [
  ["arabic", /\p{Script=Arabic}/u],
  ["hebrew", /\p{Script=Hebrew}/u],
];

/** The sheets, and after them those of the scripts in which a publication is written. */
export function withScripts(sheets: string[], publication: Publication): string[] {
  const text = JSON.stringify(publication, (key, value) => (key === "images" || key === "document" ? undefined : value));
  return [...sheets, ...scripts.filter(([, letter]) => letter.test(text)).map(([sheet]) => sheet)];
}
