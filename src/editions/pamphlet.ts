import { pamphletPageOf } from "../geometry.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { makeReadingCopy } from "../pdf/reading-copy.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { fitRemarksOf, remarksOf, withoutMovedCover } from "../layout/remarks.ts";
import { describePublication, type Context } from "./edition.ts";

/**
 * Makes the pamphlet to read on a screen, and an image of its cover. The page boxes are those of the trimmed page; the
 * bleed stays outside them, for the editions that are printed from this file.
 */
export async function makePamphlet({ publication, documents, browser }: Context): Promise<Artifact[]> {
  const files = collectPrintFiles(publication, await documents("print"));
  const labels = termsOf(publication);
  const geometry = pamphletPageOf(publication.print.page);
  const { pdf, pages, starts, remarks, firstPage, fitted } = await makeReadingCopy(
    await browser(),
    "pamphlet.html",
    files,
    geometry,
    describePublication(publication),
    labels,
    { withCover: true, fit: publication.print.fit },
  );
  return [
    makeArtifact("pamphlet", publication, pdf, {
      pages,
      starts,
      remarks: [...remarksOf(withoutMovedCover(remarks, pages)), ...fitRemarksOf(fitted, pages, geometry.type!)],
    }),
    makeArtifact("cover-image", publication, firstPage!),
  ];
}
