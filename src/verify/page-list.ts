import { pamphletPage } from "../geometry.ts";
import { textOf, valuesOf } from "../html.ts";
import type { Artifact, Publication } from "../publication.ts";
import { termsOf } from "../terms.ts";
import { normal } from "../words.ts";
import { read, rightToLeft } from "./bidi.ts";
import { typeArea } from "./pdf.ts";
import { readPdf, type ReadPdf, type Run } from "./pdf-text.ts";

/** What is wrong with a page of the page list: in which document of the book, where in it, and a clause that says what. */
export interface Astray {
  document: string;
  offset: number;
  clause: string;
}

interface Mark {
  document: string;
  id: string;
  page: number;
}

// So many letters at the beginning of a page are no chance.
const enough = 10;

/** Holds a book's page list against the printed pamphlet: every page of the texts is listed, and each is marked where its words begin.
 * `documents` are the book's, by name; `list` names the one with the page list. */
export async function pagesAstray(publication: Publication, documents: Map<string, string>, list: string, printed: Artifact): Promise<Astray[]> {
  const pdf = await readPdf(printed.bytes);
  const pages = pdf.pages.map((page) => readings(typeArea(page, pamphletPage(publication.print.page))));
  const parts = partsOf(publication, pdf);
  const marks = valuesOf(documents.get(list) ?? "", "nav[role=doc-pagelist] a", "href").map((href): Mark => {
    const [name, id] = href.split("#") as [string, string];
    return { document: list.replace(/[^/]*$/, name), id, page: Number(id.replace("page-", "")) };
  });
  const texts = pages.flatMap(([text], index) => (index + 1 >= parts.texts && index + 1 < parts.sources && text !== "" ? [index + 1] : []));
  const unlisted = texts.filter((page) => !marks.some((mark) => mark.page === page));
  return [
    ...unlisted.map((page) => ({ document: list, offset: 0, clause: `has no page ${page} of ${printed.path} in its page list` })),
    ...marks.flatMap((mark) => {
      const document = documents.get(mark.document) ?? "";
      const offset = document.indexOf(`id="${mark.id}"`);
      const right = mark.page < parts.texts ? parts.before.get(mark.document.replace(/^.*\//, "")) === mark.page : (pages[mark.page - 1] ?? []).some((page) => begins(page, document.slice(offset)));
      return right ? [] : [{ document: mark.document, offset, clause: `marks page ${mark.page} where ${printed.path} does not begin it` }];
    }),
  ];
}

// What the book sets in its own way, the cover, the imprint and the contents, is found by the PDF's bookmarks.
function partsOf(publication: Publication, { bookmarks }: ReadPdf): { before: Map<string, number>; texts: number; sources: number } {
  const { cover, imprint, contents, sources } = termsOf(publication);
  const page = (name: string) => bookmarks.find(({ title }) => title === name)?.page ?? 0;
  const before = new Map([["cover.xhtml", page(cover)], ["imprint.xhtml", page(imprint)], ["toc.xhtml", page(contents)]]);
  const first = bookmarks[bookmarks.findIndex(({ title }) => title === contents) + 1]?.page ?? 0;
  return { before, texts: first, sources: bookmarks.findLast(({ title }) => title === sources)?.page ?? 0 };
}

// The page may begin inside the word that the mark stands before. `rest` is the document from the mark's id on.
function begins(page: string, rest: string): boolean {
  const text = textOf(`<body>${rest.slice(rest.indexOf(">") + 1)}`, "body");
  const following = letters(text);
  const word = letters(/\S+/.exec(text)?.[0] ?? "").length;
  return Array.from({ length: Math.max(1, word) }, (_, skip) => following.slice(skip, skip + enough)).some((start) => page.startsWith(start.slice(0, page.length)));
}

// A page with lines from right to left, in each of the ways in which they can be meant.
function readings(runs: Run[]): string[] {
  const plain = letters(runs.map(({ text }) => text).join(" "));
  if (!rightToLeft.test(plain)) return [plain];
  return (["ltr", "rtl"] as const).flatMap((direction) => (["joined", "apart"] as const).map((numbers) => letters(read(runs, { direction, numbers }))));
}

// Without regard to capitals: small ones stand in a PDF as either.
function letters(text: string): string {
  return (normal(text).match(/[\p{L}\p{N}]/gu) ?? []).join("").toLowerCase();
}
