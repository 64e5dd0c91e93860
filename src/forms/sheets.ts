import { makeArtifact, type Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import { folds } from "../folds/index.ts";
import { planOffprint } from "../folds/offprints.ts";
import { sidesInPrintOrder } from "../folds/print-order.ts";
import { divideIntoTiles, planTiles } from "../folds/tiles.ts";
import type { FormPage } from "../forms.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import type { Offprint } from "../offprints.ts";
import { officePaperOf } from "../papers.ts";
import type { Publication } from "../publication.ts";
import { describeOffprint, ownerOf } from "./maker.ts";
import { markTiles } from "./tile-marks.ts";

/** Makes the sheets of an offprint, for an office printer, from the PDF of its pages. */
export async function makeOffprintSheets(
  offprint: Offprint,
  kind: ArtifactKind,
  read: { bytes: Uint8Array; pages: number },
  { bleed }: FormPage,
  publication: Publication,
): Promise<Artifact> {
  const { fold, job } = planOffprint(offprint, read.pages, publication.print);
  const { sheet } = folds[fold].work(job);
  const sides = sidesInPrintOrder(folds[fold].sheets(job));
  const description = describeOffprint(offprint, publication);
  const [bytes] = await makeSheets({ pages: read.bytes, bleed, plans: [{ sides, sheet }], description });
  const sheets = Math.ceil(sides.length / 2);
  return makeArtifact(kind, publication, bytes!, { ...ownerOf(offprint), pages: sides.length, sheets });
}

/** Makes the sheets of a poster that is put together from them, from the PDF of the whole. */
export async function makeTiles(
  offprint: Offprint,
  whole: Uint8Array,
  page: FormPage,
  publication: Publication,
): Promise<Artifact> {
  const tiling = divideIntoTiles(page, officePaperOf(publication.print.page));
  const sides = sidesInPrintOrder(planTiles(tiling));
  const description = describeOffprint(offprint, publication);
  const plans = [{ sides, sheet: tiling.sheet, marks: markTiles(tiling) }];
  const [bytes] = await makeSheets({ pages: whole, bleed: 0, plans, description });
  const count = sides.length;
  return makeArtifact("poster-tiles", publication, bytes!, { ...ownerOf(offprint), pages: count, sheets: count });
}
