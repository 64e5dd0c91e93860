import { a4Landscape, leaflet } from "../geometry.ts";
import type { Problem } from "../problem.ts";
import { leafletOf, type Artifact, type Publication, type Statement } from "../publication.ts";
import { nameOf } from "../written.ts";
import { fold } from "./fold.ts";
import { furnitureOf, repeated } from "./once.ts";
import { readPdf, type ReadPage, type Run } from "./pdf-text.ts";
import { boxesAndFonts, side, typeArea } from "./pdf.ts";
import { wordsInOrder } from "./printed-words.ts";
import { verifyTags } from "./tags.ts";

/** Holds every leaflet, its pages and its sheets of A4, against the text of which it is made. */
export async function verifyLeaflets(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const statement of publication.statements) {
    const [pages, sheets] = [".pdf", "-a4.pdf"].map((ending) => artifacts.find(({ path }) => path === `print/leaflets/${statement.slug}${ending}`));
    if (!pages || !sheets) problems.push({ code: "file-missing", place: statement.at(), message: "There is no leaflet of this text." });
    else problems.push(...(await verifyPages(publication, statement, pages)), ...(await verifySheets(publication, statement, sheets, pages.pages!)));
  }
  return problems;
}

async function verifyPages(publication: Publication, statement: Statement, { path, bytes }: Artifact): Promise<Problem[]> {
  const text = leafletOf(statement);
  const pdf = await readPdf(bytes);
  const runs = pdf.pages.map((page) => typeArea(page, leaflet));
  const lacks = [pdf.title !== nameOf(text) && "title", pdf.language !== text.lang && "language", !pdf.tagged && "tags"].filter((lack) => lack !== false);
  return [
    ...wordsInOrder([text], runs, path).problems,
    ...repeated([text], furnitureOf(publication), written(runs.flat()), path),
    ...lacks.map((lack): Problem => ({ code: "pdf-structure", place: text.at(), message: `${path} has not the right ${lack}.` })),
    ...(await verifyTags({ path, bytes }, text.at())),
    ...(await boxesAndFonts(publication, bytes, path, leaflet)),
  ];
}

// Two copies to cut apart, or a booklet: each copy must have all the words, in order and right way up.
async function verifySheets(publication: Publication, statement: Statement, { path, bytes }: Artifact, pages: number): Promise<Problem[]> {
  const text = leafletOf(statement);
  const sides = (await readPdf(bytes)).pages;
  const expected = pages <= 2 ? pages : 2 * Math.ceil(pages / 4);
  const copies = pages <= 2 ? twoCopies(sides) : [fold(sides.map((page) => side(page, leaflet)), "short-edge", text.dir)];
  const headDown = copies.flat().some(({ upright }) => upright === false);
  return [
    ...(sides.length === expected ? [] : [about(text, `${path} has ${sides.length} sides for ${pages} pages of A5; it must have ${expected}.`)]),
    ...(headDown ? [about(text, `Pages of ${path} stand head down.`)] : []),
    ...copies.flatMap((copy) => wordsInOrder([text], copy.map(({ content }) => content), path).problems),
    ...(await boxesAndFonts(publication, bytes, path, a4Landscape)),
  ];
}

function twoCopies(sides: ReadPage[]) {
  const halves = sides.map((page) => side(page, leaflet));
  return [halves.map(({ left }) => left), halves.map(({ right }) => right)];
}

function about(text: Statement, message: string): Problem {
  return { code: "page-box-wrong", place: text.at(), message };
}

function written(runs: Run[]): string {
  return runs.map(({ text }) => text).join(" ");
}
