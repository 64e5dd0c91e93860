/**
 * How many documents are open at once. Chromium lays out two in the time of one and a half; with more, each only waits for
 * the others.
 */
const mostOpen = 2;

/**
 * A document of more bytes than these is large: of 440 pages, it takes 400 MB in the browser. Two large ones are not open
 * at once.
 */
const leastLarge = 400_000;

/** A document that waits for its turn, or is open. */
interface Turn {
  bytes: number;
  begin(): void;
}

/** Runs work with a document of so many bytes as soon as it is its turn. */
export type TakeTurn = <Result>(bytes: number, work: () => Promise<Result>) => Promise<Result>;

/**
 * Returns a function by which documents take turns, in the order in which they ask. Of those that ask at the same moment,
 * the longest is the first: others are made from it.
 */
export function takeTurns(): TakeTurn {
  const asking: Turn[] = [];
  const waiting: Turn[] = [];
  const open = new Set<Turn>();
  const isLarge = ({ bytes }: Turn) => bytes > leastLarge;
  const mayBegin = (turn: Turn) => open.size < mostOpen && !(isLarge(turn) && [...open].some(isLarge));
  const serve = (): void => {
    waiting.push(...asking.splice(0).sort((one, other) => other.bytes - one.bytes));
    for (let next; (next = waiting.find(mayBegin));) {
      waiting.splice(waiting.indexOf(next), 1);
      open.add(next);
      next.begin();
    }
  };
  return async (bytes, work) => {
    const turn: Turn = { bytes, begin: () => {} };
    const begun = new Promise<void>((resolve) => (turn.begin = resolve));
    asking.push(turn);
    setImmediate(serve);
    await begun;
    try {
      return await work();
    } finally {
      open.delete(turn);
      serve();
    }
  };
}
