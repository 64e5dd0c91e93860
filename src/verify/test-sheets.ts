import type { Work } from "../folds/fold.ts";
import type { Artifact } from "../artifact.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { verifyNumbered } from "./folded.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { readingOf } from "./readings.ts";

/** Proves that a test sheet reads 1, 2, 3 … when `work` is done with it. Verifies its size and its fonts. */
export async function verifyTestSheet(
  publication: Publication,
  { path, bytes }: Artifact,
  work: Work,
): Promise<Problem[]> {
  const sides = (await readingOf(bytes)).text.pages;
  return [
    ...verifyNumbered({ sides, work, path, place: publication.at("title") }),
    ...(await verifySizeAndFonts(publication, bytes, path, work.sheet)),
  ];
}
