import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { splitWords, type Word } from "../words.ts";
import { findLoss, makeLossProblem, type Loss } from "./loss.ts";
import { splitStrands, splitIntoUnits, type UnitKind, type Expected, type FoundWord, type Unit } from "./units.ts";
import { startStates, endState, takeStep, type Strand } from "./walk.ts";

// The proof that no word was lost. It shows that the words of a made file are a weave of the strands of a text, the
// running text and the notes: each strand complete and in order, nothing repeated and nothing added. A note may
// interrupt the running text, since it may be at the foot of a page in the middle of a sentence. The words are taken
// from the Markdown source, not from a document compiled from it. The proof says nothing of how the words look.

/**
 * Returns a problem if the words of `found` are not exactly those of a text, placed at the first word that is missing.
 * `where` names the file in the message.
 */
export function verifyWords(prose: Prose, found: string, where: string, by: UnitKind = "word"): Problem[] {
  const { body, notes } = readStrands(prose);
  const loss = findFirstLoss(splitStrands({ body, notes }, by), splitIntoUnits(splitWords(found), by));
  return loss ? [makeLossProblem(prose, loss, where, loss.missing ?? notes.at(-1)?.at(-1) ?? body.at(-1))] : [];
}

/** Returns where what was found first differs from a weave of the expected strands; nothing if it does not. */
export function findFirstLoss<W extends Word>(text: Expected<W>, found: Unit<FoundWord>[]): Loss<W> | undefined {
  let states = startStates();
  let last: Strand = "body";
  for (const [at, unit] of found.entries()) {
    const next = takeStep(text, states, unit, (strand) => void (last = strand));
    if (next.size === 0) return findLoss(text, found, at, states, last);
    states = next;
  }
  return states.has(endState(text)) ? undefined : findLoss(text, found, found.length, states, last);
}
