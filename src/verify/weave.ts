import { strands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { words, type Word } from "../words.ts";
import { lostAt, problem, type Lost } from "./loss.ts";
import { expected, unitsOf, type By, type Expected, type Found, type Unit } from "./units.ts";
import { beginning, completion, step, type Strand } from "./walk.ts";

// The proof that no word was lost. It shows that the words of a made file are a weave of the strands of a text, the
// running text and the notes: each strand complete and in order, nothing repeated and nothing added. A note may
// interrupt the running text, since it may be at the foot of a page in the middle of a sentence. The words are taken
// from the Markdown source, not from a document compiled from it. The proof says nothing of how the words look.

/**
 * Returns a problem if the words of `found` are not exactly those of a text, placed at the first word that is missing.
 * `where` names the file in the message.
 */
export function wordsLost(prose: Prose, found: string, where: string, by: By = "word"): Problem[] {
  const { body, notes } = strands(prose);
  const loss = lostIn(expected({ body, notes }, by), unitsOf(words(found), by));
  return loss ? [problem(prose, loss, where, loss.missing ?? notes.at(-1)?.at(-1) ?? body.at(-1))] : [];
}

/** Returns where what was found first differs from a weave of the expected strands; nothing if it does not. */
export function lostIn<W extends Word>(text: Expected<W>, found: Unit<Found>[]): Lost<W> | undefined {
  let states = beginning();
  let last: Strand = "body";
  for (const [at, unit] of found.entries()) {
    const next = step(text, states, unit, (strand) => void (last = strand));
    if (next.size === 0) return lostAt(text, found, at, states, last);
    states = next;
  }
  return states.has(completion(text)) ? undefined : lostAt(text, found, found.length, states, last);
}
