import { largePrint, type PageGeometry } from "../geometry.ts";
import { textOf } from "../html/text.ts";
import type { PdfText } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import { partOf } from "../parts.ts";
import { listInReadingOrder, type Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { formatInteger } from "../locale-format.ts";
import { verifyCovers } from "./covers.ts";
import type { Documents } from "./documents.ts";
import { verifyEvents } from "./events.ts";
import { verifyLineEdges } from "./line-edges.ts";
import { verifySizeAndFonts } from "./page-size.ts";
import { findWrongMetadata } from "./pdf-metadata.ts";
import { provePrintedDocument } from "./printed-document.ts";
import { verifyPrintedHeads } from "./printed-words.ts";
import { makeFileProblem } from "./problems.ts";
import { verifyRunningHeads } from "./running-heads.ts";
import { verifyParts } from "./text-head.ts";
import { readingOf } from "./readings.ts";

/**
 * Proves a PDF for reading (the pamphlet, large print): every word from cover to cover, and the page numbers in its
 * contents. Verifies its links, running heads, folios, bookmarks, page labels, metadata, edges of lines, page size and
 * fonts. `name` is
 * that of the compiled document from which it was printed. The booklets and the press files are made from the pamphlet,
 * so they need only show the same pages, see same-pages.ts.
 */
export async function verifyReadingCopy(
  publication: Publication,
  { path, bytes }: Artifact,
  geometry: PageGeometry,
  name: string,
  documents: Documents,
): Promise<Problem[]> {
  const pdf = (await readingOf(bytes)).text;
  const document = (await documents()).get(name) ?? "";
  const proof = provePrintedDocument(publication, pdf, document, path);
  return [
    ...proof.problems,
    ...verifyPrintedHeads(publication, listInReadingOrder(publication), document, path),
    ...(proof.problems.length > 0 ? [] : verifyContentsLinks(publication, pdf, proof.startOf, path)),
    ...verifyParts(publication, textOf(document, "#contents"), path),
    ...verifyEvents(publication, textOf(document, ".event"), path),
    ...verifyCovers(publication, pdf, document, path, geometry !== largePrint),
    ...verifyRunningHeads(publication, pdf.pages, document, proof.repeatedHeads, path),
    ...verifyStructure(publication, pdf, path),
    ...verifyLineEdges(publication, pdf.pages, geometry, path),
    ...(await verifySizeAndFonts(publication, bytes, path, geometry)),
  ];
}

// Verifies the links of the contents. Their page numbers were proved with all other words.
function verifyContentsLinks(
  publication: Publication,
  pdf: PdfText,
  startOf: Map<string, number>,
  path: string,
): Problem[] {
  const contents = startOf.get("contents") ?? 0;
  const firstText = startOf.get(listInReadingOrder(publication)[0]!.slug) ?? 0;
  const targets = new Set(pdf.pages.slice(contents - 1, firstText - 1).flatMap(({ links }) => links));
  return listInReadingOrder(publication).flatMap((text): Problem[] => {
    const start = startOf.get(text.slug);
    if (start !== undefined && targets.has(start)) return [];
    return [
      {
        code: "page-number-wrong",
        place: text.at(),
        message: `No link in the contents of ${path} leads to this text, which begins on page ${start}.`,
      },
    ];
  });
}

function verifyStructure(publication: Publication, pdf: PdfText, path: string): Problem[] {
  const leadsNowhere = pdf.bookmarks.some(({ page }) => page < 1 || page > pdf.pages.length);
  const faults = [
    ...findWrongMetadata(pdf, publication),
    ...(pdf.bookmarks.length < listInReadingOrder(publication).length || leadsNowhere
      ? ["does not have a bookmark to every text"]
      : []),
    ...(hasParts(publication, pdf) ? [] : ["does not have the bookmarks of each part of its contents under its name"]),
    ...(hasPageLabels(publication, pdf) ? [] : ["does not have its printed page numbers as page labels"]),
  ];
  return faults.map((fault) => makeFileProblem(publication, "pdf-structure", `${path} ${fault}.`));
}

// Statements are in the order of the contents, and so are their bookmarks.
function hasParts(publication: Publication, { bookmarks }: PdfText): boolean {
  const expected = publication.statements.flatMap((statement) => partOf(statement, publication)?.name ?? []);
  const found = bookmarks.flatMap(({ part }) => part ?? []);
  return expected.length === found.length && expected.every((name, index) => name === found[index]);
}

// The first and the last page are the covers, whose labels are names. The label of every other page is the number that
// is printed on it.
function hasPageLabels({ language }: Publication, { labels, pages }: PdfText): boolean {
  const last = pages.length - 1;
  return (
    labels?.length === pages.length &&
    labels.every((label, index) => index === 0 || index === last || label === formatInteger(index + 1, language))
  );
}
