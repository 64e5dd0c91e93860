import type { Flip } from "../imposition/plan.ts";

// A booklet folded in mind, from what stands on its sides, not from the plan by which it was imposed.

/** Half of one side of a sheet, as it stands in the file. */
export interface Half<Content> {
  content: Content;
  /** False where it stands head down in the file. Undefined where nothing is printed. */
  upright: boolean | undefined;
}

/** The sides of the sheets in the order of printing, front and back in turn, each as it lies in the file. */
export type PrintedSide<Content> = { left: Half<Content>; right: Half<Content> };

/**
 * Prints on both sides, turning on the given edge, stacks, folds at the middle, and turns over the pages: what is read,
 * in order.
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
    // A sheet turned on its long edge shows its back head down: the hand that folds it sees it turned by half a circle.
    const back = flip === "long-edge" ? turned(sides[2 * sheet + 1]!) : sides[2 * sheet + 1]!;
    const [outer, inner] = direction === "ltr" ? [front.right, back.left] : [front.left, back.right];
    const [lastInner, lastOuter] = direction === "ltr" ? [back.right, front.left] : [back.left, front.right];
    firstHalf.push(outer, inner);
    secondHalf.unshift(lastInner, lastOuter);
  }
  return [...firstHalf, ...secondHalf];
}

/**
 * Prints fronts and backs one after the other on a printer that cannot turn paper: it lays sheets out face down, each
 * upon the last, and prints the upper side of what lies on top. The stack goes back as it came out. Returns the sides
 * as `fold` takes them, turned on the short edge.
 */
export function fed<Content>(fronts: PrintedSide<Content>[], backs: PrintedSide<Content>[]): PrintedSide<Content>[] {
  const stack = [...fronts];
  const sheets = backs.map((back) => [stack.pop()!, back]);
  return sheets.toReversed().flat();
}

function turned<Content>({ left, right }: PrintedSide<Content>): PrintedSide<Content> {
  const turn = ({ content, upright }: Half<Content>): Half<Content> => ({
    content,
    upright: upright === undefined ? undefined : !upright,
  });
  return { left: turn(right), right: turn(left) };
}
