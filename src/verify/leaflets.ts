import { a4Landscape, leaflet } from "../geometry.ts";
import { textOf } from "../html/html.ts";
import { readPdf, type ReadPage, type Run } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import { leafletOf, type Artifact, type Publication, type Statement } from "../publication.ts";
import { statementName } from "../written.ts";
import type { Documents } from "./documents.ts";
import { fold, type Half } from "./fold.ts";
import { boxesAndFonts } from "./page-size.ts";
import { findWrongMetadata } from "./pdf-metadata.ts";
import { readAlong } from "./printed-document.ts";
import { furniture } from "./running-heads.ts";
import { pagesUnlike, side } from "./same-pages.ts";
import { verifyTags } from "./tags.ts";
import { headLost } from "./text-head.ts";

/** The most A5 pages that are printed twice on a sheet of A4, to be cut apart; more pages are folded into a booklet. */
const mostPagesToCut = 2;

/** How many pages a sheet has that is folded once and printed on both sides. */
const pagesPerSheet = 4;

/**
 * Proves every leaflet word for word against its text, and its sheets of A4 against its pages. `documents` are the
 * compiled documents that are printed.
 */
export async function verifyLeaflets(
  publication: Publication,
  artifacts: Artifact[],
  documents: Documents,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const statement of publication.statements) {
    const paths = [".pdf", "-a4.pdf"].map((ending) => `print/leaflets/${statement.slug}${ending}`);
    const [pages, sheets] = paths.map((wanted) => artifacts.find(({ path }) => path === wanted));
    if (!pages || !sheets) {
      const message = `${paths[pages ? 1 : 0]} is missing, which is the leaflet of this text.`;
      problems.push({ code: "file-missing", place: statement.at(), message });
    } else
      problems.push(
        ...(await verifyPages(publication, statement, pages, documents)),
        ...(await verifySheets(publication, statement, sheets, pages)),
      );
  }
  return problems;
}

async function verifyPages(
  publication: Publication,
  statement: Statement,
  { path, bytes }: Artifact,
  documents: Documents,
): Promise<Problem[]> {
  const text = leafletOf(statement);
  const pdf = await readPdf(bytes);
  const document = (await documents()).get(`leaflet-${text.slug}.html`) ?? "";
  const wrong = findWrongMetadata(pdf, { title: statementName(text), language: text.lang });
  return [
    ...readAlong(publication, pdf, document, path).problems,
    ...headLost(publication, text, textOf(document, ".statement-head"), path),
    ...furniture(publication, pdf.pages, document, path),
    ...wrong.map((clause): Problem => ({
      code: "pdf-structure",
      place: text.at(),
      message: `${path} ${clause}.`,
    })),
    ...(await verifyTags({ path, bytes }, text.at())),
    ...(await boxesAndFonts(publication, bytes, path, leaflet)),
  ];
}

// Each copy of the leaflet on the sheets must show its pages, in order and upright.
async function verifySheets(
  publication: Publication,
  statement: Statement,
  { path, bytes }: Artifact,
  pagesFile: Artifact,
): Promise<Problem[]> {
  const text = leafletOf(statement);
  const sides = (await readPdf(bytes)).pages;
  const proved = (await readPdf(pagesFile.bytes)).pages.map(({ runs }) => runs);
  const count = proved.length;
  const isCut = count <= mostPagesToCut;
  const expected = isCut ? count : 2 * Math.ceil(count / pagesPerSheet);
  const copies = isCut ? cutApart(sides) : [fold(sides.map(side), "short-edge", text.dir)];
  const sheetProblem = (message: string): Problem => ({ code: "page-box-wrong", place: text.at(), message });
  return [
    ...(sides.length === expected
      ? []
      : [sheetProblem(`${path} has ${sides.length} sides for ${count} pages of A5, but must have ${expected}.`)]),
    ...(copies.flat().some(({ upright }) => upright === false)
      ? [sheetProblem(`${path} has pages that are upside down.`)]
      : []),
    ...copies.flatMap((copy) => {
      const pages = copy.map(({ content }) => content);
      return pagesUnlike(publication, pages, proved, path);
    }),
    ...(await boxesAndFonts(publication, bytes, path, a4Landscape)),
  ];
}

function cutApart(sides: ReadPage[]): Half<Run[]>[][] {
  const halves = sides.map(side);
  return [halves.map(({ left }) => left), halves.map(({ right }) => right)];
}
