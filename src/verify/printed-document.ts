import { readPrintedParts } from "../html/printed-parts.ts";
import { valuesOf } from "../html/select.ts";
import type { PdfText } from "../inspect/pdf-text.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import { listTexts, type Prose, type Publication } from "../publication.ts";
import { provePages, type PagesProof } from "./printed-pages.ts";
import { collectExpectedWords } from "./printed-words.ts";
import { makeFileProblem } from "./problems.ts";

/**
 * Proves that a PDF shows every word of the document that it was printed from, and that it holds no text that cannot be
 * seen. The page numbers in its contents must be those of its bookmarks. `path` names the file in the messages.
 */
export function provePrintedDocument(
  publication: Publication,
  pdf: PdfText,
  document: string,
  path: string,
): PagesProof {
  const parts = valuesOf(document, "[data-bookmark]", "id");
  const pageOf = new Map(parts.map((part, index) => [part, pdf.bookmarks[index]?.page ?? 0]));
  const expected = collectExpectedWords(publication, document, pageOf);
  const runs = pdf.pages.map((page) => page.runs.filter(({ artifact }) => !artifact));
  const proof = provePages(publication, expected, runs, path);
  if (proof.problems.length > 0) return proof;
  const texts = listTexts(publication).filter(({ slug }) =>
    readPrintedParts(document).some((piece) => piece.part === slug && "prose" in piece),
  );
  return { ...proof, problems: [...findHiddenText(publication, pdf, path), ...findLostLinks(texts, pdf, path)] };
}

// The addresses that are printed may be shorter; links lead to those of the texts.
function findLostLinks(texts: Prose[], { pages }: PdfText, path: string): Problem[] {
  const found = new Set(pages.flatMap(({ addresses }) => addresses.map(toWhole)));
  return texts.flatMap((text) => {
    const links = parseMarkdown(text).tokens.flatMap(({ children }) => children ?? []);
    return [...new Set(links.flatMap((token) => (token.type === "link_open" ? String(token.attrGet("href")) : [])))]
      .filter((address) => !found.has(toWhole(address)))
      .map((address): Problem => ({
        code: "pdf-structure",
        place: text.at(),
        message: `No link in ${path} leads to “${address}”.`,
      }));
  });
}

// A browser writes an address without a path with a final slash.
function toWhole(address: string): string {
  return new URL(address).href;
}

// Text that cannot be seen is a problem, since it would still be copied, searched and read aloud.
function findHiddenText(publication: Publication, { pages }: PdfText, path: string): Problem[] {
  return pages.flatMap(({ hidden }, index) =>
    hidden === ""
      ? []
      : [
          makeFileProblem(
            publication,
            "words-lost",
            `“${hidden}” is on page ${index + 1} of ${path}, but cannot be seen.`,
          ),
        ],
  );
}
