import { findForeignCharacters, findFaces, type FoundFaces } from "../fonts/faces.ts";
import { findSupportedCharacters } from "../fonts/font.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Place, Problem } from "../problem.ts";
import { findPassageLanguages, type At, type Draft, type Face, type Preface, type Statement } from "../publication.ts";
import type { Fonts } from "../schemas.ts";
import { printedEditions, type EditionName } from "../edition-names.ts";
import { arabicFonts, scripts } from "../fonts/scripts.ts";
import { readFonts } from "./fonts.ts";

/** What is needed beside the draft. */
interface Keys {
  /** The whole of publication.yaml, valid or not. */
  value: unknown;
  /** Its key `fonts`, if that is valid. */
  fonts?: Fonts;
  editions: EditionName[];
  at: At;
  /** The preface and the last page, as far as they are there. */
  ownTexts: Preface[];
}

/**
 * Finds the faces that a publication needs beside our own: the editor's, and those of other scripts. If something is to
 * be printed, each character for which no face has a glyph is a problem.
 */
export async function readFaces(
  folder: string,
  draft: Draft,
  { value, fonts, editions, at, ownTexts }: Keys,
): Promise<{ faces: Face[]; problems: Problem[] }> {
  const own = await readFonts(folder, fonts, at);
  const texts = [
    ...textsOfValue(value, [], at),
    ...ownTexts.flatMap(textsOfPreface),
    ...draft.statements.flatMap(textsOfStatement),
    ...draft.texts.flatMap(textsOfBody),
  ];
  const foreign = findForeignCharacters(texts.map(({ text }) => text).join("\n"));
  if (foreign.size === 0) return own;
  const regular = own.faces.find((face) => face.own === "text" && face.name.includes("-regular"));
  if (regular) {
    const supported = await findSupportedCharacters(regular.source as Uint8Array, [...foreign].join(""));
    for (const character of supported) foreign.delete(character);
  }

  const languages = new Set(draft.texts.flatMap(({ lang, body }) => [lang, ...findPassageLanguages(body)]));
  const chosen = scripts.map((script) =>
    script.code === "Arab" ? { ...script, type: arabicFonts[fonts?.arabic ?? "vazirmatn"] } : script,
  );
  const found = await findFaces(foreign, [...languages], chosen, folder);
  // The other editions are read on a screen, where a browser takes missing glyphs from the reader's own fonts.
  const missing = editions.some((edition) => printedEditions.has(edition)) ? glyphProblems(found, texts) : [];
  return { faces: [...own.faces, ...found.faces], problems: [...own.problems, ...missing] };
}

interface PlacedText {
  text: string;
  place: Place;
}

// Returns all values of publication.yaml but two: `imprint` is one of the draft's texts, and `fonts` is not printed. Of
// the others, those that are not printed are ASCII.
function textsOfValue(value: unknown, path: (string | number)[], at: At): PlacedText[] {
  if (typeof value === "string")
    return ["imprint", "fonts"].includes(String(path[0]))
      ? []
      : [{ text: value.trim().normalize(), place: at(...path) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOfValue(inner, [...path, Array.isArray(value) ? Number(key) : key], at),
  );
}

function textsOfPreface({ at, title, author }: Preface): PlacedText[] {
  return [placeText(title, at("title")), placeText(author, at("author"))];
}

// Returns what is printed of the front matter. Both sides of a correction are printed in the list of sources.
function textsOfStatement({
  at,
  title,
  subtitle,
  organisation,
  author,
  origin,
  url,
  corrections,
}: Statement): PlacedText[] {
  return [
    placeText(title, at("title")),
    placeText(subtitle, at("subtitle")),
    placeText(organisation, at("organisation")),
    placeText(author, at("author")),
    placeText(origin.published, at("source", "published")),
    placeText(origin.url, at("source", "url")),
    placeText(url, at("url")),
    ...corrections.flatMap((correction, index) => [
      placeText(correction.source, at("corrections", index, "source")),
      placeText(correction.text, at("corrections", index, "text")),
    ]),
  ];
}

function placeText(text = "", place: Place): PlacedText {
  return { text: text.normalize(), place };
}

function textsOfBody(prose: Draft["texts"][number]): PlacedText[] {
  const { body, notes } = readStrands(prose);
  // Markdown replaces the control character U+0000 by U+FFFD. The former is a problem already; the latter must not be
  // another.
  const hasReplacements = prose.body.includes("\0");
  const withoutReplacement = (text: string) => (hasReplacements ? text.replaceAll("\ufffd", "") : text).normalize();
  return [...body, ...notes.flat()].map(({ text, line, column }) => ({
    text: withoutReplacement(text),
    place: { file: prose.file, line, column },
  }));
}

function glyphProblems({ absent, unknown }: FoundFaces, texts: PlacedText[]): Problem[] {
  const notInstalled = absent.map(({ script, characters }): Problem => ({
    code: "glyph-missing",
    place: findFirst(characters, texts),
    message: `The font for ${countOf(characters, script.name)} is not installed: ${listOf(characters)}.`,
    hint: `Install it with “npm install ${script.type.npm}”.`,
  }));
  if (unknown.size === 0) return notInstalled;
  return [
    ...notInstalled,
    {
      code: "glyph-missing",
      place: findFirst(unknown, texts),
      message: `The program knows no font for ${countOf(unknown)}: ${listOf(unknown)}.`,
      hint: "Write other characters, or name a font that has these under “fonts:” in publication.yaml.",
    },
  ];
}

function findFirst(characters: Set<string>, texts: PlacedText[]): Place {
  const { text, place } = texts.find(({ text }) => [...text].some((character) => characters.has(character)))!;
  const all = [...text];
  const index = all.findIndex((character) => characters.has(character));
  return { ...place, column: place.column + all.slice(0, index).join("").length };
}

// "a character", "5 Khmer characters"
function countOf(characters: Set<string>, script = ""): string {
  const kind = script === "" ? "character" : `${script} character`;
  if (characters.size > 1) return `${characters.size} ${kind}s`;
  return `${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}`;
}

// More than these would not help to find the passage.
const mostListed = 3;

function listOf(characters: Set<string>): string {
  const listed = [...characters]
    .slice(0, mostListed)
    .map((character) => `“${character}” (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`);
  const others = characters.size - listed.length;
  return listed.join(", ") + (others > 0 ? ` and ${others} more` : "");
}
