import { readFile } from "node:fs/promises";
import { characters } from "../font.ts";
import { strands } from "../markdown.ts";
import { inspect } from "../print/inspect.ts";
import type { Place, Problem } from "../problem.ts";
import { allStatements, type Artifact, type Publication } from "../publication.ts";
import { withScripts } from "../scripts.ts";
import { fontFile, fontsOf, stylesheet } from "../styles.ts";

/** Holds the texts to the fonts that `sheets` of styles/ name: every character has a glyph there. Where one has none, a browser takes it from
 * whatever font the machine has, or leaves a box; so no font in the PDFs may be another than these. */
export async function verifyGlyphs(publication: Publication, artifacts: Artifact[], sheets: string[]): Promise<Problem[]> {
  const fonts = fontsOf(stylesheet(withScripts(sheets, publication)));
  const texts = textsOf(publication);
  const all = texts.map(({ text }) => text).join("");
  const covered = new Set((await Promise.all(fonts.map(async (font) => characters(await readFile(fontFile(font)), all)))).flatMap((found) => [...found]));
  const missing = missingFrom(covered, texts);
  return missing.length > 0 ? missing : strangers(publication, artifacts, fonts);
}

interface Placed {
  text: string;
  place: Place;
}

function textsOf(publication: Publication): Placed[] {
  const { preface, at, title, subtitle, publisher, rights, imprint, event } = publication;
  const own = Object.entries({ title, subtitle, publisher, rights, imprint, event }).map(([key, value]) => ({ text: JSON.stringify(value ?? ""), place: at(key) }));
  const heads = allStatements(publication).flatMap(({ at, title = "", organisation, author = "", source }) =>
    Object.entries({ title, organisation, author }).map(([key, text]) => ({ text, place: at(key) })).concat({ text: source.published ?? "", place: at("source", "published") }),
  );
  const bodies = [...(preface ? [preface] : []), ...allStatements(publication)].flatMap((prose) => {
    const { body, notes } = strands(prose);
    return [...body, ...notes.flat()].map(({ text, line, column }) => ({ text, place: { file: prose.file, line, column } }));
  });
  return [...own, ...heads, ...bodies];
}

// Each character once, where it first stands. Spaces, joiners and marks of direction need no glyph.
function missingFrom(covered: Set<string>, texts: Placed[]): Problem[] {
  const first = new Map<string, Place>();
  for (const { text, place } of texts)
    for (const character of text) {
      if (covered.has(character) || first.has(character) || /[\s\p{Default_Ignorable_Code_Point}]/u.test(character)) continue;
      first.set(character, { ...place, column: place.column + text.indexOf(character) });
    }
  return [...first].map(([character, place]) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return {
      code: "glyph-missing",
      place,
      message: `No font of ours has the character “${character}” (U+${code}); it cannot be printed.`,
      hint: "Write it with other characters, or add a font that has it to styles/ and to the table in src/scripts.ts.",
    };
  });
}

async function strangers(publication: Publication, artifacts: Artifact[], fonts: string[]): Promise<Problem[]> {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const ours = fonts.map(plain);
  const problems: Problem[] = [];
  for (const { path, bytes } of artifacts.filter(({ path }) => path.endsWith(".pdf"))) {
    const names = new Set((await inspect(bytes)).fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, "")));
    for (const name of names) {
      if (ours.some((font) => font.startsWith(plain(name.split("-")[0]!)))) continue;
      problems.push({ code: "glyph-missing", place: publication.at("title"), message: `Something in ${path} is set in ${name}, which is none of our fonts.` });
    }
  }
  return problems;
}
