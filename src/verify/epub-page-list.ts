import { runningTextOf, textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import { statementNameOf } from "../names.ts";
import { listInReadingOrder, type Publication } from "../publication.ts";
import { normalizeWord } from "../words.ts";
import type { PagesProof } from "./printed-pages.ts";
import { countLetters } from "./printed-words.ts";

// Proves that the page list of an EPUB marks each page at the word with which that page begins in the printed pamphlet.
// A place is found by counting the letters and digits of the running text before it. In the parts that the EPUB sets in
// a different way, such as the contents, it proves only that the mark is in the right document.

/** A fault of the page list. */
export interface PageListFault {
  /** The name of the document in the book. */
  document: string;
  /** Where the fault is, in characters from the beginning of the document; -1 if the mark is not in it. */
  offset: number;
  /** What is wrong: the end of a sentence that begins with the path of the book. */
  clause: string;
}

interface PageMark {
  document: string;
  offset: number;
  page: number;
}

/**
 * Compares the page list of a book with the printed pamphlet: every page of the texts must be listed, and marked where
 * its words begin. `documents` are those of the book, by name; `list` is the name of the one with the page list, `path`
 * that of the pamphlet.
 */
export function findPageListFaults(
  publication: Publication,
  documents: Map<string, string>,
  list: string,
  printed: PagesProof,
  path: string,
): PageListFault[] {
  const marks = readPageList(documents, list);
  const texts = new Set(listInReadingOrder(publication).map(({ slug }) => slug));
  const unlisted = [...printed.pageStarts].filter(
    ([page, { part }]) => texts.has(part) && !marks.some((mark) => mark.page === page),
  );
  const misplaced = marks.filter(
    (mark) => !isWhereThePageBegins(publication, mark, documents.get(mark.document) ?? "", printed),
  );
  return [
    ...unlisted.map(([page]) => ({
      document: list,
      offset: 0,
      clause: `has no page ${page} of ${path} in its page list`,
    })),
    ...misplaced.map(({ document, offset, page }) => ({
      document,
      offset,
      clause: `marks page ${page} where ${path} does not begin it, in ${document}`,
    })),
  ];
}

function readPageList(documents: Map<string, string>, list: string): PageMark[] {
  const folder = list.replace(/[^/]*$/, "");
  return valuesOf(documents.get(list) ?? "", "nav[role=doc-pagelist] a", "href").map((href) => {
    const [name = "", id = ""] = href.split("#");
    const document = folder + name;
    return {
      document,
      offset: (documents.get(document) ?? "").indexOf(`id="${id}"`),
      page: Number(id.replace("page-", "")),
    };
  });
}

// The documents of the parts that the EPUB sets in a different way from print.
const documentOfPart: Record<string, string> = {
  cover: "cover.xhtml",
  imprint: "imprint.xhtml",
  contents: "toc.xhtml",
  sources: "sources.xhtml",
};

function isWhereThePageBegins(
  publication: Publication,
  { document, offset, page }: PageMark,
  text: string,
  { pageStarts, startOf }: PagesProof,
): boolean {
  const name = document.replace(/^.*\//, "");
  // A page that holds nothing but an image, or the rest of a note, begins where the running text goes on.
  const nextPage = Math.min(...[...pageStarts.keys()].filter((other) => other >= page));
  const start = pageStarts.get(nextPage);
  if (!start || offset < 0) return false;
  if (name === "sources.xhtml") return isBeforeSourceOn(page, publication, text.slice(offset), startOf);
  const before = countRunningText(text.slice(0, text.lastIndexOf("<", offset)));
  const all = countRunningText(text);
  // Or such a page comes after all the running text of a document.
  if (nextPage !== page && before === all) return true;
  const { part, after, key, mark } = start;
  if (name !== (documentOfPart[part] ?? `text-${part}.xhtml`)) return false;
  if (documentOfPart[part]) return startOf.get(part) === page;
  // The mark is before the word that begins the page, or inside that word if another element begins there.
  if (after !== undefined) return before >= after && before <= after + (mark ? 0 : countLetters(key));
  // The page begins with words above the running text, or below it.
  return before === 0 || before === all;
}

// Whether a mark in the sources is right: either the sources begin on its page, or the text that follows the mark,
// `rest`, begins with a source that begins on that page.
function isBeforeSourceOn(page: number, publication: Publication, rest: string, startOf: Map<string, number>): boolean {
  const following = keepLetters(textOf(`<body>${rest.slice(rest.indexOf(">") + 1)}`, "body"));
  const here = publication.statements.filter(({ slug }) => startOf.get(`source_${slug}`) === page);
  return (
    startOf.get("sources") === page ||
    here.some((text) => following.startsWith(keepLetters(statementNameOf(text, publication))))
  );
}

function countRunningText(html: string): number {
  return countLetters(normalizeWord(runningTextOf(html, ".prose")));
}

function keepLetters(text: string): string {
  return normalizeWord(text).replace(/[^\p{L}\p{N}]/gu, "");
}
