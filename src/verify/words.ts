import { strands, type Strands } from "../markdown.ts";
import type { Place, Problem } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { words, type Word } from "../words.ts";

// The proof that no word was lost: what stands in a file that was made is held against the words of the source.

/** What is compared one by one: words; letters and signs where line ends cannot be told from hyphens and spaces, as in a PDF; or letters and
 * figures alone where the place of a sign depends on the direction of what is beside it. Vowel signs share glyphs with each other there. */
export type By = "word" | "letter" | "bare letter";

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
  optional: boolean;
}

/** The strands of a text, ready to be walked. */
export interface Expected {
  body: Unit<Word>[];
  notes: Unit<Word>[];
}

/** Where the walk broke off. */
export interface Lost {
  /** The first expected word that does not follow; none where all words stand and others come after them. */
  lost?: Word;
  /** The words of the source before it. */
  before: string;
  /** What stands there instead. */
  instead: string;
  /** Position in the units found, and the page there. */
  at: number;
  page?: number;
}

/** Holds the whole of `found` against a text: its words, all of them, in order, and no others. `where` names the file in a sentence. */
export function wordsLost(prose: Prose, found: string, where: string, by: By = "word"): Problem[] {
  const strand = strands(prose);
  const units = unitsOf(words(found), by);
  const walk = weave(expected(strand, by), units);
  if (!("end" in walk)) return [problem(prose, walk, where)];
  const last = strand.notes.at(-1)?.at(-1) ?? strand.body.at(-1);
  return walk.end === units.length ? [] : [problem(prose, { before: last?.text ?? "", instead: standing(units, walk.end), at: walk.end }, where, last)];
}

/** Walks a text's words in `found` from `start`. They must be an interleaving of the body and the notes one after the other, for a note may
 * stand at the foot of a page in the middle of a sentence; optional words may be absent. Returns where the text ended, at the latest possible. */
export function weave({ body, notes }: Expected, found: Unit<Found>[], start = 0): { end: number } | Lost {
  // A state is how far each strand has come, as one number. There is nearly always one; two where both strands go on with the same key.
  const width = notes.length + 1;
  let states = new Set<number>();
  const reach = (states: Set<number>, i: number, j: number): void => {
    states.add(i * width + j);
    if (body[i]?.optional) reach(states, i + 1, j);
    if (notes[j]?.optional) reach(states, i, j + 1);
  };
  reach(states, 0, 0);
  const complete = body.length * width + notes.length;
  let end = states.has(complete) ? start : -1;
  let at = start;
  for (; at < found.length; at++) {
    const key = found[at]!.key;
    const next = new Set<number>();
    for (const state of states) {
      const [i, j] = [Math.floor(state / width), state % width];
      if (body[i]?.key === key) reach(next, i + 1, j);
      if (notes[j]?.key === key) reach(next, i, j + 1);
    }
    if (next.size === 0) break;
    states = next;
    if (states.has(complete)) end = at + 1;
  }
  if (end >= 0) return { end };
  const reached = [...states].map((state): [number, number] => [Math.floor(state / width), state % width]);
  return lostAt({ body, notes }, found, at, Math.max(...reached.map(([i]) => i)), Math.max(...reached.map(([, j]) => j)));
}

/** Like `weave`, for a text that begins somewhere after `from`: the first place from which all of it follows, or else where the walk came furthest. */
export function seek(text: Expected, found: Unit<Found>[], from = 0): { start: number; end: number } | Lost {
  const firsts = new Set([firstKeys(text.body), firstKeys(text.notes)].flat());
  let furthest: { walked: number; lost: Lost } | undefined;
  for (let start = from; start < found.length; start++) {
    if (!firsts.has(found[start]!.key)) continue;
    const walk = weave(text, found, start);
    if ("end" in walk) return { start, end: walk.end };
    if (walk.at - start > (furthest?.walked ?? 0)) furthest = { walked: walk.at - start, lost: walk };
  }
  // A few words in common are chance: then the text is not there at all.
  if (furthest && furthest.walked >= enough(text.body)) return furthest.lost;
  return { lost: (text.body[0] ?? text.notes[0])?.word, before: "", instead: "", at: from };
}

/** The strands of a text as units. */
export function expected({ body, notes }: Strands, by: By): Expected {
  return { body: unitsOf(body, by), notes: unitsOf(notes.flat(), by) };
}

/** Words as units. As letters, spaces, hyphens and bullets do not count. */
export function unitsOf<W extends { key: string; optional?: true }>(words: W[], by: By): Unit<W>[] {
  return words.flatMap((word) => {
    const keys = by === "word" ? [word.key] : [...(by === "letter" ? word.key.replace(signsOfLayout, "") : bare(word.key))];
    return keys.map((key) => ({ key, word, optional: word.optional ?? false }));
  });
}

const signsOfLayout = /[-\s•◦▪‣∙●○■]/g;

// Lam and alef are one glyph, and whoever reads a PDF takes it apart in either order.
function bare(key: string): string {
  return key
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("ۀ", "ه")
    .replace(/[لاأإآ]{2,}/g, (run) => [...run].sort().join(""));
}

/** The problem that a broken walk is, at its place in the text's file. */
export function problem(prose: Prose, { lost, before, instead, page }: Lost, where: string, place: Pick<Word, "line" | "column"> | undefined = lost): Problem {
  const there = page === undefined ? where : `${where}, page ${page}`;
  const message = lost
    ? `“${lost.text}” does not stand in ${there}${before && ` after “${before}”`}: ${instead ? `there stands “${instead}”` : "nothing follows"}.`
    : `“${instead}” stands in ${there} after the last word, and not in the text.`;
  const at: Place = { file: prose.file, line: place?.line ?? prose.bodyLine, column: place?.column ?? 1 };
  return { code: "words-lost", place: at, message, hint: "The text itself is in order: what was made of it is not. Look first at what was last changed in templates and style sheets." };
}

function firstKeys(units: Unit<Word>[]): string[] {
  const first = units.findIndex(({ optional }) => !optional);
  return units.slice(0, first < 0 ? units.length : first + 1).map(({ key }) => key);
}

// Which strand broke is seen by which of them goes on further along in what was found.
function lostAt({ body, notes }: Expected, found: Unit<Found>[], at: number, i: number, j: number): Lost {
  const inNotes = i === body.length || (j < notes.length && goesOn(found, at, body, i) > goesOn(found, at, notes, j));
  const [strand, index] = inNotes ? [notes, j] : [body, i];
  const rest = strand.slice(index);
  const lost = (rest.find(({ optional }) => !optional) ?? rest[0])?.word;
  const before = distinct(strand.slice(0, index).map(({ word }) => word)).filter((word) => word !== lost && !word.optional);
  return { lost, before: sentence(before.slice(-4)), instead: standing(found, at), at, page: found[Math.min(at, found.length - 1)]?.word.page };
}

// After how many units of what was found the strand is met again; Infinity where it is not.
function goesOn(found: Unit<Found>[], at: number, strand: Unit<Word>[], index: number): number {
  const width = enough(strand);
  const ahead = ` ${strand.slice(index, index + 100 * width).map(({ key }) => key).join(" ")} `;
  for (let skip = 0; skip < 4 * width && at + skip + width <= found.length; skip++) {
    const run = found.slice(at + skip, at + skip + width).map(({ key }) => key).join(" ");
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
