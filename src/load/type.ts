import { beyondOurs, findFaces, type Faces } from "../faces.ts";
import { strands } from "../markdown.ts";
import type { Place, Problem } from "../problem.ts";
import { languagesIn, type At, type Draft, type EditionName, type Face } from "../publication.ts";
import { scripts } from "../scripts.ts";

// Whoever reads on a screen has fonts of their own, from which a browser takes what a page does not bring.
const printed: EditionName[] = ["pamphlet", "booklet", "press", "large-print", "leaflets"];

/** Finds the faces in which a publication is set beside our own. A character that no face has is a problem where it is to be printed; `keys` is what
 * could be read of publication.yaml. */
export async function readType(folder: string, draft: Draft, keys: unknown, at: At, editions: EditionName[]): Promise<{ faces: Face[]; problems: Problem[] }> {
  const texts = [...valuesOf(keys, [], at), ...draft.statements.flatMap(headOf), ...draft.texts.flatMap(wordsOf)];
  const beyond = beyondOurs(texts.map(({ text }) => text).join("\n"));
  if (beyond.size === 0) return { faces: [], problems: [] };
  const languages = new Set(draft.texts.flatMap(({ lang, body }) => [lang, ...languagesIn(body)]));
  const found = await findFaces(beyond, [...languages], scripts, folder);
  return { faces: found.faces, problems: editions.some((edition) => printed.includes(edition)) ? problemsOf(found, texts) : [] };
}

interface Placed {
  text: string;
  place: Place;
}

// Every value of publication.yaml is printed somewhere, or is ASCII.
function valuesOf(value: unknown, path: (string | number)[], at: At): Placed[] {
  if (typeof value === "string") return path[0] === "imprint" ? [] : [{ text: value.normalize(), place: at(...path) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => valuesOf(inner, [...path, Array.isArray(value) ? Number(key) : key], at));
}

function headOf({ at, title = "", organisation, author = "", source }: Draft["statements"][number]): Placed[] {
  const head = Object.entries({ title, organisation, author }).map(([key, text]) => ({ text: text.normalize(), place: at(key) }));
  return [...head, { text: (source.published ?? "").normalize(), place: at("source", "published") }];
}

function wordsOf(prose: Draft["texts"][number]): Placed[] {
  const { body, notes } = strands(prose);
  return [...body, ...notes.flat()].map(({ text, line, column }) => ({ text: text.normalize(), place: { file: prose.file, line, column } }));
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

// One sentence, at the place of the first: there are 12 Thai characters that no installed font has: “ก” (U+0E01), “ข” (U+0E02), “ค” (U+0E04) and 9 more.
function told(characters: Set<string>, texts: Placed[], kind: string, fault: string): Omit<Problem, "hint"> {
  const first = texts.find(({ text }) => [...text].some((character) => characters.has(character)))!;
  const few = [...characters].slice(0, 3).map((character) => `“${character}” (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`);
  const others = characters.size > few.length ? ` and ${characters.size - few.length} more` : "";
  const column = [...first.text].findIndex((character) => characters.has(character));
  return {
    code: "glyph-missing",
    place: { ...first.place, column: first.place.column + [...first.text].slice(0, column).join("").length },
    message: `there ${characters.size > 1 ? `are ${characters.size} ${kind}s` : `is a ${kind}`} that ${fault}: ${few.join(", ")}${others}`,
  };
}
