import { inspect } from "../print/inspect.ts";
import type { Problem } from "../problem.ts";
import type { Artifact, Publication } from "../publication.ts";
import { fontsOf, stylesheet } from "../styles.ts";

/** Holds the fonts of PDFs to those that `sheets` of styles/ and the publication's faces name. Where these lack a character, a browser takes it from
 * whatever font the machine has, or draws a box from it. */
export async function verifyGlyphs(publication: Publication, artifacts: Artifact[], sheets: string[]): Promise<Problem[]> {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const ours = fontsOf(stylesheet(sheets, publication)).map(plain);
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
