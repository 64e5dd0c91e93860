import { distance } from "fastest-levenshtein";

/**
 * Returns the candidate that a mistyped word most likely stands for: the one that the fewest changes of a letter lead
 * to, in any case of letters. Returns nothing where all are too different.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  // Two letters of a short word, one letter in three of a longer one; chosen by eye.
  const mostChanges = Math.max(2, Math.floor(word.length / 3));
  // If a candidate has no more letters than have to be changed, the two have nothing in common.
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, changes: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, changes }) => changes <= mostChanges && changes < candidate.length)
    .sort((a, b) => a.changes - b.changes);
  return ranked[0]?.candidate;
}

/** Returns a hint that names the nearest candidate, or the other hint where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const guess = findNearest(word, candidates);
  return guess === undefined ? otherwise : `Did you mean “${guess}”?`;
}
