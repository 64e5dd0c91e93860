import { EpubCheck } from "@likecoin/epubcheck-ts";
import { bookPath } from "../epub/images.ts";
import { openEpub } from "../epub/container.ts";
import { linksOf } from "../html/links.ts";
import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import type { Place, Problem } from "../problem.ts";
import { readingOrder, type Prose, type Publication } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import type { Documents } from "./documents.ts";
import { frameLost } from "./epub-frame.ts";
import { headLost } from "./head.ts";
import { madeFrom } from "./source-place.ts";
import { furnitureOf, repeated } from "./repeats.ts";
import { pagesAstray } from "./page-list.ts";
import { readAlong } from "./pdf.ts";
import { readPdf } from "../inspect/pdf-text.ts";
import { wordsLost } from "./weave.ts";

/**
 * Opens the EPUB that was made: every word in its document, once in the book; all files listed; all links; the page
 * list, if the pamphlet is among the files made; the standard (EPUB 3.3).
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
  const files = await openEpub(bytes);
  const documents = new Map(
    [...files].flatMap(([name, bytes]) =>
      /\.(xhtml|opf|ncx)$/.test(name) ? [[name, new TextDecoder().decode(bytes)]] : [],
    ),
  );
  const book = { publication, path, files: [...files.keys()], documents };
  const pages = pamphlet ? await pageProblems(book, pamphlet, document) : [];
  return [
    ...textProblems(book),
    ...frameLost(publication, documents, path),
    ...listProblems(book),
    ...linkProblems(book),
    ...pages,
    ...(await standardProblems(book, bytes)),
  ];
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
    return [
      ...headLost(publication, text, textOf(document, "header"), `${path}, ${name}`, text.lang),
      ...wordsLost(text, textOf(document, ".prose"), `${path}, ${name}`),
    ];
  });
  const around = [...documents]
    .filter(([name]) => name.endsWith(".xhtml"))
    .map(([, document]) => textOf(document, "body", ".prose"));
  return [...lost, ...repeated(texts, furnitureOf(publication), around.join("\n"), path)];
}

// The manifest lists what is there and nothing else; the spine has every text, in the order of the contents.
function listProblems(book: OpenBook): Problem[] {
  const packageDocument = book.documents.get("OEBPS/content.opf") ?? "";
  const inManifest = valuesOf(packageDocument, "manifest item", "href").map((href) => `OEBPS/${decodeURI(href)}`);
  const there = book.files.filter((name) => name.startsWith("OEBPS/") && name !== "OEBPS/content.opf");
  const spine = valuesOf(packageDocument, "spine itemref", "idref")
    .filter((id) => id.startsWith("text-"))
    .map((id) => `OEBPS/${id}.xhtml`);
  const wanted = readingOrder(book.publication).map(documentOf);
  return [
    ...inManifest
      .filter((name) => !there.includes(name))
      .map((name) => problem(book, name, "stands in the manifest and not in the book")),
    ...there
      .filter((name) => !inManifest.includes(name))
      .map((name) => problem(book, name, "stands in the book and not in the manifest")),
    ...wanted
      .filter((name, index) => spine[index] !== name)
      .map((name) => problem(book, name, "does not stand in the spine where the contents have it")),
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
      return found
        ? []
        : [problem(book, name, `has a link to ${address}, which is not there`, document.indexOf(`"${address}"`))];
    }),
  );
}

// Where the pamphlet itself has lost a word, nobody can tell where its pages begin.
async function pageProblems(
  { publication, documents, ...book }: OpenBook,
  { path, bytes }: Artifact,
  document: string,
): Promise<Problem[]> {
  const printed = readAlong(publication, await readPdf(bytes), document, path);
  if (printed.problems.length > 0) return [];
  return pagesAstray(publication, documents, "OEBPS/toc.xhtml", printed, path).map(({ document, offset, clause }) =>
    problem({ publication, documents, ...book }, document, clause, offset),
  );
}

async function standardProblems(book: OpenBook, bytes: Uint8Array): Promise<Problem[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => severity === "fatal" || severity === "error" || severity === "warning")
    .map(({ id, message, location }) => {
      const name = location?.path ?? book.path;
      return problem(
        book,
        name,
        `does not hold to the EPUB standard: ${message} (${id})`,
        offsetOf(message, book.documents.get(name), location?.line),
      );
    });
}

// EPUBCheck tells the line; in it stands the element or the address that its message names.
function offsetOf(message: string, document = "", line = 0): number | undefined {
  if (line < 1) return undefined;
  const rows = document.split("\n");
  const row = rows[line - 1] ?? "";
  const named = /(?<=")[^"]+(?=")|[^/\s]+$/.exec(message)?.[0] ?? "";
  return (
    rows.slice(0, line - 1).join("\n").length + 1 + Math.max(row.indexOf(`<${named}`), row.indexOf(`"${named}`), 0)
  );
}

// Told at what it was made from: at the word of the Markdown, at the picture, or else at the publication.
function problem({ publication, path, documents }: OpenBook, name: string, clause: string, offset?: number): Problem {
  return {
    code: "epub-invalid",
    place: place(),
    message: name === path ? `${path} ${clause}.` : `${name} in ${path} ${clause}.`,
  };

  function place(): Place {
    const text = readingOrder(publication).find((text) => documentOf(text) === name);
    const document = documents.get(name);
    if (text && document)
      return offset === undefined
        ? { file: text.file, line: text.bodyLine, column: 1 }
        : madeFrom(text, document, offset);
    const picture = publication.images.find((image) => name === `OEBPS/${bookPath(image.name)}`);
    return picture ? { file: picture.name, line: 1, column: 1 } : publication.at();
  }
}

function documentOf({ slug }: Prose): string {
  return `OEBPS/text-${slug}.xhtml`;
}
