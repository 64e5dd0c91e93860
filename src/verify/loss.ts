import type { Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import type { Word } from "../words.ts";
import type { Expected, FoundWord, Unit } from "./units.ts";
import { positionsIn, type States, type Strand } from "./walk.ts";

/** Where a walk broke off, as a message describes it. */
export interface Loss<W extends Word = Word> {
  /** The first expected word that was not found; absent if all words were found and others follow them. */
  missing?: W;
  /** The words of the source before it. */
  before: string;
  /** The words that were found in its place; empty at the end of the file. */
  instead: string;
  /** The page of the file, from 1, if it has pages. */
  page?: number;
}

/** How many words of the source a message quotes before a loss, and how many of the file after it. Chosen by eye. */
const quotedBefore = 4;
const quotedInstead = 5;

/** How many units are searched for the words to quote. Chosen by eye: five words of twenty characters. */
const quotedUnits = 100;

/**
 * How many units in a row are taken for more than a coincidence, when they are compared as words and as characters.
 * Chosen by eye: three words of four characters.
 */
const certainRun = { word: 3, character: 12 };

/** How far to look for a certain run, as a multiple of its length: in the file and in the source. Chosen by eye. */
const searchInFile = 4;
const searchInSource = 100;

/** Makes the problem for a loss in the file that `where` names, placed at `place` in the file of the text. */
export function makeLossProblem(
  { file, bodyLine }: Pick<Prose, "file" | "bodyLine">,
  { missing, before, instead, page }: Loss,
  where: string,
  place: Pick<Word, "line" | "column"> | undefined = missing,
): Problem {
  const there = page === undefined ? where : `${where}, page ${page}`;
  return {
    code: "words-lost",
    place: { file, line: place?.line ?? bodyLine, column: place?.column ?? 1 },
    message: missing
      ? `“${missing.text}” is missing from ${there}${before && `, after “${before}”`}: ` +
        `${instead ? `“${instead}” follows instead` : "nothing follows"}.`
      : `“${instead}” follows the last word in ${there}, but is not in the text.`,
    hint:
      "Your text is in order: the program changed its words when it made this file. " +
      "Please report this, with the text.",
  };
}

/**
 * Returns what is missing where a walk broke off: before the unit `at` of what was found, in `states`, when the last
 * unit that it could follow belonged to the strand `last`.
 */
export function findLoss<W extends Word>(
  expected: Expected<W>,
  found: Unit<FoundWord>[],
  at: number,
  states: States,
  last: Strand,
): Loss<W> {
  const reached = [...states].map((state) => positionsIn(expected, state));
  const body = { units: expected.body, index: Math.max(...reached.map(([inBody]) => inBody)) };
  const notes = { units: expected.notes, index: Math.max(...reached.map(([, inNotes]) => inNotes)) };
  const { units, index } = isLossInNotes(found.slice(at), body, notes, last) ? notes : body;
  const missing = units[index]?.word;
  const before = wordsIn(units.slice(Math.max(0, index - quotedUnits), index)).filter(
    (word) => word !== missing && !word.mark,
  );
  return {
    missing,
    before: quote(before.slice(-quotedBefore)),
    instead: quote(wordsIn(found.slice(at, at + quotedUnits)).slice(0, quotedInstead)),
    page: found[Math.min(at, found.length - 1)]?.word.page,
  };
}

/** A strand, and the index of the unit that should come next. */
interface Position<W extends Word> {
  units: Unit<W>[];
  index: number;
}

// Both the body and the notes could have gone on here. The loss is taken to be in the strand that what was found
// returns to first; if it returns to neither, in the strand that the walk came along. If a new note would have to
// begin, the loss is in the body, unless that note follows at once.
function isLossInNotes<W extends Word>(
  rest: Unit<FoundWord>[],
  body: Position<W>,
  notes: Position<W>,
  last: Strand,
): boolean {
  if (body.index === body.units.length || notes.index === notes.units.length) return body.index === body.units.length;
  const [toBody, toNotes] = [distanceTo(body, rest), distanceTo(notes, rest)];
  if (notes.units[notes.index]!.word.mark) return toNotes === 0 && toBody > 0;
  return toNotes < toBody || (toNotes === toBody && last === "notes");
}

// Returns how many found units come before the strand goes on; Infinity if it does not within reach.
function distanceTo<W extends Word>({ units, index }: Position<W>, rest: Unit<FoundWord>[]): number {
  const length = certainRun[units.some(({ key }) => key.length > 1) ? "word" : "character"];
  const ahead = joinKeys(units.slice(index, index + searchInSource * length));
  for (let skip = 0; skip < searchInFile * length && skip + length <= rest.length; skip++)
    if (ahead.includes(joinKeys(rest.slice(skip, skip + length)))) return skip;
  return Infinity;
}

function joinKeys(units: { key: string }[]): string {
  return ` ${units.map(({ key }) => key).join(" ")} `;
}

function wordsIn<W>(units: Unit<W>[]): W[] {
  return units.map(({ word }) => word).filter((word, index, words) => word !== words[index - 1]);
}

function quote(words: { text: string }[]): string {
  return words.map(({ text }) => text).join(" ");
}
