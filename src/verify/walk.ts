import type { Word } from "../words.ts";
import type { Expected, FoundWord, Strand, Unit } from "./units.ts";

// A walk takes the units found in a file one after the other. Each must be the next unit of the running text, or of
// another strand. Where it can be the next of several, the walk goes on in each of these ways.

/**
 * How far the walk has come in the source, in each way in which the units found so far can be understood. A state is a
 * number that stands for one position in each strand, see positionsIn(). There is nearly always only one.
 */
export type States = Set<number>;

/** Returns the states before the first unit. */
export function startStates(): States {
  return new Set([0]);
}

/** Returns the state in which all strands have been read to their end. */
export function endState(expected: Expected): number {
  const steps = stepsIn(expected);
  return sum(strands.map((strand) => expected[strand].length * steps[strand]));
}

/** Returns the index of the next unit in each strand, for a state of the walk. */
export function positionsIn<W extends Word>(expected: Expected<W>, state: number): Record<Strand, number> {
  const { body, notes } = stepsIn(expected);
  return {
    body: Math.floor(state / body),
    notes: Math.floor((state % body) / notes),
    addresses: state % notes,
  };
}

/**
 * Returns the states after one more found unit; none if no strand goes on with it. Calls `onMatch` with each
 * strand that the unit can belong to, and with its index in that strand.
 */
export function takeStep<W extends Word>(
  expected: Expected<W>,
  states: States,
  { key, optional }: Unit<FoundWord>,
  onMatch?: (strand: Strand, index: number) => void,
): States {
  const steps = stepsIn(expected);
  const next: States = new Set(optional ? states : []);
  for (const state of states) {
    const positions = positionsIn(expected, state);
    for (const strand of strands) {
      if (expected[strand][positions[strand]]?.key !== key) continue;
      onMatch?.(strand, positions[strand]);
      next.add(state + steps[strand]);
    }
  }
  return next;
}

const strands = ["body", "notes", "addresses"] as const;

// Returns by how much a state grows with a unit of each strand.
function stepsIn<W extends Word>({ notes, addresses }: Expected<W>): Record<Strand, number> {
  return { body: (notes.length + 1) * (addresses.length + 1), notes: addresses.length + 1, addresses: 1 };
}

function sum(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
