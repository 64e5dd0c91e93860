import { pointsPerMm } from "../geometry.ts";
import { leastClearance } from "../folds/jobs.ts";
import type { PageText } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import { asRead, foldPages, type FoldedPage, type Printed } from "./folded.ts";
import { listPages } from "./problems.ts";

/** By how much text may be nearer, in pt: as much as the edges of the type area are missed. */
const tolerance = 0.15;

/** How far type reaches above its baseline and below it, as a part of its size: ascenders and descenders of most fonts. */
const [ascent, descent] = [0.75, 0.25];

/**
 * Verifies that text of the pages, which were proved to be those of the pamphlet, is not near the edges at which the paper
 * ends or is cut. `proved` are the pages of the pamphlet.
 */
export function verifyClearance(proved: PageText[], printed: Printed): Problem[] {
  const withText = proved.filter(({ runs }) => runs.length > 0);
  const near = new Set<number>();
  for (const pages of foldPages(printed)) {
    const written = pages.flatMap((page, index) => (page.runs.length > 0 ? [{ page, number: index + 1 }] : []));
    for (const [index, { page, number }] of written.entries()) {
      const rooms = roomsOf(page, withText[index]!);
      if (Math.min(...rooms) < leastClearance * pointsPerMm - tolerance) near.add(number);
    }
  }
  if (near.size === 0) return [];
  const message = `${printed.path} has text less than ${leastClearance} mm from the edge on ${listPages([...near])}.`;
  return [{ code: "page-box-wrong", place: printed.place, message }];
}

// Returns how far the text of a page is from the edges of its paper, as it is read: left, right, above and below.
function roomsOf({ face, runs, side }: FoldedPage, { extent, runs: provedRuns }: PageText): number[] {
  const { x, y, width, height } = face.area;
  const edges = [x, x + width, side.height / pointsPerMm - y, side.height / pointsPerMm - y - height];
  const [left, right, top, bottom] = (face.turned ? [-edges[1]!, -edges[0]!, -edges[3]!, -edges[2]!] : edges).map(
    (edge) => edge * pointsPerMm,
  ) as [number, number, number, number];
  const read = runs.map(asRead);
  // Where the page is on the paper.
  const shift = read[0]!.x - provedRuns[0]!.x;
  const [start, end] = extent ? [extent.left.edge + shift, extent.right.edge + shift] : [left, right];
  return [
    ...(extent ? [start - left, right - end] : []),
    top - Math.max(...read.map(({ y, size }) => y + ascent * size)),
    Math.min(...read.map(({ y, size }) => y - descent * size)) - bottom,
  ];
}
