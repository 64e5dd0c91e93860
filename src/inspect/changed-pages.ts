import { normalizeWord } from "../words.ts";
import type { PageText } from "./pdf-text.ts";

/**
 * Returns the pages (from 1) of a PDF whose words are not those of the same page of an earlier one. Spaces do not count:
 * a line may end with one or without one.
 */
export function findChangedPages(before: PageText[], after: PageText[]): number[] {
  return after.flatMap((page, index) => {
    const earlier = before[index];
    return earlier && lettersOf(earlier) === lettersOf(page) ? [] : [index + 1];
  });
}

function lettersOf({ runs }: PageText): string {
  return normalizeWord(runs.map(({ text }) => text.replaceAll(/\s/g, "")).join(""));
}
