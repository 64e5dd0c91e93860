import type { Flip } from "../imposition/plan.ts";

// Simulates printing and folding a booklet from the sides in its file, independently of the imposition plan by which
// they were made. This way a fault in the plan is found as well.

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
 * pages as they are read. `flip` is the edge on which the printer turns the paper, `direction` that in which the
 * booklet is read.
 */
export function fold<Content>(
  sides: PrintedSide<Content>[],
  flip: Flip,
  direction: "ltr" | "rtl" = "ltr",
): Half<Content>[] {
  const firstHalf: Half<Content>[] = [];
  const secondHalf: Half<Content>[] = [];
  for (let sheet = 0; sheet < sides.length / 2; sheet++) {
    const front = sides[2 * sheet]!;
    // A sheet that is turned on its long edge has its back upside down, seen from its front.
    const back = flip === "long-edge" ? turnAround(sides[2 * sheet + 1]!) : sides[2 * sheet + 1]!;
    const [outer, inner] = direction === "ltr" ? [front.right, back.left] : [front.left, back.right];
    const [lastInner, lastOuter] = direction === "ltr" ? [back.right, front.left] : [back.left, front.right];
    firstHalf.push(outer, inner);
    secondHalf.unshift(lastInner, lastOuter);
  }
  return [...firstHalf, ...secondHalf];
}

/**
 * Prints all fronts, then all backs, on a printer that cannot turn paper. Such a printer puts out each sheet face down
 * on the sheets before it. The stack is put back as it came out, so that the printer takes the last front first, and
 * prints its back. Returns the sides, front and back in turn, as fold() takes them for the short edge.
 */
export function printFrontsThenBacks<Content>(
  fronts: PrintedSide<Content>[],
  backs: PrintedSide<Content>[],
): PrintedSide<Content>[] {
  const stack = [...fronts];
  const sheets = backs.map((back) => [stack.pop()!, back]);
  return sheets.toReversed().flat();
}

function turnAround<Content>({ left, right }: PrintedSide<Content>): PrintedSide<Content> {
  const turn = ({ content, upright }: Half<Content>): Half<Content> => ({
    content,
    upright: upright === undefined ? undefined : !upright,
  });
  return { left: turn(right), right: turn(left) };
}
