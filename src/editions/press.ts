import { countPages, padTo, type PageNumber } from "../folds/fold.ts";
import { pagesPerSheet } from "../geometry.ts";
import { blackInk, createInks, convertToInks, type Inks } from "../press/ink.ts";
import { openPdf } from "../pdf/document.ts";
import { markPacked } from "../pdf/save.ts";
import { joinCoverAndInside, makePressPages } from "../press/pages.ts";
import { imageProfileOf } from "../press/output-intent.ts";
import { savePdfX } from "../press/pdf-x.ts";
import type { Publication } from "../publication.ts";
import { artifactPath, findArtifact, makeArtifact, type Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import { usualMostInk } from "../shop.ts";
import { describeSpine, pagesPerLeaf, type Spine } from "../spine.ts";
import { describePublication, type Context } from "./edition.ts";

type Pdf = Awaited<ReturnType<typeof openPdf>>;

/**
 * Makes what a print shop takes, in the standard that it asks for: single pages in reading order, since the shop does the
 * imposition on its own sheets. The cover is four pages on paper of its own: the first two (the front, and the imprint
 * inside it) and the last two. Blank pages before the back cover fill the pamphlet up to a multiple of four, if it is
 * stapled; the inside is then a multiple of four too. A perfect-bound pamphlet has whole leaves, and a cover with a spine.
 */
export async function makePress(context: Context): Promise<Artifact[]> {
  const { publication, made } = context;
  const pamphlet = findArtifact(made, "pamphlet")!;
  const source = await openPdf(pamphlet.bytes);
  markPacked(source);
  const { bleed, cover: place, shop } = publication.print;
  const spine = describeSpine(publication, pamphlet.pages!);
  const pages = padTo(spine ? pagesPerLeaf : pagesPerSheet, countPages(pamphlet.pages!));
  const insidePages = pages.slice(2, -2).filter((number) => number !== undefined || shop.blanks === "in");
  const inside = await makePressPages(source, insidePages, { bleed, marks: shop.marks });
  const coverPages = [...pages.slice(0, 2), ...pages.slice(-2)];
  const cover = spine
    ? await makeSpineCover(context, source, coverPages, spine)
    : await makePressPages(source, coverPages, { bleed: shop.coverBleed, marks: shop.marks });
  const coverInks = coverInksOf(publication);
  await applyInks(publication, blackInk, inside);
  await applyInks(publication, coverInks, cover);

  const makeFile = async (kind: ArtifactKind, pdf: Pdf, inks: Inks): Promise<Artifact> => {
    const documentName = `${publication.identifier} ${artifactPath(kind, publication)}`;
    const bytes = await savePdfX(pdf, inks, shop, describePublication(publication), documentName);
    return makeArtifact(kind, publication, bytes, { pages: pdf.getPageCount() });
  };
  if (place === "with") return [await makeFile("press", await joinCoverAndInside(cover, inside), coverInks)];
  return [await makeFile("press", inside, blackInk), await makeFile("press-cover", cover, coverInks)];
}

async function makeSpineCover(
  { publication, documents, browser }: Context,
  source: Pdf,
  pages: PageNumber[],
  { width, hasTitle }: Spine,
): Promise<Pdf> {
  const { makeWideCover } = await import("../press/wide-cover.ts");
  const { coverBleed, marks } = publication.print.shop;
  const cover = { spine: width, direction: publication.dir, bleed: coverBleed, marks };
  if (!hasTitle) return makeWideCover(source, pages, cover);
  const { printSpine } = await import("../layout/spine.ts");
  const printedSpine = await printSpine(await browser(), publication, await documents("spine"));
  return makeWideCover(source, pages, { ...cover, printedSpine });
}

async function applyInks({ print: { shop } }: Publication, inks: Inks, pdf: Pdf): Promise<void> {
  await convertToInks(inks, pdf);
  if (shop.deepBlack && inks.space === "DeviceCMYK")
    (await import("../press/deep-black.ts")).deepenBlack(pdf, shop.deepBlack);
  if (shop.marks.includes("registration")) (await import("../press/marks.ts")).addRegistrationMarks(pdf, inks);
}

function coverInksOf({ print, colour }: Publication): Inks {
  if (print.inks.cover === "grey") return blackInk;
  // Black has inks of its own, which depend on what is black.
  const isDeepBlack = colour === "#000000" && print.shop.deepBlack !== undefined;
  const { condition, mostInk = usualMostInk } = print.shop;
  const images = { profile: imageProfileOf(condition), mostInk };
  return createInks(colour && !isDeepBlack ? { [colour]: print.inks.cover } : {}, images);
}
