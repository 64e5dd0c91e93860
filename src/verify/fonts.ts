import { fontsOf, readFont, buildStylesheet } from "../compile/stylesheets.ts";
import { describeFont } from "../fonts/font.ts";
import type { Problem } from "../problem.ts";
import type { Artifact } from "../artifact.ts";
import type { Publication } from "../publication.ts";
import { makeFileProblem } from "./problems.ts";
import { readingOf } from "./readings.ts";

/**
 * Verifies that PDFs use only the fonts that the stylesheets `sheets` and the publication's faces name. If a character
 * is in none of these, the browser takes it from any font of the machine.
 */
export async function verifyFonts(
  publication: Publication,
  artifacts: Artifact[],
  sheets: string[],
): Promise<Problem[]> {
  const files = fontsOf(buildStylesheet(sheets, publication));
  const described = await Promise.all(files.map((file) => describeFont(readFont(file, publication.faces))));
  const known = new Set(described.map(({ name }) => name));
  const problems: Problem[] = [];
  for (const { path, bytes } of artifacts) {
    const { fonts } = (await readingOf(bytes)).boxesAndFonts;
    const foreign = new Set(fonts.map(({ name }) => withoutSubsetTag(name)).filter((name) => !known.has(name)));
    for (const name of foreign) {
      const message = `${path} uses the font ${name}, which comes neither with the program nor with the publication.`;
      problems.push(makeFileProblem(publication, "glyph-missing", message));
    }
  }
  return problems;
}

/** Returns a problem for each font that is not embedded in its file. */
export function findFontsNotEmbedded(
  publication: Publication,
  fonts: { name: string; embedded: boolean }[],
  path: string,
): Problem[] {
  return fonts
    .filter(({ embedded }) => !embedded)
    .map(({ name }) => makeFileProblem(publication, "font-not-embedded", `${path} does not embed the font ${name}.`));
}

// A font of which only some glyphs are embedded has six capitals and a plus sign before its name (ISO 32000-1, 9.6.4).
function withoutSubsetTag(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, "");
}
