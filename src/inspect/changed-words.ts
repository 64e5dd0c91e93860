import { findDifferences } from "../check/diff.ts";
import type { PageWord } from "./page-words.ts";

/** A place at which the pages of two builds differ in their words. */
export interface ChangedWords {
  /** The words of the earlier build; none where words were added. */
  was: PageWord[];
  /** The words in their place; none where words were removed. */
  is: PageWord[];
  /** The words of the earlier and of the later build before which they stand; none at the end. */
  next: { was?: PageWord; is?: PageWord };
  /** The words after which they stand; none at the beginning. */
  before: { was?: PageWord; is?: PageWord };
}

/**
 * Compares the words of two builds, and returns the places at which they differ, in the order of the earlier one. Words
 * that stand on another line or page are not changed, nor are numbers that the program sets.
 */
export function findChangedWords(earlier: PageWord[], later: PageWord[]): ChangedWords[] {
  // Notes are compared by themselves, because they interrupt the text wherever a page ends.
  const changes = [false, true].flatMap((small) =>
    compareWords(
      earlier.filter((word) => word.small === small),
      later.filter((word) => word.small === small),
    ),
  );
  const order = ({ was, before, next }: ChangedWords) => {
    const { page, line } = was[0] ?? before.was ?? next.was ?? { page: 0, line: 0 };
    return page * mostLines + line;
  };
  return withoutMoves(changes).sort((one, other) => order(one) - order(other));
}

/** Returns the pages of each build on which words changed, from 1, in order. */
export function findChangedPages(earlier: PageWord[], later: PageWord[]): { was: number[]; is: number[] } {
  const changes = findChangedWords(earlier, later);
  const pagesOf = (build: "was" | "is") => {
    const words = changes.flatMap((change) => {
      const around = change.before[build] ?? change.next[build];
      return change[build].length > 0 ? change[build] : around ? [around] : [];
    });
    return [...new Set(words.map(({ page }) => page))].sort((one, other) => one - other);
  };
  return { was: pagesOf("was"), is: pagesOf("is") };
}

/** More lines than a page has; only the order of places depends on it. */
const mostLines = 10_000;

function compareWords(earlier: PageWord[], later: PageWord[]): ChangedWords[] {
  return findDifferences(earlier.length, later.length, (a, b) => isSame(earlier[a]!, later[b]!))
    .map(({ a, b }) => ({
      was: earlier.slice(...a),
      is: later.slice(...b),
      before: { was: earlier[a[0] - 1], is: later[b[0] - 1] },
      next: { was: earlier[a[1]], is: later[b[1]] },
    }))
    .filter(({ was, is }) => keyOf(was) !== keyOf(is) || (!areDivided(was) && !areDivided(is) && hasText(was)));
}

const setNumber = /^\[\p{Nd}{1,3}\]$/u;

function isSame(one: PageWord, other: PageWord): boolean {
  return [one.key, one.unbroken].some((key) => key !== undefined && (key === other.key || key === other.unbroken));
}

// The words without spaces, which are lost where a long word is divided without a hyphen, and without numbers that the
// program sets.
function keyOf(words: PageWord[]): string {
  return words.map(({ key, unbroken = key }) => (setNumber.test(key) ? "" : unbroken)).join("");
}

function hasText(words: PageWord[]): boolean {
  return keyOf(words) !== "";
}

function areDivided(words: PageWord[]): boolean {
  return words.length > 0 && words[0]!.line !== words.at(-1)!.line;
}

// What disappeared in one place and appeared in another has not changed: a page break moved a caption.
function withoutMoves(changes: ChangedWords[]): ChangedWords[] {
  const added = changes.filter(({ was }) => was.length === 0);
  const moved = new Set<ChangedWords>();
  for (const removal of changes.filter(({ is }) => is.length === 0)) {
    const arrival = added.find((change) => !moved.has(change) && keyOf(change.is) === keyOf(removal.was));
    if (arrival) moved.add(removal).add(arrival);
  }
  return changes.filter((change) => !moved.has(change));
}
