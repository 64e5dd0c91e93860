/** A stretch in which two texts differ: [from, to) of the one, [from, to) of the other. */
export interface Hunk {
  a: [from: number, to: number];
  b: [from: number, to: number];
}

/** One step from the one text to the other: so many words of each, from here. */
export interface Edit {
  a: number;
  b: number;
  taken: number;
  put: number;
}

// Texts further apart than this are no longer compared word by word to their end; it bounds time and memory.
const furthest = 2000;

/**
 * Where two sequences of n and m words differ: Myers' algorithm, on what is left between the same beginning and the
 * same end.
 */
export function differences(n: number, m: number, same: (a: number, b: number) => boolean): Hunk[] {
  const least = Math.min(n, m);
  let head = 0;
  while (head < least && same(head, head)) head++;
  let tail = 0;
  while (tail < least - head && same(n - 1 - tail, m - 1 - tail)) tail++;
  const edits = shortestEdits(n - head - tail, m - head - tail, (a, b) => same(a + head, b + head));
  return joined(edits.map(({ a, b, taken, put }) => ({ a: a + head, b: b + head, taken, put })));
}

/** Edits that follow each other without a word between them, as one hunk. */
export function joined(edits: Edit[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const { a, b, taken, put } of edits) {
    const last = hunks.at(-1);
    if (last?.a[1] === a && last.b[1] === b) [last.a[1], last.b[1]] = [a + taken, b + put];
    else hunks.push({ a: [a, a + taken], b: [b, b + put] });
  }
  return hunks;
}

// reach[k] is how far along the first text the best path of so many edits comes on diagonal k = a - b.
function shortestEdits(n: number, m: number, same: (a: number, b: number) => boolean): Edit[] {
  if (n === 0 || m === 0) return n + m === 0 ? [] : [{ a: 0, b: 0, taken: n, put: m }];
  const most = Math.min(n + m, furthest);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let count = 0; count <= most; count++) {
    for (let k = -count; k <= count; k += 2) {
      const down = k === -count || (k !== count && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let a = count === 0 ? 0 : down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      while (a < n && a - k < m && same(a, a - k)) a++;
      reach[middle + k] = a;
      if (a >= n && a - k >= m) return traced(trace, n, m);
    }
    trace.push(reach.slice(middle - count, middle + count + 1));
  }
  const [a, b] = furthestPoint(trace.pop()!, most, n, m);
  return [...traced(trace, a, b), { a, b, taken: n - a, put: m - b }];
}

function furthestPoint(reach: Int32Array, count: number, n: number, m: number): [a: number, b: number] {
  let best: [number, number] = [0, 0];
  for (let k = -count; k <= count; k += 2) {
    const a = reach[k + count]!;
    const b = a - k;
    if (a <= n && b <= m && a + b > best[0] + best[1]) best = [a, b];
  }
  return best;
}

// The path back from a point, by the reach that was kept for each count of edits.
function traced(trace: Int32Array[], n: number, m: number): Edit[] {
  const edits: Edit[] = [];
  let [a, b] = [n, m];
  for (let count = trace.length; count > 0; count--) {
    const reach = trace[count - 1]!;
    const at = (k: number) => reach[k + count - 1]!;
    const k = a - b;
    const down = k === -count || (k !== count && at(k - 1) < at(k + 1));
    a = at(down ? k + 1 : k - 1);
    b = a - (down ? k + 1 : k - 1);
    edits.push({ a, b, taken: down ? 0 : 1, put: down ? 1 : 0 });
  }
  return edits.toReversed();
}
