import type { Artifact, PageStart } from "../artifact.ts";
import { listInReadingOrder, type Publication } from "../publication.ts";
import { formatInteger } from "../locale-format.ts";

// The page list of an EPUB says where in the book each page of the printed pamphlet begins (EPUB 3.3, 7.4.3; EPUB
// Accessibility 1.1, 4.1).

/** A printed page, and the mark in the book where it begins. */
export interface PageMark {
  /** The id of the mark in its document. */
  id: string;
  /** The page number in the digits of the publication. The cover is page 1. */
  label: string;
  document: string;
  start: PageStart;
}

/**
 * Returns the pages of the printed pamphlet that begin with a part which the book has as well, in order. Returns none
 * if no pamphlet is among the files in `made`.
 */
export function listPrintedPages(made: Pick<Artifact, "starts">[], publication: Publication): PageMark[] {
  const starts = made.find(({ starts }) => starts)?.starts ?? [];
  const documents = documentsByPart(publication);
  return starts.flatMap((start) => {
    const document = documents.get(start.id);
    return document
      ? [{ id: `page-${start.page}`, label: formatInteger(start.page, publication.language), document, start }]
      : [];
  });
}

/** Returns the page that begins with a part of the pamphlet, such as a text or the imprint. */
export function pageOf(pages: PageMark[], part: string): PageMark | undefined {
  return pages.find(({ start }) => start.id === part && start.after === undefined);
}

/** Returns the pages that begin inside a text. */
export function pagesWithin(pages: PageMark[], text: string): PageMark[] {
  return pages.filter(({ start }) => start.id === text && start.after !== undefined);
}

// Returns the document of the book for each part of the pamphlet, by the part’s id in print.
function documentsByPart(publication: Publication): Map<string, string> {
  return new Map([
    ["cover", "cover.xhtml"],
    ["imprint", "imprint.xhtml"],
    ["contents", "toc.xhtml"],
    ...listInReadingOrder(publication).map(({ slug }): [string, string] => [slug, `text-${slug}.xhtml`]),
    ["sources", "sources.xhtml"],
    ...publication.statements.map(({ slug }): [string, string] => [`source_${slug}`, "sources.xhtml"]),
  ]);
}
