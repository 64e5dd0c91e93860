import { a4Landscape, leaflet } from "../geometry.ts";
import { textOf } from "../html/text.ts";
import type { Problem } from "../problem.ts";
import { leafletOf, type Publication, type Statement } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { statementName } from "../names.ts";
import type { Documents } from "./documents.ts";
import { fold } from "./fold.ts";
import { headLost } from "./head.ts";
import { pagesUnlike, side } from "./pages.ts";
import { readPdf, type ReadPage } from "../inspect/pdf-text.ts";
import { boxesAndFonts, furniture, readAlong } from "./pdf.ts";

/**
 * Holds every leaflet against the text of which it is made, and its sheets of A4 against its pages. `documents` are
 * those printed, as compiled.
 */
export async function verifyLeaflets(
  publication: Publication,
  artifacts: Artifact[],
  documents: Documents,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const statement of publication.statements) {
    const own = artifacts.filter((artifact) => artifact.statement === statement.slug);
    const [pages, sheets] = [findArtifact(own, "leaflet"), findArtifact(own, "leaflet-sheets")];
    problems.push(
      ...(await verifyPages(publication, statement, pages!, documents)),
      ...(await verifySheets(publication, statement, sheets!, pages!)),
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
  const lacks = [
    pdf.title !== statementName(text) && "title",
    pdf.language !== text.lang && "language",
    !pdf.tagged && "tags",
  ].filter((lack) => lack !== false);
  return [
    ...readAlong(publication, pdf, document, path).problems,
    ...headLost(publication, text, textOf(document, ".statement-head"), path),
    ...furniture(publication, pdf.pages, document, path),
    ...lacks.map((lack): Problem => ({
      code: "pdf-structure",
      place: text.at(),
      message: `${path} has not the right ${lack}.`,
    })),
    ...(await boxesAndFonts(publication, bytes, path, leaflet)),
  ];
}

// Two copies to cut apart, or a booklet: each copy must show the leaflet's pages, in order and right way up.
async function verifySheets(
  publication: Publication,
  statement: Statement,
  { path, bytes }: Artifact,
  leafletRead: Artifact,
): Promise<Problem[]> {
  const text = leafletOf(statement);
  const sides = (await readPdf(bytes)).pages;
  const proved = (await readPdf(leafletRead.bytes)).pages.map(({ runs }) => runs);
  const pages = proved.length;
  const expected = pages <= 2 ? pages : 2 * Math.ceil(pages / 4);
  const copies = pages <= 2 ? twoCopies(sides) : [fold(sides.map(side), "short-edge", text.dir)];
  const headDown = copies.flat().some(({ upright }) => upright === false);
  return [
    ...(sides.length === expected
      ? []
      : [about(text, `${path} has ${sides.length} sides for ${pages} pages of A5; it must have ${expected}.`)]),
    ...(headDown ? [about(text, `Pages of ${path} stand head down.`)] : []),
    ...copies.flatMap((copy) =>
      pagesUnlike(
        publication,
        copy.map(({ content }) => content),
        proved,
        path,
      ),
    ),
    ...(await boxesAndFonts(publication, bytes, path, a4Landscape)),
  ];
}

function twoCopies(sides: ReadPage[]) {
  const halves = sides.map(side);
  return [halves.map(({ left }) => left), halves.map(({ right }) => right)];
}

function about(text: Statement, message: string): Problem {
  return { code: "page-box-wrong", place: text.at(), message };
}
