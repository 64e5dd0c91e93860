import { pamphletPageOf } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { makeReadingCopy } from "../pdf/reading-copy.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { remarksOf } from "../layout/remarks.ts";
import { describePublication, type Context } from "./edition.ts";

/**
 * Makes the pamphlet to read on a screen, and an image of its cover. The page boxes are those of the trimmed page; the
 * bleed stays outside them, for the editions that are printed from this file.
 */
export async function makePamphlet({ publication, documents, browser }: Context): Promise<Artifact[]> {
  const files = collectPrintFiles(publication, await documents("print"));
  const labels = termsOf(publication);
  const { pdf, pages, starts, remarks, firstPage } = await makeReadingCopy(
    await browser(),
    "pamphlet.html",
    files,
    pamphletPageOf(publication.print.page),
    describePublication(publication),
    labels,
    true,
  );
  return [
    makeArtifact("pamphlet", publication, pdf, { pages, starts, remarks: remarksOf(remarks) }),
    makeArtifact("cover-image", publication, firstPage!),
  ];
}
