import { pamphletPage } from "../geometry.ts";
import { printFiles } from "../layout/files.ts";
import { readingCopy } from "../pdf/reading-copy.ts";
import type { Artifact } from "../publication.ts";
import { termsOf } from "../terms/index.ts";
import { remarksOf } from "../layout/remarks.ts";
import { descriptionOf, type Context } from "./edition.ts";

/**
 * The pamphlet to read on a screen, and a picture of its cover. Its boxes are those of the trimmed page; the bleed is
 * still there outside them, for the editions that print it.
 */
export async function makePamphlet({ publication, documents, browser }: Context): Promise<Artifact[]> {
  const files = printFiles(publication, await documents("print"));
  const labels = termsOf(publication);
  const { pdf, pages, starts, remarks, firstPage } = await readingCopy(
    await browser(),
    "pamphlet.html",
    files,
    pamphletPage(publication.print.page),
    descriptionOf(publication),
    labels,
    true,
  );
  const path = `print/${publication.slug}`;
  return [
    {
      edition: "pamphlet",
      path: `${path}-${publication.print.page.toLowerCase()}.pdf`,
      bytes: pdf,
      pages,
      starts,
      remarks: remarksOf(remarks),
    },
    { edition: "pamphlet", path: `${path}-cover.png`, bytes: firstPage! },
  ];
}
