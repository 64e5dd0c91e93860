import type { PrintedWord } from "./printed-words.ts";
import type { Unit } from "./units.ts";
import type { Word } from "../words.ts";

// The head of a table is printed again on each page on which the table goes on. There it is an artifact, so it is not
// among the words that printed-pages.ts compares; running-heads.ts does. Which pages must have which heads follows from
// the pages on which the words of the tables were found.

/** The words of a head that a page must repeat. A page on which rows have no words may repeat it or not. */
export interface RepeatedHead {
  words: Word[];
  isOptional: boolean;
}

/** Returns the heads that each page repeats, in order. `pageAt` has the page of each unit of the body, by its index. */
export function findRepeatedHeads(body: Unit<PrintedWord>[], pageAt: number[]): Map<number, RepeatedHead[]> {
  const heads = new Map<number, RepeatedHead[]>();
  const add = (page: number, words: RepeatedHead["words"], isOptional: boolean) => {
    const onPage = heads.get(page) ?? [];
    if (words.length > 0 && !onPage.some((head) => head.words === words))
      heads.set(page, [...onPage, { words, isOptional }]);
  };
  // The page of the word before, and that on which the table around it begins.
  let [last, first] = [0, 0];
  for (const [index, { word }] of body.entries()) {
    const before = body[index - 1]?.word.table;
    const page = pageAt[index] ?? last;
    if (word.table !== before) first = page;
    if (word.table && page > first) add(page, word.table.head, false);
    if (before?.hasEmptyRows) for (let next = last + 1; next <= page; next++) add(next, before.head, true);
    last = page;
  }
  return heads;
}
