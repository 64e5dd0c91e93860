import type { Flip } from "../imposition/plan.ts";

// Simulates how a booklet is printed and folded, from the sides in its file. The imposition plan by which these were
// made is not used, so that a fault in the plan is found as well.

/** Half of a side of a sheet, as it is in the file. */
export interface Half<Content> {
  content: Content;
  /** False if it is upside down in the file; undefined if nothing is printed on it. */
  upright: boolean | undefined;
}

/** A side of a sheet, as it is in the file. */
export type PrintedSide<Content> = { left: Half<Content>; right: Half<Content> };

/**
 * Prints sides on sheets, front and back in turn, stacks the sheets and folds the stack in the middle. Returns the
 * pages in the order in which they are read; where the last side is missing, without its pages. `flip` is the edge on
 * which the printer turns the paper, `direction` that in which the booklet is read.
 */
export function fold<Content>(
  sides: PrintedSide<Content>[],
  flip: Flip,
  direction: "ltr" | "rtl" = "ltr",
): Half<Content>[] {
  const firstHalf: Half<Content>[] = [];
  const secondHalf: Half<Content>[] = [];
  for (let sheet = 0; sheet < sides.length / 2; sheet++) {
    const [front, printedBack] = [sides[2 * sheet]!, sides[2 * sheet + 1]];
    // A sheet that is turned on its long edge has its back upside down, seen from its front.
    const back = printedBack && flip === "long-edge" ? turnAround(printedBack) : printedBack;
    const [outer, inner] = direction === "ltr" ? [front.right, back?.left] : [front.left, back?.right];
    const [lastInner, lastOuter] = direction === "ltr" ? [back?.right, front.left] : [back?.left, front.right];
    firstHalf.push(...[outer, inner].filter((half) => half !== undefined));
    secondHalf.unshift(...[lastInner, lastOuter].filter((half) => half !== undefined));
  }
  return [...firstHalf, ...secondHalf];
}

/**
 * Prints all fronts, then all backs, on a printer that cannot turn paper. Such a printer puts out each sheet face down
 * on the sheets before it. The stack is put back as it came out. So the printer takes the sheet with the last front
 * first, and prints its back. Returns the sides, front and back in turn, as fold() takes them for the short edge. A
 * back for which there is no front stands alone.
 */
export function printFrontsThenBacks<Content>(
  fronts: PrintedSide<Content>[],
  backs: PrintedSide<Content>[],
): PrintedSide<Content>[] {
  const stack = [...fronts];
  const sheets = backs.map((back) => [stack.pop(), back]);
  return sheets
    .toReversed()
    .flat()
    .filter((side) => side !== undefined);
}

function turnAround<Content>({ left, right }: PrintedSide<Content>): PrintedSide<Content> {
  const turn = ({ content, upright }: Half<Content>): Half<Content> => ({
    content,
    upright: upright === undefined ? undefined : !upright,
  });
  return { left: turn(right), right: turn(left) };
}
