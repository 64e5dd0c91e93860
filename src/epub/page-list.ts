import type { Artifact, PageStart, Publication } from "../publication.ts";
import { readingOrder } from "../publication.ts";
import { localDigits } from "../locale-format.ts";

// The page list of an EPUB (EPUB 3.3, 7.4.3; EPUB Accessibility 1.1, 4.1): the pages of the printed pamphlet, each with
// its place in the book.

/** A printed page, as the book marks where it begins. */
export interface PageMark {
  /** In its document. */
  id: string;
  /** The number; the cover counts as page 1, for there are reading systems that reckon with these. */
  label: string;
  document: string;
  start: PageStart;
}

/**
 * The pages of the printed pamphlet that begin with something which the book has too, in order; none where no pamphlet
 * was made.
 */
export function printedPages(made: Pick<Artifact, "starts">[], publication: Publication): PageMark[] {
  const starts = made.find(({ starts }) => starts)?.starts ?? [];
  const documents = documentsOf(publication);
  return starts.flatMap((start) => {
    const document = documents.get(start.id);
    return document
      ? [{ id: `page-${start.page}`, label: localDigits(start.page, publication.language), document, start }]
      : [];
  });
}

/** The page that begins with a part of the pamphlet: with a text, or with the imprint. */
export function pageOf(pages: PageMark[], part: string): PageMark | undefined {
  return pages.find(({ start }) => start.id === part && start.after === undefined);
}

/** The pages that begin inside a text. */
export function pagesWithin(pages: PageMark[], text: string): PageMark[] {
  return pages.filter(({ start }) => start.id === text && start.after !== undefined);
}

function documentsOf(publication: Publication): Map<string, string> {
  return new Map([
    ["cover", "cover.xhtml"],
    ["imprint", "imprint.xhtml"],
    ["contents", "toc.xhtml"],
    ...readingOrder(publication).map(({ slug }): [string, string] => [slug, `text-${slug}.xhtml`]),
    ["sources", "sources.xhtml"],
    ...publication.statements.map(({ slug }): [string, string] => [`source_${slug}`, "sources.xhtml"]),
  ]);
}
