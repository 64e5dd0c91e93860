import { turnsLikePage, type Region, type Work } from "../folds/fold.ts";
import { carryOut, facesUp, layDown, type Layer, type Pile } from "../folds/paper.ts";

// Carries out in mind what is done with printed sheets: they are laid on each other, cut, folded, and read. Of a fold only
// the work with the paper is used, not the plan by which pages were imposed, so that a fault in the plan is found.

/** A part of a side of a sheet, as a reader meets it. */
export interface FoldedFace {
  /** The sheet, from 0. */
  sheet: number;
  side: "front" | "back";
  /** Where it is on this side, as it is printed; in mm from the left and upper edge. */
  area: Region;
  /** Whether the reader sees this part of the side head down. */
  turned: boolean;
}

/**
 * Folds and cuts sheets. Returns for each copy that comes of it the faces in reading order.
 */
export function foldSheets(work: Work): FoldedFace[][] {
  let done = 0;
  const sections = work.sections.map((count) => {
    const sheets = Array.from({ length: count }, () => layDown(done++, work));
    return work.steps.reduce((piles, step) => carryOut(step, piles, work), [sheets]);
  });
  const copies = (sections[0] ?? []).map((_, copy) => sections.flatMap((piles) => piles[copy] ?? []));
  return copies.map((pile) => (work.read === "leaves" ? readLeaves(pile, work) : readOpened(pile, work)));
}

// Leaf by leaf: the upper face of each layer, and when it is turned like a page, its lower one.
function readLeaves(pile: Pile, work: Work): FoldedFace[] {
  return pile.flatMap((layer) => {
    const sides: FoldedFace["side"][] = facesUp(layer) ? ["front", "back"] : ["back", "front"];
    return sides.filter((side) => side === "front" || work.flip).map((side) => faceOf(layer, side, work));
  });
}

// Opened flat, the sheet is held as its front is printed, and turned over as a page is.
function readOpened([cover, ...others]: Pile, work: Work): FoldedFace[] {
  if (!cover) return [];
  const own = facesUp(cover) ? "front" : "back";
  const fromLeft = [cover, ...others].toSorted((one, other) => one.x.from - other.x.from);
  const inOrder = (side: FoldedFace["side"]) =>
    (side === "front") === (work.read === "from-left") ? fromLeft : fromLeft.toReversed();
  const open = (layer: Layer, side: FoldedFace["side"]) => faceOf({ ...layer, y: { ...layer.y, sign: 1 } }, side, work);
  const behind = own === "front" ? "back" : "front";
  return [
    faceOf(cover, own, work),
    ...inOrder(behind).map((layer) => open(layer, behind)),
    ...inOrder(own)
      .filter((layer) => layer !== cover)
      .map((layer) => open(layer, own)),
  ];
}

// A reader turns leaves like pages, so whether a face is head down depends on how its paper lies from top to bottom alone:
// on a back also on the edge on which the printer turned the sheet.
function faceOf({ sheet, x, y }: Layer, side: FoldedFace["side"], { sheet: size, flip }: Work): FoldedFace {
  const area = { x: x.from, y: y.from, width: x.to - x.from, height: y.to - y.from };
  if (side === "front") return { sheet, side, area, turned: y.sign < 0 };
  const isLikePage = turnsLikePage(size, flip!);
  const back = isLikePage ? { ...area, x: size.width - x.to } : { ...area, y: size.height - y.to };
  return { sheet, side, area: back, turned: y.sign < 0 === isLikePage };
}
