/** A stretch in which two sequences of words differ: the words [from, to) of each. */
export interface Hunk {
  a: [from: number, to: number];
  b: [from: number, to: number];
}

/** An edit of the first sequence on the way to the second: how many words it removes at `a`, and adds from `b` on. */
export interface WordEdit {
  a: number;
  b: number;
  removed: number;
  added: number;
}

// How many edits are searched for. Time and memory grow with the square of this number: two texts of 60,000 words that
// have nothing in common take a tenth of a second. After these edits, the rest of both texts becomes one hunk.
const mostEdits = 2000;

/**
 * Compares two sequences of n and m words; `same` returns whether a word of the first and a word of the second are the
 * same. Returns the fewest differences, by the algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations" (1986). If there are too many of them, the rest of both sequences is one difference.
 */
export function findDifferences(n: number, m: number, same: (a: number, b: number) => boolean): Hunk[] {
  const least = Math.min(n, m);
  let head = 0;
  while (head < least && same(head, head)) head++;
  let tail = 0;
  while (tail < least - head && same(n - 1 - tail, m - 1 - tail)) tail++;
  const edits = findShortestEdits(n - head - tail, m - head - tail, (a, b) => same(a + head, b + head));
  return joinEdits(edits.map(({ a, b, removed, added }) => ({ a: a + head, b: b + head, removed, added })));
}

/** Joins edits that follow each other without a word between them to hunks. */
export function joinEdits(edits: WordEdit[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const { a, b, removed, added } of edits) {
    const last = hunks.at(-1);
    if (last?.a[1] === a && last.b[1] === b) [last.a[1], last.b[1]] = [a + removed, b + added];
    else hunks.push({ a: [a, a + removed], b: [b, b + added] });
  }
  return hunks;
}

// For a number of edits, reach[k] is how far the best path gets in the first sequence on the diagonal k = a - b.
function findShortestEdits(n: number, m: number, same: (a: number, b: number) => boolean): WordEdit[] {
  if (n === 0 || m === 0) return n + m === 0 ? [] : [{ a: 0, b: 0, removed: n, added: m }];
  const most = Math.min(n + m, mostEdits);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let count = 0; count <= most; count++) {
    for (let k = -count; k <= count; k += 2) {
      const isAddition = k === -count || (k !== count && reach[middle + k - 1]! < reach[middle + k + 1]!);
      // For no edit at all, `reach` has zeros, and the path begins at the first word.
      let a = isAddition ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      while (a < n && a - k < m && same(a, a - k)) a++;
      reach[middle + k] = a;
      if (a >= n && a - k >= m) return tracePath(trace, n, m);
    }
    trace.push(reach.slice(middle - count, middle + count + 1));
  }
  const [a, b] = findFurthestPoint(trace.pop()!, most, n, m);
  return [...tracePath(trace, a, b), { a, b, removed: n - a, added: m - b }];
}

function findFurthestPoint(reach: Int32Array, count: number, n: number, m: number): [a: number, b: number] {
  let best: [number, number] = [0, 0];
  for (let k = -count; k <= count; k += 2) {
    const a = reach[k + count]!;
    const b = a - k;
    if (a <= n && b <= m && a + b > best[0] + best[1]) best = [a, b];
  }
  return best;
}

// Goes back from a point by the reach that was kept for each number of edits.
function tracePath(trace: Int32Array[], n: number, m: number): WordEdit[] {
  const edits: WordEdit[] = [];
  let [a, b] = [n, m];
  for (let count = trace.length; count > 0; count--) {
    const reach = trace[count - 1]!;
    const at = (k: number) => reach[k + count - 1]!;
    const k = a - b;
    const isAddition = k === -count || (k !== count && at(k - 1) < at(k + 1));
    a = at(isAddition ? k + 1 : k - 1);
    b = a - (isAddition ? k + 1 : k - 1);
    edits.push({ a, b, removed: isAddition ? 0 : 1, added: isAddition ? 1 : 0 });
  }
  return edits.toReversed();
}
