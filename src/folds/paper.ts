import type { Lines, PaperPart, Step, Work } from "./fold.ts";

// Paper on a table, and what is done with it. The proof carries out the work of a fold on it, and the drawings of the guide
// show how it lies after each step. A sheet becomes layers: parts of it, each with the place to which it was moved.

/** A part of a sheet on the table: from, to along each axis, as the front is printed, and how it was moved from there. */
export interface Layer {
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
export type Pile = Layer[];

export type Axis = "x" | "y";

/** Returns a sheet as it is laid down, front up. */
export function layDown(sheet: number, { sheet: { width, height } }: Work): Layer {
  return { sheet, x: { from: 0, to: width, sign: 1, shift: 0 }, y: { from: 0, to: height, sign: 1, shift: 0 } };
}

/** Does a step with piles of paper, as they lie when the steps of `work` before it are done. */
export function carryOut(step: Step, piles: Pile[], work: Work): Pile[] {
  switch (step.do) {
    case "turn":
      if (!step.part) return piles.map((pile) => turnOver(pile, work.sheet.width / 2));
      return piles.map((pile) => (isOn(pile, step.part!, work) ? turnOver(pile, middleOf(pile)) : pile));
    case "fold":
      return piles.map((pile) => foldPile(pile, step));
    case "cut":
      return cutPiles(piles, step);
    case "push":
      return piles.map((pile) => pushTogether(pile, step.top, work));
    case "slit":
    case "open":
    case "bind":
      return piles;
  }
}

function turnOver(pile: Pile, axis: number): Pile {
  return pile.map((layer) => ({ ...layer, x: mirror(layer.x, axis) })).toReversed();
}

function middleOf(pile: Pile): number {
  const [left, right] = reachOf(pile, "x");
  return (left + right) / 2;
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

/** Returns whether the front of a layer is up. */
export function facesUp({ x, y }: Layer): boolean {
  // Mirrored along one axis, paper shows its other side.
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

/** Returns where a stretch of paper begins and ends on the table. */
export function edgesOf({ from, to, sign, shift }: Stretch): [start: number, end: number] {
  const edges = [sign * from + shift, sign * to + shift];
  return [Math.min(...edges), Math.max(...edges)];
}

/** Returns where a pile begins and ends on the table. */
export function reachOf(pile: Pile, axis: Axis): [start: number, end: number] {
  const edges = pile.flatMap((layer) => edgesOf(layer[axis]));
  return [Math.min(...edges), Math.max(...edges)];
}

/** Returns the axis that lines cross, and where they cross it. */
export function axisOf(lines: Lines): [Axis, number[]] {
  return "x" in lines ? ["x", lines.x] : ["y", lines.y];
}
