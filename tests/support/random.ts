/** A source of random numbers that are the same for the same seed. */
export interface Random {
  /** Returns a whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** Returns one element of the list. */
  pick<One>(list: readonly One[]): One;
}

/** Returns a source of random numbers (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { below, pick: (list) => list[below(list.length)]! };
}
