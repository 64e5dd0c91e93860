import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";

/** Makes a problem of a made file, placed at the publication's title since no line of a text is its cause. */
export function makeFileProblem(publication: Publication, code: Problem["code"], message: string): Problem {
  return { code, place: publication.at("title"), message };
}

/** Names pages in a message: “page 3”, “pages 3, 5”. */
export function listPages(pages: number[]): string {
  return `${pages.length === 1 ? "page" : "pages"} ${pages.join(", ")}`;
}
