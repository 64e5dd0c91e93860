import { pamphletSheet, pointsPerMm, type PageGeometry, type PageSize } from "../geometry.ts";
import { textsOf, valuesOf } from "../html/select.ts";
import type { Flip } from "../imposition/plan.ts";
import { inspect } from "../inspect/print-facts.ts";
import type { Problem } from "../problem.ts";
import { readingOrder, type Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { normal } from "../words.ts";
import { localDigits } from "../locale-format.ts";
import { about, looseFonts } from "./problems.ts";
import type { Documents } from "./documents.ts";
import { fed, fold, type PrintedSide } from "./fold.ts";
import { linesOf } from "../inspect/reading-order.ts";
import { pagesUnlike, provedPages, side } from "./pages.ts";
import { readPdf, type ReadPage, type ReadPdf, type Run } from "../inspect/pdf-text.ts";
import { headsLost, holdPages, isMixed, printedWords, type Printed } from "./printed-words.ts";

/**
 * Holds a PDF to read to its promises: every word from cover to back cover, the numbers in the contents, boxes, fonts,
 * title, language, bookmarks, labels. `name` is the document that it was printed from.
 */
export async function verifyReadingCopy(
  publication: Publication,
  { path, bytes }: Artifact,
  geometry: PageGeometry,
  name: string,
  documents: Documents,
): Promise<Problem[]> {
  const pdf = await readPdf(bytes);
  const document = (await documents()).get(name) ?? "";
  const printed = readAlong(publication, pdf, document, path);
  return [
    ...printed.problems,
    ...headsLost(publication, readingOrder(publication), document, path),
    ...(printed.problems.length > 0 ? [] : contentsLinks(publication, pdf, printed.startOf, path)),
    ...furniture(publication, pdf.pages, document, path),
    ...structure(publication, pdf, path),
    ...(await boxesAndFonts(publication, bytes, path, geometry)),
  ];
}

/**
 * Holds the content of a PDF against the document that it was printed from. The numbers in its contents are those of
 * its bookmarks.
 */
export function readAlong(publication: Publication, pdf: ReadPdf, document: string, path: string): Printed {
  const parts = valuesOf(document, "[data-bookmark]", "id");
  const pageOf = new Map(parts.map((part, index) => [part, pdf.bookmarks[index]?.page ?? 0]));
  const printed = holdPages(
    publication,
    printedWords(publication, document, pageOf),
    pdf.pages.map(({ runs }) => runs.filter(({ artifact }) => !artifact)),
    path,
  );
  return printed.problems.length > 0 ? printed : { ...printed, problems: hidden(publication, pdf, path) };
}

// What nobody sees would still be copied, found and read aloud.
function hidden(publication: Publication, { pages }: ReadPdf, path: string): Problem[] {
  return pages.flatMap(({ hidden }, index) =>
    hidden === ""
      ? []
      : [
          about(
            publication,
            "words-lost",
            `“${hidden}” stands on page ${index + 1} of ${path} where nobody can see it.`,
          ),
        ],
  );
}

/**
 * Folds a booklet in mind and holds it to its promises: every page upright, in order and as it was proved; sheet size,
 * fonts.
 */
export async function verifyBooklet(
  publication: Publication,
  { path, bytes }: Artifact,
  flip: Flip,
  made: Artifact[],
): Promise<Problem[]> {
  const { pages } = await readPdf(bytes);
  const sheet = pamphletSheet(publication.print.page);
  return [
    ...(await folds(publication, pages.map(side), flip, path, made)),
    ...(await boxesAndFonts(publication, bytes, path, sheet)),
  ];
}

/** The same of a booklet whose fronts and backs are files of their own. */
export async function verifyFrontsAndBacks(
  publication: Publication,
  fronts: Artifact,
  backs: Artifact,
  made: Artifact[],
): Promise<Problem[]> {
  const [front, back] = await Promise.all(
    [fronts, backs].map(async ({ bytes }) => (await readPdf(bytes)).pages.map(side)),
  );
  const problems = await folds(publication, fed(front!, back!), "short-edge", `${fronts.path} and ${backs.path}`, made);
  for (const { bytes, path } of [fronts, backs])
    problems.push(...(await boxesAndFonts(publication, bytes, path, pamphletSheet(publication.print.page))));
  return problems;
}

async function folds(
  publication: Publication,
  sides: PrintedSide<Run[]>[],
  flip: Flip,
  path: string,
  made: Artifact[],
): Promise<Problem[]> {
  const folded = fold(sides, flip, publication.dir);
  const headDown = folded.flatMap(({ upright }, index) => (upright === false ? [index + 1] : []));
  if (headDown.length > 0)
    return [
      about(
        publication,
        "page-box-wrong",
        `Pages ${headDown.join(", ")} of ${path} stand head down when it is folded.`,
      ),
    ];
  return pagesUnlike(
    publication,
    folded.map(({ content }) => content),
    await provedPages(made),
    path,
  );
}

// The numbers were read along with all other words; here is where a click leads.
function contentsLinks(publication: Publication, pdf: ReadPdf, startOf: Map<string, number>, path: string): Problem[] {
  const [first = 0, next = 0] = ["contents", readingOrder(publication)[0]!.slug].map((part) => startOf.get(part));
  const targets = new Set(pdf.pages.slice(first - 1, next - 1).flatMap(({ links }) => links));
  return readingOrder(publication).flatMap((prose) => {
    const start = startOf.get(prose.slug);
    if (start !== undefined && targets.has(start)) return [];
    return [
      {
        code: "page-number-wrong" as const,
        place: prose.at(),
        message: `Nothing in the contents of ${path} leads to this text, which begins on page ${start}.`,
      },
    ];
  });
}

/** What is wrong with running heads, which have the title or the name of a text, and folios. */
export function furniture(publication: Publication, pages: ReadPage[], document: string, path: string): Problem[] {
  const heads = [publication.title, ...textsOf(document, ".running-head")].map(letters);
  const isFurniture = (runs: Run[]) => runs.length === 0 || isHead(runs, heads, isMixed(publication));
  return pages.flatMap((page, index): Problem[] => {
    const runs = page.runs.filter(({ artifact, text }) => artifact && text.trim() !== "");
    const without = (folio: Run) => runs.filter((run) => run !== folio);
    const number = localDigits(index + 1, publication.language);
    // A head may be figures too, or end in some.
    const numbers = runs.filter(({ text }) => /^\p{Nd}+$/u.test(text.trim()));
    if (isFurniture(runs) || numbers.some((run) => run.text.trim() === number && isFurniture(without(run)))) return [];
    const folio = numbers.find((run) => isFurniture(without(run)));
    if (folio)
      return [
        about(publication, "page-number-wrong", `Page ${index + 1} of ${path} is numbered “${folio.text.trim()}”.`),
      ];
    const head = runs
      .filter((run) => !numbers.includes(run))
      .map(({ text }) => text)
      .join("")
      .trim();
    return [
      about(
        publication,
        "words-lost",
        `The running head “${head}” on page ${index + 1} of ${path} is none of the publication's.`,
      ),
    ];
  });
}

// One that is too long is cut short.
function isHead(runs: Run[], known: string[], mixed: boolean): boolean {
  const [line, ...more] = linesOf(runs, mixed);
  return (
    more.length === 0 &&
    line!.readings.some(
      (reading) =>
        known.includes(letters(reading)) ||
        (/…|\.{3}/.test(reading) && known.some((head) => head.startsWith(letters(reading.replace(/…|\.{3}/, ""))))),
    )
  );
}

function letters(text: string): string {
  return normal(text).replace(/\s/g, "");
}

function structure(publication: Publication, pdf: ReadPdf, path: string): Problem[] {
  const starts = pdf.bookmarks.filter(({ page }) => page < 1 || page > pdf.pages.length);
  const lacks = [
    pdf.title !== publication.title && "title",
    pdf.language !== publication.language && "language",
    (pdf.bookmarks.length < readingOrder(publication).length || starts.length > 0) && "bookmarks",
    !pdf.tagged && "tags",
    !numbered(publication, pdf) && "page labels",
  ].filter((lack) => lack !== false);
  return lacks.map((lack) => about(publication, "pdf-structure", `${path} has not the right ${lack}.`));
}

// Between the covers, which have names, by the number that is printed on the page.
function numbered({ language }: Publication, { labels, pages }: ReadPdf): boolean {
  const last = pages.length - 1;
  return (
    labels?.length === pages.length &&
    labels.every((label, index) => index === 0 || index === last || label === localDigits(index + 1, language))
  );
}

/** What is wrong with the size of pages and the fonts of a PDF. */
export async function boxesAndFonts(
  publication: Publication,
  bytes: Uint8Array,
  path: string,
  size: PageSize,
): Promise<Problem[]> {
  const { pages, fonts } = await inspect(bytes);
  const right = (box: { width: number; height: number }) =>
    Math.abs(box.width - size.width * pointsPerMm) < 0.01 && Math.abs(box.height - size.height * pointsPerMm) < 0.01;
  const wrong = pages.flatMap(({ media, crop, trim }, index) => ([media, crop, trim].every(right) ? [] : [index + 1]));
  return [
    ...(wrong.length > 0
      ? [
          about(
            publication,
            "page-box-wrong",
            `Pages ${wrong.join(", ")} of ${path} are not ${size.width} × ${size.height} mm.`,
          ),
        ]
      : []),
    ...looseFonts(publication, fonts, path),
  ];
}
