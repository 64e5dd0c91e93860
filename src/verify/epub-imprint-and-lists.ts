import { textOf } from "../html/text.ts";
import type { Problem } from "../problem.ts";
import { imprintOf, listInReadingOrder, type Preface, type Publication, type Statement } from "../publication.ts";
import { listWithOrigin } from "../names.ts";
import { verifyImprintFacts } from "./covers.ts";
import { verifyEvents } from "./events.ts";
import { verifyName, verifyParts } from "./text-head.ts";
import { verifyWords } from "./weave.ts";

/**
 * Proves the documents of an EPUB that are not texts: the imprint word for word, the events, the name of every text in
 * the contents, and that of every statement among the sources. Says nothing of the cover, which is an image. `documents`
 * are those of the book, by name; `path` names the book in the messages.
 */
export function verifyImprintAndLists(
  publication: Publication,
  documents: Map<string, string>,
  path: string,
): Problem[] {
  const read = (name: string, part: string) => textOf(documents.get(`OEBPS/${name}`) ?? "", part);
  const verifyList = (texts: (Preface | Statement)[], name: string, part: string) => {
    const list = read(name, part);
    return texts.flatMap((text) => verifyName(publication, text, list, `${path}, ${name}`));
  };
  const imprint = imprintOf(publication);
  return [
    ...(imprint ? verifyWords(imprint, read("imprint.xhtml", ".prose"), `${path}, imprint.xhtml`) : []),
    ...verifyImprintFacts(publication, read("imprint.xhtml", "section"), `${path}, imprint.xhtml`),
    ...verifyEvents(publication, read("imprint.xhtml", "section"), `${path}, imprint.xhtml`),
    ...verifyList(listInReadingOrder(publication), "toc.xhtml", "nav[role=doc-toc]"),
    ...verifyParts(publication, read("toc.xhtml", "nav[role=doc-toc]"), `${path}, toc.xhtml`),
    ...verifyList(listWithOrigin(publication), "sources.xhtml", "section"),
  ];
}
