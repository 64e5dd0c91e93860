import { readPrintedParts } from "../html/printed-parts.ts";
import { createAddressPrinter } from "../addresses.ts";
import { readPrintedStrands, type TextWord } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import { aboutSlugOf, listTexts, type Prose, type Publication } from "../publication.ts";
import { splitWords } from "../words.ts";
import { formatInteger } from "../locale-format.ts";
import { verifyHead } from "./text-head.ts";
import { splitIntoUnits, type Expected } from "./units.ts";

// Collects the words that a printed document must show from cover to back cover. The words of texts are taken from
// their Markdown source. All other words, such as those of the cover, the contents and the sources, are taken from the
// compiled document. So if that document has lost one of these, nobody notices, except in the heads of texts, which are
// compared with the source.

/** A word of a printed document. */
export interface PrintedWord extends TextWord {
  file: string;
  /** The id of the part of the document that the word is in: a text, the cover, the contents, the sources. */
  part: string;
  /** Of a page number in the contents: the id of the part that begins on that page. */
  pageOf?: string;
  /** Of a word in the running text: how many letters and digits of the running text come before it. */
  after?: number;
}

/**
 * Returns the words that a printed document must show. `pageOf` gives the page, from 1, of each part that the contents
 * list, by the id of the part.
 */
export function collectExpectedWords(
  publication: Publication,
  document: string,
  pageOf: Map<string, number>,
): Expected<PrintedWord> {
  const texts = new Map<string, Prose>(listTexts(publication).map((text) => [text.slug, text]));
  const owners = new Map([...texts.keys()].map((slug) => [aboutSlugOf(slug), slug]));
  const body: PrintedWord[] = [];
  const notes: PrintedWord[] = [];
  const addresses: PrintedWord[] = [];
  for (const piece of readPrintedParts(document)) {
    const text = texts.get(piece.part);
    // What is said about its author belongs to a text.
    const part = owners.get(piece.part) ?? piece.part;
    const place = (text ?? publication).at("title");
    const split = (content: string) => splitWords(content).map((word): PrintedWord => ({ ...word, ...place, part }));
    if ("text" in piece) body.push(...split(piece.text));
    else if ("item" in piece) body.push(...split(piece.item).map((word) => ({ ...word, mark: [] })));
    else if ("pageOf" in piece) {
      const number = formatInteger(pageOf.get(piece.pageOf) ?? 0, publication.language);
      body.push(...split(number).map((word) => ({ ...word, pageOf: piece.pageOf })));
    } else if (text) {
      const { file } = text;
      const source = readPrintedStrands(text, createAddressPrinter(text, publication.print));
      const words = part === piece.part ? countPreceding(source.body) : source.body;
      for (const word of words) body.push({ ...word, file, part });
      for (const word of source.notes.flat()) notes.push({ ...word, file, part });
      for (const word of source.addresses) addresses.push({ ...word, file, part });
    }
  }
  return {
    body: splitIntoUnits(body, "character"),
    notes: splitIntoUnits(notes, "character"),
    addresses: splitIntoUnits(addresses, "character"),
  };
}

/**
 * Compares the heads of texts in a compiled document with the source. The head of a text is whatever is in its part of
 * the document but not in its running text. `path` names the file in the messages.
 */
export function verifyPrintedHeads(
  publication: Publication,
  texts: Prose[],
  document: string,
  path: string,
): Problem[] {
  const pieces = readPrintedParts(document);
  return texts.flatMap((text) => {
    const found = pieces.flatMap((piece) => (piece.part === text.slug && "text" in piece ? [piece.text] : []));
    return verifyHead(publication, text, found.join(" "), path);
  });
}

/** Counts the letters and digits of a normal form. Their number leads to the same place in another file of a text. */
export function countLetters(key: string): number {
  return key.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

// Adds to each word how many letters and digits come before it.
function countPreceding(body: TextWord[]): (TextWord & { after: number })[] {
  let count = 0;
  return body.map((word) => {
    const after = count;
    // Numbers that the program sets do not count, since not every edition has them.
    if (!word.mark) count += countLetters(word.key);
    return { ...word, after };
  });
}
