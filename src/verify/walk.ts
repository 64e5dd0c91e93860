import type { Word } from "../words.ts";
import type { Expected, FoundWord, Unit } from "./units.ts";

// A walk takes the units found in a file one after the other. Each must be the next unit of the running text, or the
// next one of the notes. Where it can be both, the walk goes on in both ways.

/** The strand that a unit belongs to: the running text, or the notes. */
export type Strand = "body" | "notes";

/**
 * How far the walk has come in the source, in each way in which the units found so far can be understood. A state is a
 * number that stands for one position in the body and one in the notes, see positionsIn(). There is nearly always only
 * one.
 */
export type States = Set<number>;

/** Returns the states before the first unit. */
export function startStates(): States {
  return new Set([0]);
}

/** Returns the state in which both strands have been read to their end. */
export function endState({ body, notes }: Expected): number {
  return body.length * (notes.length + 1) + notes.length;
}

/** Returns the indexes of the next unit in the body and in the notes, for a state of the walk. */
export function positionsIn<W extends Word>({ notes }: Expected<W>, state: number): [body: number, notes: number] {
  return [Math.floor(state / (notes.length + 1)), state % (notes.length + 1)];
}

/**
 * Returns the states after one more found unit; none if neither strand goes on with it. Calls `onMatch` with each
 * strand that the unit can belong to, and with its index in that strand.
 */
export function takeStep<W extends Word>(
  expected: Expected<W>,
  states: States,
  { key, optional }: Unit<FoundWord>,
  onMatch?: (strand: Strand, index: number) => void,
): States {
  const { body, notes } = expected;
  const next: States = new Set(optional ? states : []);
  for (const state of states) {
    const [inBody, inNotes] = positionsIn(expected, state);
    if (body[inBody]?.key === key) {
      onMatch?.("body", inBody);
      next.add(state + notes.length + 1);
    }
    if (notes[inNotes]?.key === key) {
      onMatch?.("notes", inNotes);
      next.add(state + 1);
    }
  }
  return next;
}
