import { largePrint } from "../geometry.ts";
import { printFiles } from "../layout/files.ts";
import { readingCopy } from "../pdf/reading-copy.ts";
import type { Artifact } from "../publication.ts";
import { termsOf } from "../terms/index.ts";
import { remarksOf } from "../layout/remarks.ts";
import { descriptionOf, type Context } from "./edition.ts";

/** The whole pamphlet on A4 in 18 pt, for readers who need large type, with contents and page numbers of its own. */
export async function makeLargePrint({ publication, documents, browser }: Context): Promise<Artifact[]> {
  const files = printFiles(publication, await documents("print"));
  const labels = termsOf(publication);
  const { pdf, pages, remarks } = await readingCopy(
    await browser(),
    "large-print.html",
    files,
    largePrint,
    descriptionOf(publication),
    labels,
  );
  const path = `print/${publication.slug}-large-print.pdf`;
  return [
    { edition: "large-print", path, bytes: pdf, pages, sheets: Math.ceil(pages / 2), remarks: remarksOf(remarks) },
  ];
}
