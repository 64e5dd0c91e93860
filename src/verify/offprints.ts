import { findArtifact, type Artifact } from "../artifact.ts";
import { folds } from "../folds/index.ts";
import { planOffprint } from "../folds/offprints.ts";
import type { FormPage } from "../forms.ts";
import { textOf } from "../html/text.ts";
import { listFormTests, listOffprintDocuments, type Offprint } from "../offprints.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import type { Documents } from "./documents.ts";
import { verifyEvents } from "./events.ts";
import { verifyFolded } from "./folded.ts";
import { verifyLineEdges } from "./line-edges.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { findWrongMetadata } from "./pdf-metadata.ts";
import { provePrintedDocument } from "./printed-document.ts";
import { readingOf } from "./readings.ts";
import { verifyRunningHeads } from "./running-heads.ts";
import { verifyHead } from "./text-head.ts";
import { verifyTestSheet } from "./test-sheets.ts";
import { verifyTiles } from "./tiles.ts";

/**
 * Proves everything that is printed by itself: its pages word for word, and its sheets against the pages. `documents` are
 * the compiled documents that are printed.
 */
export async function verifyOffprints(
  publication: Publication,
  artifacts: Artifact[],
  documents: Documents,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { offprint, kind, document, page, isTiled } of listOffprintDocuments(publication)) {
    const own = artifacts.filter((file) => (file.statement ?? file.event) === offprint.name);
    const pages = findArtifact(own, kind)!;
    const compiled = (await documents()).get(`${document}.html`) ?? "";
    problems.push(...(await verifyPages(publication, offprint, pages, compiled, page)));
    const sheets = own.find((file) => file.kind === `${kind}-sheets`);
    if (sheets) problems.push(...(await verifySheets(publication, offprint, sheets, pages)));
    const tiles = isTiled && findArtifact(own, "poster-tiles");
    if (tiles) problems.push(...(await verifyTiles(publication, tiles, pages, page, offprint.place)));
  }
  return problems;
}

/** Verifies the tests of folded forms: that their panels come out in order, and the size of the sheet. */
export async function verifyFormTests(publication: Publication, files: Artifact[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { offprint, pages } of listFormTests(publication)) {
    const file = files.find(({ way }) => way === offprint.form);
    if (!file) continue;
    const { fold, job } = planOffprint(offprint, pages, publication.print);
    problems.push(...(await verifyTestSheet(publication, file, folds[fold].work(job))));
  }
  return problems;
}

async function verifyPages(
  publication: Publication,
  { text, title, lang, index, place }: Offprint,
  { path, bytes }: Artifact,
  document: string,
  page: FormPage,
): Promise<Problem[]> {
  const pdf = (await readingOf(bytes)).text;
  const proof = provePrintedDocument(publication, pdf, document, path);
  const wrong = findWrongMetadata(pdf, { title, language: lang });
  const events = textOf(document, text ? ".event" : "body");
  return [
    ...proof.problems,
    ...(text ? verifyHead(publication, text, textOf(document, ".statement-head"), path) : []),
    ...verifyEvents(publication, events, path, index),
    ...verifyRunningHeads(publication, pdf.pages, document, proof.repeatedHeads, path),
    ...verifyLineEdges(publication, pdf.pages, page, path),
    ...wrong.map((clause): Problem => ({ code: "pdf-structure", place, message: `${path} ${clause}.` })),
    ...(await verifySizeAndFonts(publication, bytes, path, page)),
  ];
}

// Each copy that comes of the sheets must show the pages, in order and upright.
async function verifySheets(
  publication: Publication,
  offprint: Offprint,
  { path, bytes }: Artifact,
  pages: Artifact,
): Promise<Problem[]> {
  const sides = (await readingOf(bytes)).text.pages;
  const proved = (await readingOf(pages.bytes)).text.pages.map(({ runs }) => runs);
  const { fold, job } = planOffprint(offprint, proved.length, publication.print);
  const work = folds[fold].work(job);
  return [
    ...verifyFolded(publication, proved, { sides, work, path, place: offprint.place }),
    ...(await verifySizeAndFonts(publication, bytes, path, work.sheet)),
  ];
}
