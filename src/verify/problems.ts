import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";

/** A problem with a file as a whole: it is told at the publication's title. */
export function about(publication: Publication, code: Problem["code"], message: string): Problem {
  return { code, place: publication.at("title"), message };
}

/** The fonts of a file that are not inside it. */
export function looseFonts(
  publication: Publication,
  fonts: { name: string; embedded: boolean }[],
  path: string,
): Problem[] {
  return fonts
    .filter(({ embedded }) => !embedded)
    .map(({ name }) => about(publication, "font-not-embedded", `The font ${name} is not inside ${path}.`));
}
