import { EpubCheck } from "@likecoin/epubcheck-ts";
import { openEpub } from "../epub.ts";
import { linksOf, textOf, valuesOf } from "../html.ts";
import type { Place, Problem } from "../problem.ts";
import { readingOrder, type Artifact, type Prose, type Publication } from "../publication.ts";
import { headLost } from "./head.ts";
import { furnitureOf, repeated } from "./once.ts";
import { wordsLost } from "./words.ts";

/** Opens each EPUB that was made: every word in its document, once in the book; all files listed; all links; the standard (EPUB 3.3). */
export async function verifyEpub(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  const books = artifacts.filter(({ path }) => path.endsWith(".epub"));
  return (await Promise.all(books.map((book) => verifyBook(publication, book)))).flat();
}

async function verifyBook(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const files = await openEpub(bytes);
  const documents = new Map([...files].flatMap(([name, bytes]) => (/\.(xhtml|opf|ncx)$/.test(name) ? [[name, new TextDecoder().decode(bytes)]] : [])));
  const book = { publication, path, files: [...files.keys()], documents };
  return [...textProblems(book), ...listProblems(book), ...linkProblems(book), ...(await standardProblems(book, bytes))];
}

interface OpenBook {
  publication: Publication;
  path: string;
  files: string[];
  documents: Map<string, string>;
}

function textProblems({ publication, path, documents }: OpenBook): Problem[] {
  const texts = readingOrder(publication);
  const lost = texts.flatMap((text) => {
    const name = documentOf(text);
    const document = documents.get(name) ?? "";
    return [...headLost(text, textOf(document, "header"), `${path}, ${name}`), ...wordsLost(text, textOf(document, ".prose"), `${path}, ${name}`)];
  });
  const all = [...documents].filter(([name]) => name.endsWith(".xhtml")).map(([, document]) => textOf(document, "body"));
  return [...lost, ...repeated(texts, furnitureOf(publication), all.join("\n"), path)];
}

// The manifest lists what is there and nothing else; the spine has every text, in the order of the contents.
function listProblems(book: OpenBook): Problem[] {
  const packageDocument = book.documents.get("OEBPS/content.opf") ?? "";
  const inManifest = valuesOf(packageDocument, "manifest item", "href").map((href) => `OEBPS/${decodeURI(href)}`);
  const there = book.files.filter((name) => name.startsWith("OEBPS/") && name !== "OEBPS/content.opf");
  const spine = valuesOf(packageDocument, "spine itemref", "idref").filter((id) => id.startsWith("text-")).map((id) => `OEBPS/${id}.xhtml`);
  const wanted = readingOrder(book.publication).map(documentOf);
  return [
    ...inManifest.filter((name) => !there.includes(name)).map((name) => problem(book, name, "stands in the manifest and not in the book")),
    ...there.filter((name) => !inManifest.includes(name)).map((name) => problem(book, name, "stands in the book and not in the manifest")),
    ...wanted.filter((name, index) => spine[index] !== name).map((name) => problem(book, name, "does not stand in the spine where the contents have it")),
  ];
}

function linkProblems(book: OpenBook): Problem[] {
  const ids = new Map([...book.documents].map(([name, document]) => [name, linksOf(document).ids]));
  return [...book.documents].flatMap(([name, document]) =>
    linksOf(document).links.flatMap(({ address }) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return [];
      const [file = "", id] = address.split("#");
      const target = file ? `OEBPS/${decodeURI(file)}` : name;
      const found = book.files.includes(target) && (!id || ids.get(target)?.has(id));
      return found ? [] : [problem(book, name, `has a link to ${address}, which is not there`)];
    }),
  );
}

async function standardProblems(book: OpenBook, bytes: Uint8Array): Promise<Problem[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity === "fatal" || severity === "error" || severity === "warning")
    .map(({ id, message, location }) => problem(book, location?.path ?? book.path, `does not hold to the EPUB standard: ${message} (${id})`));
}

// Told at the text that the document was made of, or else at the publication.
function problem({ publication, path, documents }: OpenBook, name: string, clause: string): Problem {
  const text = readingOrder(publication).find((text) => documents.has(name) && documentOf(text) === name);
  const place: Place = text ? { file: text.file, line: text.bodyLine, column: 1 } : publication.at();
  return { code: "epub-invalid", place, message: name === path ? `${path} ${clause}.` : `${name} in ${path} ${clause}.` };
}

function documentOf({ slug }: Prose): string {
  return `OEBPS/text-${slug}.xhtml`;
}
