import { artworkBleed, type PageSize } from "../geometry.ts";
import type { Step, Work } from "../folds/fold.ts";
import { carryOut, layDown, reachOf, type Pile } from "../folds/paper.ts";

// What is done with printed sheets, one step after the other, as the guide tells and shows it.

/** Something that the guide tells to do. */
export type GuideStep =
  /** Sheets are laid down, front up: all on each other, or in piles of so many. */
  | { do: "lay"; piles: number[] }
  | Exclude<Step, { do: "open" }>
  /** The folds at the upper edge are cut open, and those at the outer edge if there are any. */
  | { do: "open"; outer: boolean }
  /** What came of the piles is laid on each other in the order of the pages. */
  | { do: "collect" }
  /** The folded paper is cut to the size of the page, at these places on the table. */
  | { do: "trim"; x: number[]; y: number[] }
  /** It is done: the pages follow each other. */
  | { do: "read" };

/** A step, and the paper as it lies before it is done. */
export interface Moment {
  step: GuideStep;
  piles: Pile[];
  /** Whether the parts of piles were laid on each other. */
  stacked: boolean;
  /** The edge at which it is stapled or sewn, if it is already. */
  bound?: "left" | "right";
  /** The slit in it, until it is pushed together. */
  slit?: Extract<Step, { do: "slit" }>;
}

/**
 * Returns the steps of a fold, with pages of a size in mm. Of several piles that are treated alike, the first is shown.
 */
export function listMoments(work: Work, page: PageSize): Moment[] {
  const { sections, steps } = work;
  const sheets = Array.from({ length: sections[0] ?? 0 }, (_, sheet) => layDown(sheet, work));
  const moments: Moment[] = [{ step: { do: "lay", piles: sections }, piles: [sheets], stacked: false }];
  let piles = [sheets];
  let stacked = false;
  let seen: Pick<Moment, "bound" | "slit"> = {};
  for (const step of steps) {
    const told: GuideStep = step.do === "open" ? { do: "open", outer: isOuterClosed(work) } : step;
    moments.push({ step: told, piles, stacked, ...seen });
    piles = carryOut(step, piles, work);
    if (step.do === "bind") seen = { bound: step.edge };
    if (step.do === "slit") seen = { slit: step };
    if (step.do === "push") seen = {};
    stacked ||= step.do === "push" || (step.do === "cut" && step.piles === "stacked");
  }
  if (sections.length > 1) moments.push({ step: { do: "collect" }, piles, stacked, ...seen });
  const trim = trimOf(piles, work, page);
  if (trim) moments.push({ step: trim, piles, stacked, ...seen });
  moments.push({ step: { do: "read" }, piles, stacked, ...seen });
  return moments;
}

// Paper that was folded twice from side to side has a fold at the outer edge, too.
function isOuterClosed({ steps }: Work): boolean {
  return steps.filter((step) => step.do === "fold" && "x" in step.along).length > 1;
}

// Paper is cut to size only where it is larger than the page by more than the artwork, which fills the rest.
function trimOf(
  [pile = []]: Pile[],
  { steps }: Work,
  page: PageSize,
): { do: "trim"; x: number[]; y: number[] } | undefined {
  const spine = steps.find((step) => step.do === "bind")?.edge;
  if (!spine) return undefined;
  const [[left, right], [top, bottom]] = [reachOf(pile, "x"), reachOf(pile, "y")];
  const [wide, high] = [right - left - page.width, bottom - top - page.height];
  const x = wide > artworkBleed ? [spine === "left" ? right - wide : left + wide] : [];
  const y = high > 2 * artworkBleed ? [top + high / 2, bottom - high / 2] : [];
  return x.length + y.length > 0 ? { do: "trim", x, y } : undefined;
}
