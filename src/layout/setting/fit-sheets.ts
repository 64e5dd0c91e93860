import type { Filling } from "./fill-pages.ts";

// Finds the number of pages of a pamphlet, so that it takes no sheet more than needed. Pure: `evaluate` sets the texts.

/** What may be changed so that a pamphlet takes fewer sheets. */
export interface TypeChange {
  /** The size of the type beside what it was. */
  size: number;
  /** How many lines more a page has; they stand closer. */
  lines: number;
  /** How much wider the lines are, in mm. */
  measure: number;
}

/** One filling for each text. */
export interface Plan {
  fillings: Filling[];
  pages: number;
  cost: number;
}

export interface FoundFit {
  change: TypeChange;
  plan: Plan;
  /** Pages without any fit. */
  natural: number;
  /** The texts, by index, with the lines by which they are too long; only if no change saves the sheet. */
  over: { text: number; lines: number }[];
}

export const noChange: TypeChange = { size: 1, lines: 0, measure: 0 };

/** The pages of a sheet that is folded once. */
const signature = 4;

/** Type may be so many per cent smaller; the steps are those of its size. */
const leastSize = 0.97;

/** What a saved page may cost. Chosen by eye, in the units of fill-pages.ts: nobody should see it. */
const mostCostOfPage = 150;

/**
 * Returns the least change with which the pages are a multiple of four, fewer than without it, if there is one; of
 * changes of the type size, the smallest. `step` is a step of the type size as a share of it; `fixed` are the pages that
 * have no text. With “pages”, only lines are won, and every page that they save is saved.
 */
export function findFit(
  evaluate: (change: TypeChange) => Filling[][],
  { fit, fixed, step }: { fit: "sheets" | "pages" | "none"; fixed: number; step: number },
): FoundFit {
  const texts = evaluate(noChange);
  const best = planPages(texts);
  const natural = fixed + best.pages;
  const asItIs = { change: noChange, plan: best, natural, over: [] };
  if (fit === "none") return asItIs;
  if (fit === "pages") return { ...asItIs, plan: planPages(texts, mostCostOfPage) };
  const most = natural - (natural % signature) - fixed;
  if (most === best.pages || most < texts.length) return asItIs;
  const planFor = (change: TypeChange): Plan | undefined => {
    const fillings = change === noChange ? texts : evaluate(change);
    const plan = planWithin(fillings, most);
    const usual = planPages(fillings);
    return plan && plan.cost - usual.cost <= mostCostOfPage * Math.max(1, usual.pages - plan.pages) ? plan : undefined;
  };
  const sizes = Array.from({ length: Math.floor((1 - leastSize) / step + 1e-9) }, (_, index) => 1 - (index + 1) * step);
  const stages: TypeChange[][] = [
    [noChange],
    sizes.map((size) => ({ ...noChange, size })),
    [{ ...noChange, lines: 1 }],
    sizes.map((size) => ({ size, lines: 0, measure: 1 })),
    sizes.map((size) => ({ size, lines: 1, measure: 1 })),
  ];
  for (const changes of stages) {
    const found = findLeast(changes, planFor);
    if (found) return { ...found, natural, over: [] };
  }
  return { ...asItIs, over: listOver(best, best.pages - most) };
}

// Of changes that grow, the first that leads to a plan: if the greatest does not, none does.
function findLeast(
  changes: TypeChange[],
  planFor: (change: TypeChange) => Plan | undefined,
): { change: TypeChange; plan: Plan } | undefined {
  let found: { change: TypeChange; plan: Plan } | undefined;
  let [low, high] = [0, changes.length - 1];
  let middle = high;
  while (low <= high) {
    const change = changes[middle]!;
    const plan = planFor(change);
    if (plan) {
      found = { change, plan };
      high = middle - 1;
    } else low = middle + 1;
    middle = Math.floor((low + high) / 2);
  }
  return found;
}

/** Returns the best filling of each text, where a page costs something itself. */
function planPages(texts: Filling[][], priceOfPage = 0): Plan {
  const priceOf = ({ cost, pages }: Filling) => cost + pages * priceOfPage;
  return sumUp(texts.map((fillings) => fillings.reduce((one, other) => (priceOf(other) < priceOf(one) ? other : one))));
}

// Returns the plan with at most so many pages that costs least.
function planWithin(texts: Filling[][], most: number): Plan | undefined {
  let plans = new Map<number, Filling[]>([[0, []]]);
  for (const fillings of texts) {
    const next = new Map<number, Filling[]>();
    for (const [pages, before] of plans)
      for (const filling of fillings) {
        const total = pages + filling.pages;
        const plan = [...before, filling];
        if (total <= most && sumUp(plan).cost < (next.has(total) ? sumUp(next.get(total)!).cost : Infinity))
          next.set(total, plan);
      }
    plans = next;
  }
  return [...plans.values()].map(sumUp).toSorted((one, other) => one.cost - other.cost)[0];
}

function sumUp(fillings: Filling[]): Plan {
  return {
    fillings,
    pages: fillings.reduce((sum, { pages }) => sum + pages, 0),
    cost: fillings.reduce((sum, { cost }) => sum + cost, 0),
  };
}

// The texts with the fewest lines on their last page, as many as pages have to be saved.
function listOver({ fillings }: Plan, pages: number): FoundFit["over"] {
  return fillings
    .map(({ lastLines, pages }, text) => ({ text, lines: lastLines, pages }))
    .filter(({ pages }) => pages > 1)
    .toSorted((one, other) => one.lines - other.lines)
    .slice(0, pages)
    .map(({ text, lines }) => ({ text, lines }));
}
