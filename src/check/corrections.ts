import { joinEdits, type WordEdit, type Hunk } from "./diff.ts";

/** Two texts to compare: the source, of n words, and the text of a statement, of m words. */
export interface Pair {
  n: number;
  m: number;
  /** Returns whether a word of the source and a word of the text are the same. */
  same: (a: number, b: number) => boolean;
  /** Functions that return whether a word of the source, or of the text, may be missing from the other. */
  optional: { a: (a: number) => boolean; b: (b: number) => boolean };
}

/** A declared correction: how many words it removes and adds, and a function that says whether it fits at a place. */
export interface Exchange {
  removes: number;
  adds: number;
  fits: (a: number, b: number) => boolean;
}

// The largest window, in words of the source times words of the text, chosen by eye: its table takes 1 MB. In a larger
// one the texts differ so much that no correction can be meant.
const largestWindow = 250_000;

/** A stretch in which a correction explains the difference; `exchange` is the index of the correction. */
export interface ExplainedHunk extends Hunk {
  exchange: number;
}

/**
 * Returns the differences that no correction explains, and those that one does. A correction may begin or end with words
 * that are the same in both texts, so it need not be equal to a difference. Therefore the texts around each difference
 * are aligned again, in a way in which corrections do not count as differences.
 */
export function explainDifferences(
  pair: Pair,
  hunks: Hunk[],
  exchanges: Exchange[],
): { hunks: Hunk[]; explained: ExplainedHunk[] } {
  const explained: ExplainedHunk[] = [];
  if (exchanges.length === 0) return { hunks, explained };
  const longest = Math.max(...exchanges.flatMap(({ removes, adds }) => [removes, adds]));
  const rest = findWindows(pair, hunks, longest).flatMap(({ window, inside }) => {
    if ((window.a[1] - window.a[0]) * (window.b[1] - window.b[0]) > largestWindow) return inside;
    const path = findCheapestPath(pair, window, exchanges);
    explained.push(...path.explained);
    return path.hunks;
  });
  return { hunks: rest, explained };
}

// Returns a window for each difference: it, and `margin` words on both sides. Windows that touch are joined.
function findWindows({ n }: Pair, hunks: Hunk[], margin: number): { window: Hunk; inside: Hunk[] }[] {
  const found: { window: Hunk; inside: Hunk[] }[] = [];
  for (const hunk of hunks) {
    const last = found.at(-1);
    if (last && hunk.a[0] - last.window.a[1] <= 2 * margin) {
      [last.window.a[1], last.window.b[1]] = [hunk.a[1], hunk.b[1]];
      last.inside.push(hunk);
    } else found.push({ window: { a: [...hunk.a], b: [...hunk.b] }, inside: [hunk] });
  }
  for (const { window } of found) {
    const before = Math.min(margin, window.a[0], window.b[0]);
    const after = Math.min(margin, n - window.a[1]);
    window.a = [window.a[0] - before, window.a[1] + after];
    window.b = [window.b[0] - before, window.b[1] + after];
  }
  return found;
}

// Aligns the texts in a window, by dynamic programming: `costAt(a, b)` is the lowest number of words that differ
// between these words and the end of the window.
function findCheapestPath(
  pair: Pair,
  { a: [a0, a1], b: [b0, b1] }: Hunk,
  exchanges: Exchange[],
): { hunks: Hunk[]; explained: ExplainedHunk[] } {
  const width = b1 - b0 + 1;
  const cost = new Int32Array((a1 - a0 + 1) * width);
  const costAt = (a: number, b: number) => cost[(a - a0) * width + b - b0]!;
  const steps = (a: number, b: number) => stepsFrom(pair, a, b, a1, b1, exchanges);
  for (let a = a1; a >= a0; a--) {
    for (let b = b1; b >= b0; b--) {
      if (a === a1 && b === b1) continue;
      cost[(a - a0) * width + b - b0] = Math.min(
        ...steps(a, b).map(({ removed, added, price }) => price + costAt(a + removed, b + added)),
      );
    }
  }

  const edits: WordEdit[] = [];
  const explained: ExplainedHunk[] = [];
  let [a, b] = [a0, b0];
  while (a < a1 || b < b1) {
    const { removed, added, exchange } = steps(a, b).find(
      ({ removed, added, price }) => price + costAt(a + removed, b + added) === costAt(a, b),
    )!;
    if (exchange !== undefined) explained.push({ a: [a, a + removed], b: [b, b + added], exchange });
    // Also a word that may be missing is an edit: between two edits, each word stands beside its own.
    if (exchange === undefined && removed !== added) edits.push({ a, b, removed, added });
    a += removed;
    b += added;
  }
  return { hunks: joinEdits(edits), explained };
}

interface Step {
  removed: number;
  added: number;
  price: number;
  exchange?: number;
}

// Of two steps that cost the same the first is taken: agreement before a correction, and a correction before a
// difference.
function stepsFrom(
  { same, optional }: Pair,
  a: number,
  b: number,
  a1: number,
  b1: number,
  exchanges: Exchange[],
): Step[] {
  const steps: Step[] = a < a1 && b < b1 && same(a, b) ? [{ removed: 1, added: 1, price: 0 }] : [];
  for (const [exchange, { removes, adds, fits }] of exchanges.entries()) {
    if (a + removes <= a1 && b + adds <= b1 && fits(a, b))
      steps.push({ removed: removes, added: adds, price: 0, exchange });
  }
  if (a < a1) steps.push({ removed: 1, added: 0, price: optional.a(a) ? 0 : 1 });
  if (b < b1) steps.push({ removed: 0, added: 1, price: optional.b(b) ? 0 : 1 });
  return steps;
}
