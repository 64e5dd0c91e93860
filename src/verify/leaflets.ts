import { countPages } from "../folds/fold.ts";
import { folds } from "../folds/index.ts";
import { a4Landscape, leaflet } from "../geometry.ts";
import { textOf } from "../html/text.ts";
import type { Problem } from "../problem.ts";
import { leafletOf, listLeaflets, type Publication, type Statement } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { statementNameOf } from "../names.ts";
import type { Documents } from "./documents.ts";
import { verifyEvents } from "./events.ts";
import { verifyFolded } from "./folded.ts";
import { verifyLineEdges } from "./line-edges.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { findWrongMetadata } from "./pdf-metadata.ts";
import { provePrintedDocument } from "./printed-document.ts";
import { verifyRunningHeads } from "./running-heads.ts";
import { verifyHead } from "./text-head.ts";
import { readingOf } from "./readings.ts";

/** A leaflet of so many A5 pages or fewer stands twice on a sheet of A4, which is cut; one of more pages is folded. */
const mostPagesToCut = 2;

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
  for (const statement of listLeaflets(publication)) {
    const own = artifacts.filter((artifact) => artifact.statement === statement.slug);
    const [pages, sheets] = [findArtifact(own, "leaflet")!, findArtifact(own, "leaflet-sheets")!];
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
  const pdf = (await readingOf(bytes)).text;
  const document = (await documents()).get(`leaflet-${text.slug}.html`) ?? "";
  const proof = provePrintedDocument(publication, pdf, document, path);
  const wrong = findWrongMetadata(pdf, { title: statementNameOf(text, publication), language: text.lang });
  return [
    ...proof.problems,
    ...verifyHead(publication, text, textOf(document, ".statement-head"), path),
    ...verifyEvents(publication, textOf(document, ".event"), path),
    ...verifyRunningHeads(publication, pdf.pages, document, proof.repeatedHeads, path),
    ...verifyLineEdges(publication, pdf.pages, leaflet, path),
    ...wrong.map((clause): Problem => ({
      code: "pdf-structure",
      place: text.at(),
      message: `${path} ${clause}.`,
    })),
    ...(await verifySizeAndFonts(publication, bytes, path, leaflet)),
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
  const sides = (await readingOf(bytes)).text.pages;
  const proved = (await readingOf(pagesFile.bytes)).text.pages.map(({ runs }) => runs);
  const work = folds[proved.length <= mostPagesToCut ? "repeat" : "saddle-stitch"].work({
    pages: countPages(proved.length),
    page: leaflet,
    paper: { name: "A4", ...a4Landscape },
    direction: text.dir,
    flip: "short-edge",
    thickness: publication.print.paper,
  });
  return [
    ...verifyFolded(publication, proved, { sides, work, path, place: text.at() }),
    ...(await verifySizeAndFonts(publication, bytes, path, a4Landscape)),
  ];
}
