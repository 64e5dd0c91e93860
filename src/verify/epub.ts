import { EpubCheck } from "@likecoin/epubcheck-ts";
import { unpackZip } from "../zip.ts";
import { bookImagePath } from "../epub/images.ts";
import { linksOf } from "../html/links.ts";
import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import type { Place, Problem } from "../problem.ts";
import { listInReadingOrder, type Prose, type Publication } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import type { Documents } from "./documents.ts";
import { verifyImprintAndLists } from "./epub-imprint-and-lists.ts";
import { findPageListFaults } from "./epub-page-list.ts";
import { provePrintedDocument } from "./printed-document.ts";
import { collectRepeatable, findRepeats } from "./repeats.ts";
import { findSourcePlace } from "./source-place.ts";
import { verifyHead } from "./text-head.ts";
import { verifyWords } from "./weave.ts";
import { readingOf } from "./readings.ts";

/**
 * Proves that an EPUB has every word of every text, and has it once. Verifies its manifest, spine and links, its page
 * list if the pamphlet was made too, and the standard (EPUB 3.3). Says nothing of how a reading system shows it.
 */
export async function verifyEpub(
  publication: Publication,
  artifacts: Artifact[],
  made: Artifact[] = [],
  documents?: Documents,
): Promise<Problem[]> {
  const pamphlet = findArtifact(made, "pamphlet");
  const document = pamphlet && (await documents?.())?.get("pamphlet.html");
  const books = artifacts.filter(({ kind }) => kind === "epub");
  return (await Promise.all(books.map((book) => verifyBook(publication, book, pamphlet, document)))).flat();
}

async function verifyBook(
  publication: Publication,
  { path, bytes }: Artifact,
  pamphlet?: Artifact,
  document = "",
): Promise<Problem[]> {
  const files = await unpackZip(bytes);
  const documents = new Map(
    [...files].flatMap(([name, bytes]) =>
      /\.(xhtml|opf|ncx)$/.test(name) ? [[name, new TextDecoder().decode(bytes)]] : [],
    ),
  );
  const book = { publication, path, files: [...files.keys()], documents };
  return [
    ...verifyTexts(book),
    ...verifyImprintAndLists(publication, documents, path),
    ...verifyPackage(book),
    ...verifyLinks(book),
    ...(pamphlet ? await verifyPageList(book, pamphlet, document) : []),
    ...(await verifyStandard(book, bytes)),
  ];
}

interface OpenBook {
  publication: Publication;
  path: string;
  /** The names of all its files. */
  files: string[];
  /** The text of its documents (XHTML, OPF, NCX), by name. */
  documents: Map<string, string>;
}

function verifyTexts({ publication, path, documents }: OpenBook): Problem[] {
  const texts = listInReadingOrder(publication);
  const lost = texts.flatMap((text) => {
    const name = documentOf(text);
    const document = documents.get(name) ?? "";
    return [
      ...verifyHead(publication, text, textOf(document, "header"), `${path}, ${name}`, text.lang),
      ...verifyWords(text, textOf(document, ".prose"), `${path}, ${name}`),
      ...(text.about ? verifyWords(text.about, textOf(document, ".about-author"), `${path}, ${name}`) : []),
    ];
  });
  const outside = [...documents]
    .filter(([name]) => name.endsWith(".xhtml"))
    .map(([, document]) => textOf(document, "body", ".prose, .about-author"));
  return [...lost, ...findRepeats(texts, collectRepeatable(publication), outside.join("\n"), path)];
}

// The manifest must list all files of the book and no others. The spine must have every text, in the order of the
// contents.
function verifyPackage(book: OpenBook): Problem[] {
  const packageDocument = book.documents.get("OEBPS/content.opf") ?? "";
  const listed = valuesOf(packageDocument, "manifest item", "href").map((href) => `OEBPS/${decodeURI(href)}`);
  const present = book.files.filter((name) => name.startsWith("OEBPS/") && name !== "OEBPS/content.opf");
  const spine = valuesOf(packageDocument, "spine itemref", "idref")
    .filter((id) => id.startsWith("text-"))
    .map((id) => `OEBPS/${id}.xhtml`);
  const texts = listInReadingOrder(book.publication).map(documentOf);
  return [
    ...listed
      .filter((name) => !present.includes(name))
      .map((name) => bookProblem(book, name, `lists ${name} in its manifest, but does not contain it`)),
    ...present
      .filter((name) => !listed.includes(name))
      .map((name) => bookProblem(book, name, `contains ${name}, but does not list it in its manifest`)),
    ...texts
      .filter((name, index) => spine[index] !== name)
      .map((name) => bookProblem(book, name, `does not have ${name} in its spine where the contents have it`)),
  ];
}

function verifyLinks(book: OpenBook): Problem[] {
  const ids = new Map([...book.documents].map(([name, document]) => [name, linksOf(document).ids]));
  return [...book.documents].flatMap(([name, document]) =>
    linksOf(document).links.flatMap(({ address }) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return [];
      const [file = "", id] = address.split("#");
      const target = file ? `OEBPS/${decodeURI(file)}` : name;
      if (book.files.includes(target) && (!id || ids.get(target)?.has(id))) return [];
      const clause = `has a link in ${name} to “${address}”, which does not exist`;
      return [bookProblem(book, name, clause, document.indexOf(`"${address}"`))];
    }),
  );
}

async function verifyPageList(book: OpenBook, { path, bytes }: Artifact, document: string): Promise<Problem[]> {
  const { publication, documents } = book;
  const printed = provePrintedDocument(publication, (await readingOf(bytes)).text, document, path);
  // If the pamphlet has lost a word, which is reported elsewhere, the beginnings of its pages are not known.
  if (printed.problems.length > 0) return [];
  return findPageListFaults(publication, documents, "OEBPS/toc.xhtml", printed, path).map(
    ({ document, offset, clause }) => bookProblem(book, document, clause, offset),
  );
}

async function verifyStandard(book: OpenBook, bytes: Uint8Array): Promise<Problem[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity === "fatal" || severity === "error" || severity === "warning")
    .map(({ id, message, location }) => {
      const name = location?.path ?? book.path;
      const inDocument = name === book.path ? "" : ` in ${name}`;
      const fault = message.replace(/\s+/g, " ").trim();
      const offset = findOffset(fault, book.documents.get(name), location?.line);
      return bookProblem(book, name, `does not meet the EPUB standard${inDocument}: ${fault} (${id})`, offset);
    });
}

// EPUBCheck gives only the line. Its message names an element or an address in that line, in quotes or as its last
// word. Returns the offset of this, or else that of the line.
function findOffset(message: string, document = "", line = 0): number | undefined {
  if (line < 1) return undefined;
  const rows = document.split("\n");
  const row = rows[line - 1] ?? "";
  const named = /(?<=")[^"]+(?=")|[^/\s]+$/.exec(message)?.[0] ?? "";
  const column = Math.max(row.indexOf(`<${named}`), row.indexOf(`"${named}`), 0);
  return [...rows.slice(0, line - 1), ""].join("\n").length + column;
}

// Makes a problem of a file in the book. Its place is what the file was made from: the word in the Markdown of a text,
// the image, or else the publication.
function bookProblem(book: OpenBook, name: string, clause: string, offset?: number): Problem {
  return { code: "epub-invalid", place: findPlace(book, name, offset), message: `${book.path} ${clause}.` };
}

function findPlace({ publication, documents }: OpenBook, name: string, offset?: number): Place {
  const text = listInReadingOrder(publication).find((text) => documentOf(text) === name);
  const document = documents.get(name);
  if (text && document)
    return offset === undefined
      ? { file: text.file, line: text.bodyLine, column: 1 }
      : findSourcePlace(text, document, offset);
  const image = publication.images.find((image) => name === `OEBPS/${bookImagePath(image.name)}`);
  return image ? { file: image.name, line: 1, column: 1 } : publication.at();
}

function documentOf({ slug }: Prose): string {
  return `OEBPS/text-${slug}.xhtml`;
}
