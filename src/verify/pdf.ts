import { pamphletPage, pointsPerMm, pamphletSheet, type PageGeometry, type PageSize } from "../geometry.ts";
import type { Flip } from "../print/imposition.ts";
import { inspect } from "../print/inspect.ts";
import type { Problem } from "../problem.ts";
import { readingOrder, type Artifact, type Prose, type Publication } from "../publication.ts";
import { about, looseFonts } from "./about.ts";
import { fed, fold, type PrintedSide } from "./fold.ts";
import { furnitureOf, repeated } from "./once.ts";
import { readPdf, written, type ReadPage, type ReadPdf, type Run } from "./pdf-text.ts";
import { wordsInOrder } from "./printed-words.ts";

/** Holds a PDF to read to its promises: the words, the numbers in the contents, boxes, fonts, title, language, bookmarks, labels. */
export async function verifyReadingCopy(publication: Publication, { path, bytes }: Artifact, geometry: PageGeometry): Promise<Problem[]> {
  const pdf = await readPdf(bytes);
  const texts = readingOrder(publication);
  const pages = pdf.pages.map((page) => typeArea(page, geometry));
  const { problems, startOf } = wordsInOrder(texts, pages, path);
  return [
    ...problems,
    ...repeated(texts, furnitureOf(publication), written(pages.flat()), path),
    ...contentsNumbers(publication, pdf, startOf, path),
    ...structure(publication, pdf, path),
    ...(await boxesAndFonts(publication, bytes, path, geometry)),
  ];
}

/** Folds a booklet in mind and holds it to its promises: every page upright and in order, the words of each text, sheet size, fonts. */
export async function verifyBooklet(publication: Publication, { path, bytes }: Artifact, flip: Flip): Promise<Problem[]> {
  const { pages } = await readPdf(bytes);
  const geometry = pamphletPage(publication.print.page);
  return [...folds(publication, pages.map((page) => side(page, geometry)), flip, path), ...(await boxesAndFonts(publication, bytes, path, pamphletSheet(publication.print.page)))];
}

/** The same of a booklet whose fronts and backs are files of their own. */
export async function verifyFrontsAndBacks(publication: Publication, fronts: Artifact, backs: Artifact): Promise<Problem[]> {
  const { page: format } = publication.print;
  const front = (await readPdf(fronts.bytes)).pages.map((page) => side(page, pamphletPage(format)));
  const back = (await readPdf(backs.bytes)).pages.map((page) => side(page, pamphletPage(format)));
  const problems = folds(publication, fed(front, back), "short-edge", `${fronts.path} and ${backs.path}`);
  for (const { bytes, path } of [fronts, backs]) problems.push(...(await boxesAndFonts(publication, bytes, path, pamphletSheet(format))));
  return problems;
}

function folds(publication: Publication, sides: PrintedSide<Run[]>[], flip: Flip, path: string): Problem[] {
  const folded = fold(sides, flip, publication.dir);
  const headDown = folded.flatMap(({ upright }, index) => (upright === false ? [index + 1] : []));
  const turned = headDown.length > 0 ? [about(publication, "page-box-wrong", `Pages ${headDown.join(", ")} of ${path} stand head down when it is folded.`)] : [];
  const texts = readingOrder(publication);
  const pages = folded.map(({ content }) => content);
  return [...turned, ...wordsInOrder(texts, pages, path).problems, ...repeated(texts, furnitureOf(publication), written(pages.flat()), path)];
}

function contentsNumbers(publication: Publication, pdf: ReadPdf, startOf: Map<Prose, number>, path: string): Problem[] {
  const entries = pdf.pages.flatMap(({ links, runs }) =>
    links.flatMap(({ lower, upper, page }) => {
      const line = runs.filter(({ y }) => y >= lower - 1 && y <= upper);
      const number = line.map(({ text }) => text.trim()).findLast((text) => /^\d+$/.test(text));
      return number ? [{ printed: Number(number), page }] : [];
    }),
  );
  return readingOrder(publication).flatMap((prose, index) => {
    const start = startOf.get(prose);
    const entry = entries[index];
    if (start === undefined || (entry && entry.printed === start && entry.page === start)) return [];
    const message = entry
      ? `The contents of ${path} give page ${entry.printed} and lead to page ${entry.page}; the text begins on page ${start}.`
      : `The contents of ${path} have no page number for this text, which begins on page ${start}.`;
    return [{ code: "page-number-wrong" as const, place: prose.at(), message }];
  });
}

function structure(publication: Publication, pdf: ReadPdf, path: string): Problem[] {
  const starts = pdf.bookmarks.filter(({ page }) => page < 1 || page > pdf.pages.length);
  const lacks = [
    pdf.title !== publication.title && "title",
    pdf.language !== publication.language && "language",
    (pdf.bookmarks.length < readingOrder(publication).length || starts.length > 0) && "bookmarks",
    !pdf.tagged && "tags",
    pdf.labels?.length !== pdf.pages.length && "page labels",
  ].filter((lack) => lack !== false);
  return lacks.map((lack) => about(publication, "pdf-structure", `${path} has not the right ${lack}.`));
}

/** What is wrong with the size of pages and the fonts of a PDF. */
export async function boxesAndFonts(publication: Publication, bytes: Uint8Array, path: string, size: PageSize): Promise<Problem[]> {
  const { pages, fonts } = await inspect(bytes);
  const right = (box: { width: number; height: number }) =>
    Math.abs(box.width - size.width * pointsPerMm) < 0.01 && Math.abs(box.height - size.height * pointsPerMm) < 0.01;
  const wrong = pages.flatMap(({ media, crop, trim }, index) => ([media, crop, trim].every(right) ? [] : [index + 1]));
  return [
    ...(wrong.length > 0 ? [about(publication, "page-box-wrong", `Pages ${wrong.join(", ")} of ${path} are not ${size.width} × ${size.height} mm.`)] : []),
    ...looseFonts(publication, fonts, path),
  ];
}

/** What stands in the type area: running heads and folios are outside it. */
export function typeArea({ runs, height }: ReadPage, { margins }: PageGeometry): Run[] {
  return runs.filter(({ y }) => y > margins.bottom * pointsPerMm - 3 && y < height - margins.top * pointsPerMm);
}

/** On a sheet, as in the file: which half, and the type area of the page on it, measured from the edge that is its foot. */
export function side({ runs, width, height }: ReadPage, geometry: PageGeometry): PrintedSide<Run[]> {
  const half = (runs: Run[]) => {
    const upright = runs.length === 0 ? undefined : runs.every((run) => run.upright);
    const ofPage = runs.map((run) => (run.upright ? run : { ...run, y: height - run.y }));
    return { content: typeArea({ runs: ofPage, width, height, links: [] }, geometry), upright };
  };
  return { left: half(runs.filter(({ x, upright }) => (upright ? x < width / 2 : x <= width / 2))), right: half(runs.filter(({ x }) => x >= width / 2)) };
}
