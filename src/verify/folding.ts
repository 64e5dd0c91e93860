import { turnsLikePage, type Lines, type PaperPart, type Region, type Step, type Work } from "../folds/fold.ts";

// Carries out in mind what is done with printed sheets: they are laid on each other, cut, folded, and read. Of a fold only
// the work with the paper is used, not the plan by which pages were imposed, so that a fault in the plan is found. A
// sheet becomes layers: parts of it, each with the place on the table to which it was moved.

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

/** A part of a sheet on the table: from, to along each axis, as the front is printed, and how it was moved from there. */
interface Layer {
  sheet: number;
  x: Stretch;
  y: Stretch;
}

/** A stretch of paper along an axis: where it begins and ends on the front, and on the table: sign × place + shift. */
interface Stretch {
  from: number;
  to: number;
  sign: 1 | -1;
  shift: number;
}

/** Layers on each other, the uppermost first. */
type Pile = Layer[];

type Axis = "x" | "y";

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

function layDown(sheet: number, { sheet: { width, height } }: Work): Layer {
  return { sheet, x: { from: 0, to: width, sign: 1, shift: 0 }, y: { from: 0, to: height, sign: 1, shift: 0 } };
}

function carryOut(step: Step, piles: Pile[], work: Work): Pile[] {
  switch (step.do) {
    case "turn":
      return piles.map((pile) => (step.part && !isOn(pile, step.part, work) ? pile : turnOver(pile, work)));
    case "fold":
      return piles.map((pile) => foldPile(pile, step));
    case "cut":
      return cutPiles(piles, step);
    case "slit":
      return piles.map((pile) => slit(pile, step));
    case "push":
      return piles.map((pile) => pushTogether(pile, step.top, work));
    case "open":
    case "bind":
      return piles;
  }
}

function turnOver(pile: Pile, { sheet }: Work): Pile {
  return pile.map((layer) => ({ ...layer, x: mirror(layer.x, sheet.width / 2) })).toReversed();
}

function isOn(pile: Pile, part: PaperPart, { sheet }: Work): boolean {
  const axis = part === "left" || part === "right" ? "x" : "y";
  const middle = (axis === "x" ? sheet.width : sheet.height) / 2;
  const isBefore = reachOf(pile, axis)[1] <= middle + tolerance;
  return isBefore === (part === "left" || part === "upper");
}

function foldPile(pile: Pile, { along, part, to }: Extract<Step, { do: "fold" }>): Pile {
  const [axis, places] = axisOf(along);
  return places.reduce((folded, at) => {
    const [before, after] = splitPile(folded, axis, at);
    const movesFirst = part === "left" || part === "upper";
    const [moving, staying] = movesFirst ? [before, after] : [after, before];
    const moved = moving.map((layer) => ({ ...layer, [axis]: mirror(layer[axis], at) })).toReversed();
    return to === "over" ? [...moved, ...staying] : [...staying, ...moved];
  }, pile);
}

// The piles of a cut keep their order: those of the first pile, then those of the second.
function cutPiles(lying: Pile[], { along, piles, waste }: Extract<Step, { do: "cut" }>): Pile[] {
  const [axis, places] = axisOf(along);
  return lying.flatMap((pile) => {
    let rest = pile;
    const strips = places.map((at) => {
      const [before, after] = splitPile(rest, axis, at);
      rest = after;
      return before;
    });
    const kept = [...strips, rest].filter((strip, index) => strip.length > 0 && !(waste && index % 2 === 0));
    return piles === "apart" ? kept : [kept.flat()];
  });
}

// A pile that is slit stays where it is; from then on its parts beside the slit can be moved by themselves.
function slit(pile: Pile, { y }: Extract<Step, { do: "slit" }>): Pile {
  return splitPile(pile, "y", y).flat();
}

// The strip is a ring of eight parts: four in front, and behind them the same four; neighbours hang together, and so do the
// two of each end, but the slit parts those between. Whoever reads it goes round the ring, from the front of the leaf on
// top; of two that follow each other, the second lies the other way up under the first. Paper that is no such strip stays
// as it is, and reads wrongly.
function pushTogether(pile: Pile, top: "left" | "right", { steps }: Work): Pile {
  const [start, end] = reachOf(pile, "x");
  const quarter = (end - start) / 4;
  const isFree = steps.some(
    (step) => step.do === "slit" && step.from <= start + quarter + tolerance && step.to >= end - quarter - tolerance,
  );
  const columns: Pile[] = [];
  let rest = pile;
  for (const column of [1, 2, 3]) {
    const [before, after] = splitPile(rest, "x", start + column * quarter);
    columns.push(before);
    rest = after;
  }
  columns.push(rest);
  if (!isFree || columns.some((column) => column.length !== 2)) return pile;
  const [first, ...others] = top === "right" ? columns.toReversed() : columns;
  const behind = others.map(([, layer]) => layer!);
  const front = others.map(([layer]) => layer!);
  const ring = [...first!, ...behind, ...front.toReversed()];
  return ring.map((layer, index) =>
    facesUp(layer) === (index % 2 === 0) ? layer : { ...layer, x: mirror(layer.x, start) },
  );
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

// Mirrored along one axis, paper shows its other side.
function facesUp({ x, y }: Layer): boolean {
  return x.sign === y.sign;
}

function mirror(stretch: Stretch, at: number): Stretch {
  return { ...stretch, sign: stretch.sign === 1 ? -1 : 1, shift: 2 * at - stretch.shift };
}

/** Lengths are computed by different ways; those that differ by less than this, in mm, are the same. */
const tolerance = 0.001;

// Returns what of a pile is before a place on the table, and what is behind it. Layers that reach over it are divided.
function splitPile(pile: Pile, axis: Axis, at: number): [before: Pile, after: Pile] {
  const divide = (layer: Layer, isBefore: boolean): Layer[] => {
    const stretch = layer[axis];
    const [start, end] = edgesOf(stretch);
    if (end <= at + tolerance) return isBefore ? [layer] : [];
    if (start >= at - tolerance) return isBefore ? [] : [layer];
    const place = (at - stretch.shift) * stretch.sign;
    const part = isBefore === (stretch.sign === 1) ? { to: place } : { from: place };
    return [{ ...layer, [axis]: { ...stretch, ...part } }];
  };
  return [pile.flatMap((layer) => divide(layer, true)), pile.flatMap((layer) => divide(layer, false))];
}

function edgesOf({ from, to, sign, shift }: Stretch): [start: number, end: number] {
  const edges = [sign * from + shift, sign * to + shift];
  return [Math.min(...edges), Math.max(...edges)];
}

function reachOf(pile: Pile, axis: Axis): [start: number, end: number] {
  const edges = pile.flatMap((layer) => edgesOf(layer[axis]));
  return [Math.min(...edges), Math.max(...edges)];
}

function axisOf(lines: Lines): [Axis, number[]] {
  return "x" in lines ? ["x", lines.x] : ["y", lines.y];
}
