import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { splitWords, type Word } from "../words.ts";
import { findLoss, makeLossProblem, type Loss } from "./loss.ts";
import {
  splitStrands,
  splitIntoUnits,
  type UnitKind,
  type Expected,
  type FoundWord,
  type Strand,
  type Unit,
} from "./units.ts";
import { startStates, endState, takeStep } from "./walk.ts";

// Proves that no word was lost: that the words of a made file are a weave of the two strands of a text, its running
// text and its notes. Each strand must be complete and in order, with nothing repeated and nothing added. A note may
// interrupt the running text, since it may be at the foot of a page in the middle of a sentence. The words of the text
// are taken from the Markdown source, not from a document compiled from it. How the words look is not proved.

/**
 * Returns a problem if the words of `found` are not exactly those of a text, placed at the first word that is missing.
 * `where` names the file in the message.
 */
export function verifyWords(prose: Prose, found: string, where: string, by: UnitKind = "word"): Problem[] {
  const { body, notes } = readStrands(prose);
  const loss = findFirstLoss(splitStrands({ body, notes }, by), splitIntoUnits(splitWords(found), by));
  return loss ? [makeLossProblem(prose, loss, where, loss.missing ?? notes.at(-1)?.at(-1) ?? body.at(-1))] : [];
}

/** Returns the first place at which what was found is not a weave of the expected strands; nothing if all of it is. */
export function findFirstLoss<W extends Word>(text: Expected<W>, found: Unit<FoundWord>[]): Loss<W> | undefined {
  let states = startStates();
  let last: Strand = "body";
  for (const [at, unit] of found.entries()) {
    const next = takeStep(text, states, unit, (strand) => {
      last = strand;
    });
    if (next.size === 0) return findLoss(text, found, at, states, last);
    states = next;
  }
  return states.has(endState(text)) ? undefined : findLoss(text, found, found.length, states, last);
}
