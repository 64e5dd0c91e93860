import { joined, type Edit, type Hunk } from "./diff.ts";

/** The two texts under comparison, as lengths and a question. */
export interface Pair {
  n: number;
  m: number;
  same: (a: number, b: number) => boolean;
  /** Whether a word of one text may be there without being in the other. */
  idle: { a: (a: number) => boolean; b: (b: number) => boolean };
}

/** A declared correction: how many words it takes and puts, and whether it fits at a place. */
export interface Exchange {
  takes: number;
  puts: number;
  fits: (a: number, b: number) => boolean;
}

// A window larger than this (words of one by words of the other) is no place for corrections: the texts have parted.
const largest = 250_000;

/**
 * The differences that no correction explains, and which corrections explain one. About each difference the texts are
 * laid against each other anew, a correction costing nothing: it may share words with what stands beside the
 * difference.
 */
export function unexplained(pair: Pair, hunks: Hunk[], exchanges: Exchange[]): { hunks: Hunk[]; used: Set<number> } {
  const used = new Set<number>();
  if (exchanges.length === 0) return { hunks, used };
  const left = windows(pair, hunks, Math.max(...exchanges.flatMap(({ takes, puts }) => [takes, puts]))).flatMap(
    ({ window, inside }) => {
      if ((window.a[1] - window.a[0]) * (window.b[1] - window.b[0]) > largest) return inside;
      const path = cheapest(pair, window, exchanges);
      for (const index of path.used) used.add(index);
      return path.hunks;
    },
  );
  return { hunks: left, used };
}

// Each difference with as many words about it as a correction is long; those that touch become one.
function windows({ n }: Pair, hunks: Hunk[], about: number): { window: Hunk; inside: Hunk[] }[] {
  const found: { window: Hunk; inside: Hunk[] }[] = [];
  for (const hunk of hunks) {
    const last = found.at(-1);
    if (last && hunk.a[0] - last.window.a[1] <= 2 * about) {
      [last.window.a[1], last.window.b[1]] = [hunk.a[1], hunk.b[1]];
      last.inside.push(hunk);
    } else found.push({ window: { a: [...hunk.a], b: [...hunk.b] }, inside: [hunk] });
  }
  for (const { window } of found) {
    const before = Math.min(about, window.a[0], window.b[0]);
    const after = Math.min(about, n - window.a[1]);
    window.a = [window.a[0] - before, window.a[1] + after];
    window.b = [window.b[0] - before, window.b[1] + after];
  }
  return found;
}

// cost[a][b] is the number of words that differ from there to the window's end, on the best way.
function cheapest(
  pair: Pair,
  { a: [a0, a1], b: [b0, b1] }: Hunk,
  exchanges: Exchange[],
): { hunks: Hunk[]; used: number[] } {
  const width = b1 - b0 + 1;
  const cost = new Int32Array((a1 - a0 + 1) * width);
  const costAt = (a: number, b: number) => cost[(a - a0) * width + b - b0]!;
  const ways = (a: number, b: number) => waysFrom(pair, a, b, a1, b1, exchanges);
  for (let a = a1; a >= a0; a--) {
    for (let b = b1; b >= b0; b--) {
      if (a === a1 && b === b1) continue;
      cost[(a - a0) * width + b - b0] = Math.min(
        ...ways(a, b).map(({ taken, put, price }) => price + costAt(a + taken, b + put)),
      );
    }
  }

  const edits: Edit[] = [];
  const used: number[] = [];
  for (let a = a0, b = b0; a < a1 || b < b1;) {
    const { taken, put, price, exchange } = ways(a, b).find(
      ({ taken, put, price }) => price + costAt(a + taken, b + put) === costAt(a, b),
    )!;
    if (exchange !== undefined) used.push(exchange);
    if (price > 0) edits.push({ a, b, taken, put });
    a += taken;
    b += put;
  }
  return { hunks: joined(edits), used };
}

interface Way {
  taken: number;
  put: number;
  price: number;
  exchange?: number;
}

// Where two ways cost the same the first is gone: agreement before a correction, a correction before a difference.
function waysFrom({ same, idle }: Pair, a: number, b: number, a1: number, b1: number, exchanges: Exchange[]): Way[] {
  const ways: Way[] = a < a1 && b < b1 && same(a, b) ? [{ taken: 1, put: 1, price: 0 }] : [];
  for (const [exchange, { takes, puts, fits }] of exchanges.entries()) {
    if (a + takes <= a1 && b + puts <= b1 && fits(a, b)) ways.push({ taken: takes, put: puts, price: 0, exchange });
  }
  if (a < a1) ways.push({ taken: 1, put: 0, price: idle.a(a) ? 0 : 1 });
  if (b < b1) ways.push({ taken: 0, put: 1, price: idle.b(b) ? 0 : 1 });
  return ways;
}
