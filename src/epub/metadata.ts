import { fileDate } from "../names.ts";
import type { Prose, Publication, Statement } from "../publication.ts";
import { readingOrder } from "../publication.ts";
import { termsOf } from "../terms/index.ts";
import { bookPath, bookType, picturesShown } from "./pictures.ts";

// What the package document of an EPUB says of the book, as far as it has to be worked out.

export interface Metadata {
  /** The first is the one that readers show which show only one. Roles are MARC relators. */
  creators: { name: string; role: "aut" | "pbl" }[];
  contributors: { name: string; role: "aui" }[];
  languages: string[];
  /** As `dcterms:modified` wants it: to the second, in UTC. */
  modified: string;
  pictures: { href: string; type: string }[];
  /** What the page list counts, in words: the identifier is the same for every edition. */
  printed: string;
  accessibility: { modes: string[]; features: string[]; hazards: string[]; summary: string };
}

/** @see Metadata */
export function bookMetadata(publication: Publication, cover: unknown, pages: unknown[] = []): Metadata {
  const texts = readingOrder(publication);
  return {
    creators: creators(publication),
    contributors: publication.preface?.author ? [{ name: publication.preface.author, role: "aui" }] : [],
    languages: [...new Set([publication.language, ...texts.map(({ lang }) => lang)])],
    modified: fileDate(publication)
      .toISOString()
      .replace(/\.\d+Z$/, "Z"),
    pictures: picturesShown(publication).map((image) => ({
      href: encodeURI(bookPath(image.name)),
      type: bookType(image),
    })),
    printed: [publication.title, termsOf(publication).printedPamphlet, publication.print.page, publication.date].join(
      ", ",
    ),
    accessibility: accessibility(publication, Boolean(cover), pages.length > 0),
  };
}

/** Who wrote a text: the author, if one is named, and the organisation; of the preface, its author. */
export function authorsOf(text: Prose & Partial<Pick<Statement, "author" | "organisation">>): string[] {
  return [text.author, text.organisation].filter((name) => name !== undefined);
}

// One author of several, shown alone, would seem the author of all: before them stands who publishes the collection, or
// else that there are several.
function creators(publication: Publication): Metadata["creators"] {
  const authors = [...new Set(publication.statements.flatMap(authorsOf))].map((name) => ({
    name,
    role: "aut" as const,
  }));
  if (authors.length === 1) return authors;
  if (publication.publisher) return [{ name: publication.publisher, role: "pbl" }, ...authors];
  return [{ name: termsOf(publication).variousAuthors, role: "aut" }, ...authors];
}

const everyBook = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"];

// EPUB Accessibility 1.1, discovery metadata. Conformance to WCAG is not claimed: that is for a person who has
// evaluated the book to say.
function accessibility(publication: Publication, cover: boolean, paged: boolean): Metadata["accessibility"] {
  const { accessibleText, accessiblePages, accessiblePictures } = termsOf(publication);
  const pictures = picturesShown(publication);
  return {
    modes: pictures.length > 0 ? ["textual", "visual"] : ["textual"],
    features: [
      ...everyBook,
      ...(paged ? ["pageNavigation", "pageBreakMarkers"] : []),
      ...(cover || pictures.length > 0 ? ["alternativeText"] : []),
    ],
    // Nothing flashes or moves: load.ts takes no picture that does.
    hazards: ["none"],
    summary: [
      accessibleText,
      ...(paged ? [accessiblePages] : []),
      ...(pictures.length > 0 ? [accessiblePictures] : []),
    ].join(" "),
  };
}
