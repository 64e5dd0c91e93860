import { a4Landscape, pagesPerSheet } from "../geometry.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Offprint } from "../offprints.ts";
import type { Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { fold, type Half } from "./fold.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { verifySamePages, splitSide } from "./same-pages.ts";
import { readingOf } from "./readings.ts";

/** A leaflet of so many A5 pages or fewer stands twice on a sheet of A4, which is cut; one of more pages is folded. */
const mostPagesToCut = 2;

/** Proves the sheets of the leaflet of a text against its pages: each copy must show them, in order and upright. */
export async function verifyLeafletSheets(
  publication: Publication,
  { dir, place }: Offprint,
  { path, bytes }: Artifact,
  pagesFile: Artifact,
): Promise<Problem[]> {
  const sides = (await readingOf(bytes)).text.pages;
  const proved = (await readingOf(pagesFile.bytes)).text.pages.map(({ runs }) => runs);
  const count = proved.length;
  const isCut = count <= mostPagesToCut;
  const expected = isCut ? count : 2 * Math.ceil(count / pagesPerSheet);
  const copies = isCut ? cutApart(sides) : [fold(sides.map(splitSide), "short-edge", dir)];
  const sheetProblem = (message: string): Problem => ({ code: "page-box-wrong", place, message });
  return [
    ...(sides.length === expected
      ? []
      : [sheetProblem(`${path} has ${sides.length} sides for ${count} pages of A5, but must have ${expected}.`)]),
    ...(copies.flat().some(({ upright }) => upright === false)
      ? [sheetProblem(`${path} has pages that are upside down.`)]
      : []),
    ...copies.flatMap((copy) => {
      const pages = copy.map(({ content }) => content);
      return verifySamePages(publication, pages, proved, path);
    }),
    ...(await verifySizeAndFonts(publication, bytes, path, a4Landscape)),
  ];
}

function cutApart(sides: PageText[]): Half<TextRun[]>[][] {
  const halves = sides.map(splitSide);
  return [halves.map(({ left }) => left), halves.map(({ right }) => right)];
}
