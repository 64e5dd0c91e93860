import { padded } from "../imposition/plan.ts";
import { blackInk, declaredInks, printWith, type Inks } from "../press/ink.ts";
import { openPdf } from "../pdf/document.ts";
import { bindTogether, pressPages } from "../press/pages.ts";
import { saveX4 } from "../press/x4.ts";
import { isPamphlet, type Artifact, type Publication } from "../publication.ts";
import { descriptionOf, type Context } from "./edition.ts";

/**
 * What a print shop takes for saddle stitching (PDF/X-4): single pages in reading order, never spreads, which it makes
 * itself on its own sheets. The cover is four pages on its own paper: the first two, which are the front and the
 * imprint inside it, and the last two. What the pamphlet has fewer than a multiple of four comes as blanks before the
 * back cover, so that the inside has a multiple of four too.
 */
export async function makePress({ publication, made }: Context): Promise<Artifact[]> {
  const pamphlet = made.find(isPamphlet)!;
  const source = await openPdf(pamphlet.bytes);
  const pages = padded(pamphlet.pages!);
  const { bleed, cover: coverComes } = publication.print;
  const inside = await pressPages(source, pages.slice(2, -2), bleed);
  const cover = await pressPages(source, [...pages.slice(0, 2), ...pages.slice(-2)], bleed);
  const coverInks = coverInksOf(publication);
  await printWith(blackInk, inside);
  await printWith(coverInks, cover);

  const file = async (name: string, pdf: typeof inside, inks: Inks): Promise<Artifact> => {
    const path = `print/${publication.slug}-${name}.pdf`;
    return {
      edition: "press",
      path,
      bytes: await saveX4(pdf, inks, descriptionOf(publication), `${publication.identifier} ${path}`),
      pages: pdf.getPageCount(),
    };
  };
  if (coverComes === "with") return [await file("press", await bindTogether(cover, inside), coverInks)];
  return [await file("press", inside, blackInk), await file("press-cover", cover, coverInks)];
}

function coverInksOf({ print, colour }: Publication): Inks {
  if (print.inks.cover === "grey") return blackInk;
  return declaredInks(colour ? { [colour]: print.inks.cover } : {});
}
