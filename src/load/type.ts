import { beyondOurs, findFaces, type Faces } from "../fonts/faces.ts";
import { characters } from "../fonts/font.ts";
import { strands } from "../markdown/strands.ts";
import type { Place, Problem } from "../problem.ts";
import { languagesIn, type At, type Draft, type Face } from "../publication.ts";
import type { EditionName, Fonts } from "../schemas.ts";
import { arabicTypes, scripts } from "../fonts/scripts.ts";
import { readFonts } from "./fonts.ts";

// Whoever reads on a screen has fonts of their own, from which a browser takes what a page does not bring.
const printed = new Set<EditionName>(["pamphlet", "booklet", "press", "large-print", "leaflets"]);

/** What of publication.yaml decides on type: all that could be read of it, and the keys that are right. */
interface Keys {
  read: unknown;
  fonts?: Fonts;
  editions: EditionName[];
  at: At;
}

/**
 * Finds the faces in which a publication is set beside our own: the editor's, and those of other scripts. A character
 * that no face has is a problem where it is to be printed.
 */
export async function readType(
  folder: string,
  draft: Draft,
  { read, fonts, editions, at }: Keys,
): Promise<{ faces: Face[]; problems: Problem[] }> {
  const own = await readFonts(folder, fonts, at);
  const texts = [...valuesOf(read, [], at), ...draft.statements.flatMap(headOf), ...draft.texts.flatMap(wordsOf)];
  const beyond = beyondOurs(texts.map(({ text }) => text).join("\n"));
  if (beyond.size === 0) return own;
  const ofText = own.faces.find(({ own, name }) => own === "text" && name.includes("-regular"));
  if (ofText)
    for (const character of await characters(ofText.source as Uint8Array, [...beyond].join("")))
      beyond.delete(character);

  const languages = new Set(draft.texts.flatMap(({ lang, body }) => [lang, ...languagesIn(body)]));
  const chosen = scripts.map((script) =>
    script.code === "Arab" ? { ...script, type: arabicTypes[fonts?.arabic ?? "vazirmatn"] } : script,
  );
  const found = await findFaces(beyond, [...languages], chosen, folder);
  const missing = editions.some((edition) => printed.has(edition)) ? problemsOf(found, texts) : [];
  return { faces: [...own.faces, ...found.faces], problems: [...own.problems, ...missing] };
}

interface Placed {
  text: string;
  place: Place;
}

// Every value of publication.yaml is printed somewhere, or is ASCII.
function valuesOf(value: unknown, path: (string | number)[], at: At): Placed[] {
  if (typeof value === "string")
    return ["imprint", "fonts"].includes(String(path[0])) ? [] : [{ text: value.normalize(), place: at(...path) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    valuesOf(inner, [...path, Array.isArray(value) ? Number(key) : key], at),
  );
}

function headOf({ at, title = "", organisation, author = "", source }: Draft["statements"][number]): Placed[] {
  const head = Object.entries({ title, organisation, author }).map(([key, text]) => ({
    text: text.normalize(),
    place: at(key),
  }));
  return [...head, { text: (source.published ?? "").normalize(), place: at("source", "published") }];
}

function wordsOf(prose: Draft["texts"][number]): Placed[] {
  const { body, notes } = strands(prose);
  // Markdown makes U+FFFD of a control character, which is told already.
  const legible = (text: string) => (prose.body.includes("\0") ? text.replaceAll("\ufffd", "") : text).normalize();
  return [...body, ...notes.flat()].map(({ text, line, column }) => ({
    text: legible(text),
    place: { file: prose.file, line, column },
  }));
}

function problemsOf({ absent, unknown }: Faces, texts: Placed[]): Problem[] {
  const missing = absent.map(({ script, characters }): Problem => ({
    ...told(characters, texts, `${script.name} character`, "no installed font has"),
    hint: `Add the font: npm install ${script.type.npm}`,
  }));
  if (unknown.size === 0) return missing;
  const hint = "Write it in other characters, or bring a font that has them: `fonts:` in publication.yaml names it.";
  return [...missing, { ...told(unknown, texts, "character", "no font that we know has"), hint }];
}

// One sentence, at the place of the first: there are 12 Thai characters that no installed font has: “ก” (U+0E01), “ข”
// (U+0E02), “ค” (U+0E04) and 9 more.
function told(characters: Set<string>, texts: Placed[], kind: string, fault: string): Omit<Problem, "hint"> {
  const first = texts.find(({ text }) => [...text].some((character) => characters.has(character)))!;
  const few = [...characters]
    .slice(0, 3)
    .map((character) => `“${character}” (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`);
  const others = characters.size > few.length ? ` and ${characters.size - few.length} more` : "";
  const column = [...first.text].findIndex((character) => characters.has(character));
  return {
    code: "glyph-missing",
    place: { ...first.place, column: first.place.column + [...first.text].slice(0, column).join("").length },
    message: `there ${characters.size > 1 ? `are ${characters.size} ${kind}s` : `is a ${kind}`} that ${fault}: ${few.join(", ")}${others}`,
  };
}
