import { largePrint } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { makeReadingCopy } from "../pdf/reading-copy.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { remarksOf } from "../layout/remarks.ts";
import { describePublication, type Context } from "./edition.ts";

/** Makes the whole pamphlet on A4 in 18 pt for readers who need large type; its contents give its own page numbers. */
export async function makeLargePrint({ publication, documents, browser }: Context): Promise<Artifact[]> {
  const files = collectPrintFiles(publication, await documents("print"));
  const labels = termsOf(publication);
  const { pdf, pages, remarks } = await makeReadingCopy(
    await browser(),
    "large-print.html",
    files,
    largePrint,
    describePublication(publication),
    labels,
  );
  // Printed on both sides.
  const sheets = Math.ceil(pages / 2);
  return [makeArtifact("large-print", publication, pdf, { pages, sheets, remarks: remarksOf(remarks) })];
}
