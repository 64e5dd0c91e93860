import { strands, type Strands } from "../markdown/strands.ts";
import type { Place, Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { words, type Word } from "../words.ts";

// The proof that no word was lost: what stands in a file that was made is held against the words of the source.

/**
 * What is compared one by one: words; or letters and signs, where line ends cannot be told from spaces, as in a PDF.
 */
export type By = "word" | "letter";

/** A word as it stands in a file that was made; the page, where there are pages. */
export interface Found {
  text: string;
  key: string;
  page?: number;
}

/** A word, or a letter with the word it belongs to. */
export interface Unit<W> {
  key: string;
  word: W;
  /** It may be there or not: what a list or the end of a line adds to a text. */
  optional?: true;
}

/** The strands of a text, ready to be walked. */
export interface Expected<W extends Word = Word> {
  body: Unit<W>[];
  notes: Unit<W>[];
}

/** Where the walk broke off. */
export interface Lost<W extends Word = Word> {
  /** The first expected word that does not follow; none where all words stand and others come after them. */
  lost?: W;
  /** The words of the source before it. */
  before: string;
  /** What stands there instead. */
  instead: string;
  /** Position in the units found, and the page there. */
  at: number;
  page?: number;
}

/**
 * Holds the whole of `found` against a text: its words, all of them, in order, and no others. `where` names the file in
 * a sentence.
 */
export function wordsLost(prose: Prose, found: string, where: string, by: By = "word"): Problem[] {
  const strand = strands(prose);
  const lost = lostIn(expected(strand, by), unitsOf(words(found), by));
  return lost ? [problem(prose, lost, where, lost.lost ?? strand.notes.at(-1)?.at(-1) ?? strand.body.at(-1))] : [];
}

/**
 * Walks all that was found along a text: its words must be an interleaving of the body and the notes one after the
 * other, for a note may stand at the foot of a page in the middle of a sentence. Returns where it broke off; nothing
 * where all is there and no more.
 */
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

/** The running text of a file, or its notes. */
export type Strand = "body" | "notes";

/**
 * How far a walk has come, in each of the ways it can be understood: places in body and notes, as one number each.
 * There is nearly always one.
 */
export type States = Set<number>;

/** The states before the first unit. */
export function beginning(): States {
  return new Set([0]);
}

/** The state in which all has been found. */
export function completion({ body, notes }: Expected): number {
  return body.length * (notes.length + 1) + notes.length;
}

/**
 * The states after one more unit that was found; none where it can follow in no way. `onMatch` is called with what it
 * can be: a strand, and the index of a unit in it.
 */
export function step(
  { body, notes }: Expected,
  states: States,
  { key, optional }: Unit<Found>,
  onMatch?: (strand: Strand, index: number) => void,
): States {
  const next: States = new Set(optional ? states : []);
  for (const state of states) {
    const [i, j] = [Math.floor(state / (notes.length + 1)), state % (notes.length + 1)];
    if (body[i]?.key === key) {
      onMatch?.("body", i);
      next.add(state + notes.length + 1);
    }
    if (notes[j]?.key === key) {
      onMatch?.("notes", j);
      next.add(state + 1);
    }
  }
  return next;
}

/** The strands of a text as units. */
export function expected({ body, notes }: Strands, by: By): Expected {
  return { body: unitsOf(body, by), notes: unitsOf(notes.flat(), by) };
}

/**
 * Words as units. As letters, what is not drawn does not count but the non-joiner, which parts letters; the number of a
 * note stands without its brackets.
 */
export function unitsOf<W extends { key: string; mark?: string[] }>(words: W[], by: By): Unit<W>[] {
  if (by === "word") return words.map((word) => ({ key: word.key, word }));
  return words.flatMap((word) => {
    const letters = [...(word.mark ? word.key.replace(/[[\]]/g, "") : word.key)].filter(
      (letter) => !notDrawn.test(letter),
    );
    return letters.map((key): Unit<W> => ({ key, word }));
  });
}

const notDrawn = /(?!\u200c)\p{Default_Ignorable_Code_Point}/u;

/** The problem that a broken walk is, at its place in the text's file. */
export function problem(
  prose: Pick<Prose, "file" | "bodyLine">,
  { lost, before, instead, page }: Lost,
  where: string,
  place: Pick<Word, "line" | "column"> | undefined = lost,
): Problem {
  const there = page === undefined ? where : `${where}, page ${page}`;
  const message = lost
    ? `“${lost.text}” does not stand in ${there}${before && ` after “${before}”`}: ${instead ? `there stands “${instead}”` : "nothing follows"}.`
    : `“${instead}” stands in ${there} after the last word, and not in the text.`;
  const at: Place = { file: prose.file, line: place?.line ?? prose.bodyLine, column: place?.column ?? 1 };
  return {
    code: "words-lost",
    place: at,
    message,
    hint: "The text itself is in order: the program does not find it again in what it made. Please report this, with the text.",
  };
}

/** Tells what a walk missed that stopped before `at`, in `states`, having come along the strand `last`. */
export function lostAt<W extends Word>(
  { body, notes }: Expected<W>,
  found: Unit<Found>[],
  at: number,
  states: States,
  last: Strand,
): Lost<W> {
  const reached = [...states].map((state): [number, number] => [
    Math.floor(state / (notes.length + 1)),
    state % (notes.length + 1),
  ]);
  const [i, j] = [Math.max(...reached.map(([i]) => i)), Math.max(...reached.map(([, j]) => j))];
  const inNotes = breaksInNotes(found, at, { strand: body, index: i }, { strand: notes, index: j }, last);
  const [strand, index] = inNotes ? [notes, j] : [body, i];
  const lost = strand[index]?.word;
  const before = distinct(strand.slice(Math.max(0, index - 100), index).map(({ word }) => word)).filter(
    (word) => word !== lost && !word.mark,
  );
  return {
    lost,
    before: sentence(before.slice(-4)),
    instead: standing(found, at),
    at,
    page: found[Math.min(at, found.length - 1)]?.word.page,
  };
}

interface Stand<W extends Word> {
  strand: Unit<W>[];
  index: number;
}

// It broke in the strand that is met again sooner in what was found; where neither is, in the one that the walk came
// along. Between two notes it is the body, but for a note that goes on at once.
function breaksInNotes<W extends Word>(
  found: Unit<Found>[],
  at: number,
  body: Stand<W>,
  notes: Stand<W>,
  last: Strand,
): boolean {
  if (body.index === body.strand.length || notes.index === notes.strand.length)
    return body.index === body.strand.length;
  const [ofBody, ofNotes] = [body, notes].map(({ strand, index }) => goesOn(found, at, strand, index)) as [
    number,
    number,
  ];
  if (notes.strand[notes.index]!.word.mark) return ofNotes === 0 && ofBody > 0;
  return ofNotes < ofBody || (ofNotes === ofBody && last === "notes");
}

// After how many units of what was found the strand is met again; Infinity where it is not.
function goesOn(found: Unit<Found>[], at: number, strand: Unit<Word>[], index: number): number {
  const width = enough(strand);
  const ahead = ` ${strand
    .slice(index, index + 100 * width)
    .map(({ key }) => key)
    .join(" ")} `;
  for (let skip = 0; skip < 4 * width && at + skip + width <= found.length; skip++) {
    const run = found
      .slice(at + skip, at + skip + width)
      .map(({ key }) => key)
      .join(" ");
    if (ahead.includes(` ${run} `)) return skip;
  }
  return Infinity;
}

// So many units in a row are no chance: three words, or their letters.
function enough(strand: Unit<Word>[]): number {
  return strand.some(({ key }) => key.length > 1) ? 3 : 12;
}

function standing(found: Unit<Found>[], at: number): string {
  return sentence(distinct(found.slice(at, at + 80).map(({ word }) => word)).slice(0, 5));
}

function distinct<W>(words: W[]): W[] {
  return words.filter((word, index) => word !== words[index - 1]);
}

function sentence(words: { text: string }[]): string {
  return words.map(({ text }) => text).join(" ");
}
