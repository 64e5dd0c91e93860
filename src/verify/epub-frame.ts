import { textOf } from "../html/text.ts";
import type { Problem } from "../problem.ts";
import { imprintOf, readingOrder, type Prose, type Publication, type Statement } from "../publication.ts";
import { nameLost } from "./head.ts";
import { wordsLost } from "./weave.ts";

/**
 * What stands round the texts of a book: the imprint, word for word, every name in the contents and every statement's
 * among the sources. The cover is a picture. `documents` are the book's, by path.
 */
export function frameLost(publication: Publication, documents: Map<string, string>, path: string): Problem[] {
  const read = (name: string, part: string) => textOf(documents.get(`OEBPS/${name}`) ?? "", part);
  const named = (texts: (Prose | Statement)[], name: string, part: string) =>
    texts.flatMap((text) => nameLost(publication, text, read(name, part), `${path}, ${name}`));
  return [
    ...wordsLost(imprintOf(publication), read("imprint.xhtml", ".prose"), `${path}, imprint.xhtml`),
    ...named(readingOrder(publication), "toc.xhtml", "nav[role=doc-toc]"),
    ...named(publication.statements, "sources.xhtml", "section"),
  ];
}
