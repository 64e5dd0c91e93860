import { countPages, padTo } from "../folds/fold.ts";
import { pagesPerSheet } from "../geometry.ts";
import { blackInk, createInks, convertToInks, type Inks } from "../press/ink.ts";
import { openPdf } from "../pdf/document.ts";
import { markPacked } from "../pdf/save.ts";
import { joinCoverAndInside, makePressPages } from "../press/pages.ts";
import { saveX4 } from "../press/x4.ts";
import type { Publication } from "../publication.ts";
import { artifactPath, findArtifact, makeArtifact, type Artifact, type ArtifactKind } from "../artifact.ts";
import { describePublication, type Context } from "./edition.ts";

/**
 * Makes what a print shop takes for saddle stitching, as PDF/X-4: single pages in reading order, since the shop does
 * the imposition on its own sheets. The cover is four pages on paper of its own: the first two (the front, and the
 * imprint inside it) and the last two. Blank pages before the back cover fill the pamphlet up to a multiple of four;
 * the inside is then a multiple of four too.
 */
export async function makePress({ publication, made }: Context): Promise<Artifact[]> {
  const pamphlet = findArtifact(made, "pamphlet")!;
  const source = await openPdf(pamphlet.bytes);
  markPacked(source);
  const pages = padTo(pagesPerSheet, countPages(pamphlet.pages!));
  const { bleed } = publication.print;
  const inside = await makePressPages(source, pages.slice(2, -2), bleed);
  const cover = await makePressPages(source, [...pages.slice(0, 2), ...pages.slice(-2)], bleed);
  const coverInks = coverInksOf(publication);
  await convertToInks(blackInk, inside);
  await convertToInks(coverInks, cover);

  const makeFile = async (kind: ArtifactKind, pdf: typeof inside, inks: Inks): Promise<Artifact> => {
    const documentName = `${publication.identifier} ${artifactPath(kind, publication)}`;
    const bytes = await saveX4(pdf, inks, describePublication(publication), documentName);
    return makeArtifact(kind, publication, bytes, { pages: pdf.getPageCount() });
  };
  if (publication.print.cover === "with")
    return [await makeFile("press", await joinCoverAndInside(cover, inside), coverInks)];
  return [await makeFile("press", inside, blackInk), await makeFile("press-cover", cover, coverInks)];
}

function coverInksOf({ print, colour }: Publication): Inks {
  if (print.inks.cover === "grey") return blackInk;
  return createInks(colour ? { [colour]: print.inks.cover } : {});
}
