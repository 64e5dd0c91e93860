import { describeFont } from "../fonts/font.ts";
import { inspect } from "../inspect/print-facts.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { fontsOf, readFont, stylesheet } from "../compile/stylesheets.ts";
import { about } from "./problems.ts";

/**
 * Holds the fonts of PDFs to those that `sheets` of styles/ and the publication's faces name. Where these lack a
 * character, a browser takes it from whatever font the machine has.
 */
export async function verifyGlyphs(
  publication: Publication,
  artifacts: Artifact[],
  sheets: string[],
): Promise<Problem[]> {
  const files = fontsOf(stylesheet(sheets, publication));
  const described = await Promise.all(files.map((file) => describeFont(readFont(file, publication.faces))));
  const ours = new Set(described.map(({ name }) => name));
  const problems: Problem[] = [];
  for (const { path, bytes } of artifacts) {
    const names = new Set((await inspect(bytes)).fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, "")));
    const strangers = [...names].filter((name) => !ours.has(name));
    problems.push(
      ...strangers.map((name) =>
        about(publication, "glyph-missing", `Something in ${path} is set in ${name}, which is none of our fonts.`),
      ),
    );
  }
  return problems;
}
