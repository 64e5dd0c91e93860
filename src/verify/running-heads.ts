import { textsOf } from "../html/select.ts";
import { groupIntoLines, type Line } from "../inspect/reading-order.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { normalizeWord, spellWords } from "../words.ts";
import { formatInteger } from "../locale-format.ts";
import { mayHaveRightToLeft, splitLine } from "./printed-pages.ts";
import { makeFileProblem } from "./problems.ts";
import type { RepeatedHead } from "./repeated-heads.ts";
import { splitIntoUnits, type Expected } from "./units.ts";
import { endState, startStates, takeStep } from "./walk.ts";

/**
 * Verifies running heads, folios and the heads of tables that are repeated. A running head must be the title of the
 * publication, or one of the names that the compiled document has for it. A folio must be the number of the page. A page
 * may have either, both or none. `repeatedHeads` has the heads of tables that each page repeats, from 1. `path` names
 * the file in the messages.
 */
export function verifyRunningHeads(
  publication: Publication,
  pages: PageText[],
  document: string,
  repeatedHeads: Map<number, RepeatedHead[]>,
  path: string,
): Problem[] {
  const known = [publication.title, ...textsOf(document, ".running-head")].map(withoutSpaces);
  const mixed = mayHaveRightToLeft(publication);
  const isHeadOrNothing = (runs: TextRun[]) => runs.length === 0 || isRunningHead(runs, known, mixed);
  return pages.flatMap(({ runs }, index): Problem[] => {
    const artifacts = runs.filter(({ artifact, text }) => artifact && text.trim() !== "");
    const { shown, missing } = removeRepeated(artifacts, repeatedHeads.get(index + 1) ?? [], mixed);
    if (missing) {
      const message = `The head of a table, “${missing}”, is not repeated on page ${index + 1} of ${path}, where the table goes on.`;
      return [makeFileProblem(publication, "words-lost", message)];
    }
    // A running head may be a number too, or end in one. So any number may be the folio, if the rest is a running head.
    const numbers = shown.filter(({ text }) => /^\p{Nd}+$/u.test(text.trim()));
    const folios = numbers.filter((number) => isHeadOrNothing(shown.filter((run) => run !== number)));
    const expected = formatInteger(index + 1, publication.language);
    if (isHeadOrNothing(shown) || folios.some(({ text }) => text.trim() === expected)) return [];
    if (folios[0]) {
      const message = `Page ${index + 1} of ${path} is numbered “${folios[0].text.trim()}”.`;
      return [makeFileProblem(publication, "page-number-wrong", message)];
    }
    const words = shown.filter((run) => !numbers.includes(run));
    const head = (words.length > 0 ? words : shown).map(({ text }) => text);
    const message =
      `The running head “${head.join("").trim()}” on page ${index + 1} of ${path} is neither the title of the ` +
      "publication nor the name of a text.";
    return [makeFileProblem(publication, "words-lost", message)];
  });
}

// Takes the heads of tables out of the artifacts of a page. Each must be there, as a whole and in this order. Returns the
// artifacts that are left, and the words of a head that is missing.
function removeRepeated(
  artifacts: TextRun[],
  heads: RepeatedHead[],
  mixed: boolean,
): { shown: TextRun[]; missing?: string } {
  let shown = artifacts;
  let from = 0;
  for (const { words, isOptional } of heads) {
    const found = findHead(shown, from, words, mixed);
    if (!found && !isOptional) return { shown, missing: spellWords(words) };
    if (found) [shown, from] = [shown.toSpliced(found.start, found.end - found.start), found.start];
  }
  return { shown };
}

function findHead(
  runs: TextRun[],
  from: number,
  words: RepeatedHead["words"],
  mixed: boolean,
): { start: number; end: number } | undefined {
  const expected = { body: splitIntoUnits(words, "character"), notes: [], addresses: [] };
  for (let start = from; start < runs.length; start++)
    for (let end = start + 1; end <= runs.length; end++)
      if (showsAll(expected, groupIntoLines(runs.slice(start, end), mixed))) return { start, end };
  return undefined;
}

// Whether lines have the expected words, all of them and no others; each line in one of its readings.
function showsAll(expected: Expected, lines: Line[]): boolean {
  let states = startStates();
  for (const { readings } of lines) {
    const follow = (text: string) =>
      splitLine(text, 0).reduce((reached, unit) => takeStep(expected, reached, unit), states);
    states = new Set(readings.flatMap((text) => [...follow(text)]));
  }
  return states.has(endState(expected));
}

// A running head that is too long for its line ends in an ellipsis.
function isRunningHead(runs: TextRun[], known: string[], mixed: boolean): boolean {
  const [line, ...more] = groupIntoLines(runs, mixed);
  if (more.length > 0) return false;
  return line!.readings.some((reading) => {
    if (known.includes(withoutSpaces(reading))) return true;
    const shortened = reading.replace(/…|\.{3}/, "");
    return shortened !== reading && known.some((head) => head.startsWith(withoutSpaces(shortened)));
  });
}

function withoutSpaces(text: string): string {
  return normalizeWord(text).replace(/\s/g, "");
}
