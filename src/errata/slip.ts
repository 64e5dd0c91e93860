import { compile } from "../compile/eleventy.ts";
import { PublicationProblems } from "../errors.ts";
import { leaflet } from "../geometry.ts";
import { readPdfText } from "../inspect/pdf-text.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { printDocument } from "../layout/paged.ts";
import { shareBrowser } from "../layout/share-browser.ts";
import { fileDateOf } from "../names.ts";
import { openPdf } from "../pdf/document.ts";
import { finishPdf } from "../pdf/reading-copy.ts";
import type { Publication } from "../publication.ts";
import { termsOf } from "../terms/index.ts";
import { provePrintedDocument } from "../verify/printed-document.ts";
import type { Erratum } from "./compare-builds.ts";

const document = "errata.html";

/**
 * Makes an errata slip: a PDF of A5 to print and to lay into copies of the earlier build. Throws PublicationProblems if
 * it does not show every word, and a MachineError if there is no browser.
 */
export async function makeErrataSlip(publication: Publication, errata: Erratum[]): Promise<Uint8Array> {
  const documents = await compile(publication, "errata", [], [], { errata });
  const terms = termsOf(publication);
  const description = {
    title: terms.corrections,
    authors: [publication.publisher ?? publication.title],
    subject: publication.title,
    language: publication.language,
    date: fileDateOf(publication),
  };
  const browser = shareBrowser();
  try {
    const files = collectPrintFiles(publication, documents);
    const printed = await printDocument(await browser.get(), document, files, leaflet, async (printed) => printed);
    const slip = await finishPdf(document, printed, leaflet, description, terms);
    const text = await readPdfText(slip, await openPdf(slip));
    const { problems } = provePrintedDocument(publication, text, documents.get(document)!, "the errata slip");
    if (problems.length > 0) throw new PublicationProblems(problems);
    return slip;
  } finally {
    await browser.close();
  }
}
