import type { Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import type { Word } from "../words.ts";
import type { Expected, FoundWord, Strand, Unit } from "./units.ts";
import { positionsIn, type States } from "./walk.ts";

/** Where the words of a file cease to be those of the source, as a message describes it. */
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

/** In how many units the words to quote are looked for. Chosen by eye: five words of twenty characters. */
const quotedUnits = 100;

/**
 * How many units in a row, words or characters, must agree so that it is not by chance. Chosen by eye: three words of
 * four characters.
 */
const certainRun = { word: 3, character: 12 };

/** How far such a run is searched for, as a multiple of its length: in the file and in the source. Chosen by eye. */
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
 * Describes the loss where a walk (see walk.ts) could not go on: at the unit `at` of `found`. `states` are those before
 * this unit, and `last` is the strand of the unit before it.
 */
export function findLoss<W extends Word>(
  expected: Expected<W>,
  found: Unit<FoundWord>[],
  at: number,
  states: States,
  last: Strand,
): Loss<W> {
  const reached = [...states].map((state) => positionsIn(expected, state));
  const positionIn = (strand: Strand): Position<W> => ({
    strand,
    units: expected[strand],
    index: Math.max(...reached.map((positions) => positions[strand])),
  });
  const [body, ...others] = [positionIn("body"), positionIn("notes"), positionIn("addresses")] as const;
  const { units, index } = findPlaceOfLoss(found.slice(at), body, others, last);
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
  strand: Strand;
  units: Unit<W>[];
  index: number;
}

// Returns the strand in which something is missing. A strand that has ended lacks nothing. Of several that have not
// ended, it is the one with which the found units go on first after the gap; if they go on with none, the one that came
// last before it. If a new note is next in a strand, it is another strand, unless that note follows at once.
function findPlaceOfLoss<W extends Word>(
  rest: Unit<FoundWord>[],
  body: Position<W>,
  others: Position<W>[],
  last: Strand,
): Position<W> {
  const isOpen = ({ units, index }: Position<W>) => index < units.length;
  if (!isOpen(body)) return others.find(isOpen) ?? body;
  const toBody = distanceTo(body, rest);
  // An address is short, so that what is left of it may not be enough to find it again.
  const address = others.find(({ strand }) => strand === "addresses" && last === "addresses");
  if (address && isOpen(address) && !address.units[address.index]!.word.mark && toBody > 0) return address;
  const near = others
    .filter(isOpen)
    .map((position) => ({ position, distance: distanceTo(position, rest) }))
    .filter(({ position: { strand, units, index }, distance }) =>
      units[index]!.word.mark
        ? distance === 0 && toBody > 0
        : distance < toBody || (distance === toBody && strand === last),
    )
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.position ?? body;
}

// Returns how many found units come before the strand goes on; Infinity if it does not go on within the distance that
// is searched.
function distanceTo<W extends Word>(
  { units, index }: Pick<Position<W>, "units" | "index">,
  rest: Unit<FoundWord>[],
): number {
  // A character beyond the first 65536 has a length of 2 in JavaScript.
  const length = certainRun[units.some(({ key }) => [...key].length > 1) ? "word" : "character"];
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
