import { makeArtifact, type Artifact, type ArtifactKind } from "../artifact.ts";
import { folds } from "../folds/index.ts";
import { planOffprint } from "../folds/offprints.ts";
import { sidesInPrintOrder } from "../folds/print-order.ts";
import type { FormPage } from "../forms.ts";
import { makeSheets } from "../imposition/make-sheets.ts";
import type { Offprint } from "../offprints.ts";
import type { Publication } from "../publication.ts";
import { describeOffprint, ownerOf } from "./maker.ts";

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
  const bytes = await makeSheets({ pages: read.bytes, sides, bleed, sheet }, describeOffprint(offprint, publication));
  const sheets = Math.ceil(sides.length / 2);
  return makeArtifact(kind, publication, bytes, { ...ownerOf(offprint), pages: sides.length, sheets });
}
