import { fileDateOf } from "../names.ts";
import { listInReadingOrder, type Authorship, type Publication, type Statement } from "../publication.ts";
import { digitsIn } from "../standard-number.ts";
import { termsOf } from "../terms/index.ts";
import { bookImagePath, bookImageType, findShownImages } from "./images.ts";

/** The metadata of a book that its package document cannot take from the publication as they are. */
export interface Metadata {
  /** Reading systems that show one creator show the first. Roles are MARC relators: author, publisher. */
  creators: { name: string; role: "aut" | "pbl" }[];
  /** The authors of the preface (MARC relator `aui`). */
  contributors: { name: string; role: "aui" }[];
  languages: string[];
  /** The time for `dcterms:modified`: UTC, to the second (EPUB 3.3, 5.5.5). */
  modified: string;
  images: { href: string; type: string }[];
  /**
   * The ISBN of the printed pamphlet, whose pages the page list counts, or else a description of it. It is not the identifier because all
   * editions share that.
   */
  printed: string;
  accessibility: { modes: string[]; features: string[]; hazards: string[]; summary: string };
}

/**
 * Returns the metadata of a book. `cover` is its cover image, if it has one; `pages` are the printed pages that its page
 * list names.
 */
export function describeBook(publication: Publication, cover: unknown, pages: unknown[] = []): Metadata {
  const { title, print, date, preface } = publication;
  const isbn = publication.cover?.isbn;
  const texts = listInReadingOrder(publication);
  return {
    creators: listCreators(publication),
    contributors: (preface?.authors ?? []).map((name) => ({ name, role: "aui" })),
    languages: [...new Set([publication.language, ...texts.map(({ lang }) => lang)])],
    modified: fileDateOf(publication)
      .toISOString()
      .replace(/\.\d+Z$/, "Z"),
    images: findShownImages(publication).map((image) => ({
      href: bookImagePath(image.name),
      type: bookImageType(image),
    })),
    printed: isbn
      ? `urn:isbn:${digitsIn(isbn)}`
      : [title, termsOf(publication).printedPamphlet, print.page, date].join(", "),
    accessibility: describeAccessibility(publication, Boolean(cover), pages.length > 0),
  };
}

/** Returns who wrote a text, as far as they are named: its authors, and the organisation of a statement. */
export function authorsOf({ authors, organisation }: Authorship & Partial<Pick<Statement, "organisation">>): string[] {
  return organisation === undefined ? authors : [...authors, organisation];
}

// If a reading system shows only the first of several authors, that one seems to have written everything. So the
// publisher, or else “various authors”, comes before several authors.
function listCreators(publication: Publication): Metadata["creators"] {
  const authors = [...new Set(publication.statements.flatMap(authorsOf))].map((name) => ({
    name,
    role: "aut" as const,
  }));
  if (authors.length === 1) return authors;
  if (publication.publisher) return [{ name: publication.publisher, role: "pbl" }, ...authors];
  return authors.length > 0 ? [{ name: termsOf(publication).variousAuthors, role: "aut" }, ...authors] : [];
}

const featuresOfEveryBook = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"];

// Discovery metadata of EPUB Accessibility 1.1. It claims no conformance to WCAG: only a person who has evaluated the
// book can.
function describeAccessibility(
  publication: Publication,
  hasCover: boolean,
  hasPages: boolean,
): Metadata["accessibility"] {
  const { accessibleText, accessiblePages, accessiblePictures } = termsOf(publication);
  const hasImages = findShownImages(publication).length > 0;
  return {
    modes: hasImages ? ["textual", "visual"] : ["textual"],
    features: [
      ...featuresOfEveryBook,
      ...(hasPages ? ["pageNavigation", "pageBreakMarkers"] : []),
      ...(hasCover || hasImages ? ["alternativeText"] : []),
    ],
    // Nothing flashes or moves: a moving image is a problem when the publication is loaded.
    hazards: ["none"],
    summary: [accessibleText, hasPages && accessiblePages, hasImages && accessiblePictures].filter(Boolean).join(" "),
  };
}
