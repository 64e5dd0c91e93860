import { countPages, padTo } from "../folds/fold.ts";
import { pagesPerSheet } from "../geometry.ts";
import { setDescription, openPdf } from "../pdf/document.ts";
import { markPacked, savePdf } from "../pdf/save.ts";
import { convertToInks, type Inks } from "../press/ink.ts";
import { addRegistrationMarks } from "../press/marks.ts";
import { makePressPages } from "../press/pages.ts";
import { plateInks, proofInks, separationInks, type SpotPrinting } from "../press/spot.ts";
import { savePdfX } from "../press/pdf-x.ts";
import { artifactPath, findArtifact, makeArtifact, type Artifact } from "../artifact.ts";
import { spotInksOf } from "../spot-inks.ts";
import { describePublication, type Context } from "./edition.ts";

/** Separations need no condition of a press with four inks. */
const usualPress = { standard: "PDF/X-4", condition: "none", profile: "embedded" } as const;

/**
 * Makes what a risograph or a two-colour press takes, if the publication names its spot inks: all pages with bleed and
 * marks, once with a separation for each ink, as PDF/X-4; once for each ink in grey; and once in colour, as a proof.
 */
export async function makeInks({ publication, made }: Context): Promise<Artifact[]> {
  const inks = spotInksOf(publication.print.inks);
  if (inks.length === 0) return [];
  const { print } = publication;
  const printing: SpotPrinting = { inks, overprint: print.overprint === "first" };
  const pamphlet = findArtifact(made, "pamphlet")!;
  const pages = padTo(pagesPerSheet, countPages(pamphlet.pages!));
  const description = describePublication(publication);

  const source = await openPdf(pamphlet.bytes);
  markPacked(source);
  const makePages = async (inksOf: (pdf: typeof source) => Inks) => {
    const pdf = await makePressPages(source, pages, { bleed: print.bleed, marks: ["crop"] });
    const inks = inksOf(pdf);
    await convertToInks(inks, pdf);
    addRegistrationMarks(pdf, inks);
    return { pdf, inks };
  };
  const makePlain = async (inksOf: Parameters<typeof makePages>[0]) => {
    const { pdf } = await makePages(inksOf);
    setDescription(pdf, description);
    return savePdf(pdf);
  };

  const separated = await makePages((pdf) => separationInks(pdf, printing));
  const documentName = `${publication.identifier} ${artifactPath("inks", publication)}`;
  const facts = { pages: pages.length };
  const plates: Artifact[] = [];
  for (const plate of inks.keys()) {
    const bytes = await makePlain((pdf) => plateInks(pdf, printing, plate));
    plates.push(makeArtifact(plate === 0 ? "ink-first" : "ink-second", publication, bytes, facts));
  }
  return [
    makeArtifact(
      "inks",
      publication,
      await savePdfX(separated.pdf, separated.inks, usualPress, description, documentName),
      facts,
    ),
    ...plates,
    makeArtifact("inks-proof", publication, await makePlain((pdf) => proofInks(pdf, printing)), facts),
  ];
}
