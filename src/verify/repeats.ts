import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import { listStatements, type Prose, type Publication } from "../publication.ts";
import { unspaced, splitWords, type Word } from "../words.ts";

// Proves that no passage of a text is anywhere else in an EPUB. The walk along the words of a text, see weave.ts, reads
// only the place of that text, so it would not see a passage that was also put somewhere else. Shorter repeats are not
// found: any few words may occur twice by chance.

/** How many words in a row are a passage, and not a coincidence. Chosen by eye. */
const passageLength = 8;

/**
 * The same in scripts without spaces, where each letter counts as a word. Chosen by eye: eight words of three letters.
 */
const unspacedPassageLength = 24;

/**
 * How many words in a row of a name make a passage count as a name. Chosen by eye: it allows for the words around a
 * name, such as the date after it, at the head of a text as at its end.
 */
const nameLength = 5;

/**
 * Returns a problem for each text of which a passage, of the running text or a note, is in `found`, which is what a
 * file has outside its texts. `repeatable` is what may be repeated, such as names. `where` names the file in the
 * message.
 */
export function findRepeats(texts: Prose[], repeatable: string[], found: string, where: string): Problem[] {
  const names = new Set(repeatable.flatMap((name) => listRuns(joinDivided(splitWords(name)), nameLength)).map(keyOf));
  const isName = (run: Run) => listRuns(run, nameLength).some((part) => names.has(keyOf(part)));
  const outside = joinDivided(splitWords(found));
  const around = new Set(
    [passageLength, unspacedPassageLength].flatMap((length) => listRuns(outside, length).map(keyOf)),
  );
  return texts.flatMap((text): Problem[] => {
    const { body, notes } = readStrands(text);
    const length = unspaced.test(text.body) ? unspacedPassageLength : passageLength;
    const first = [body, ...notes]
      .flatMap((strand) => listRuns(joinDivided(strand), length))
      .find((run) => around.has(keyOf(run)) && !isName(run));
    if (!first) return [];
    const { line, column } = first[0]!.word;
    return [
      {
        code: "words-lost",
        place: { file: text.file, line, column },
        message: `“${first.map(({ word }) => word.text).join(" ")}” appears in ${where} outside its text as well.`,
      },
    ];
  });
}

/** Returns what an edition may repeat: names, titles, the imprint. */
export function collectRepeatable(publication: Publication): string[] {
  const { title, subtitle, publisher, rights, imprint, event } = publication;
  const names = listStatements(publication).flatMap(({ title, organisation, author, source }) => [
    title,
    organisation,
    author,
    source.published,
  ]);
  return [title, subtitle, publisher, rights, imprint, ...Object.values(event ?? {}), ...names].filter(
    (text) => text !== undefined,
  );
}

/** A word whose parts at the end and the beginning of a line are joined; `word` is the last part. */
interface JoinedWord {
  key: string;
  word: Word;
}

/** Several words in a row. */
type Run = JoinedWord[];

function listRuns(words: JoinedWord[], length: number): Run[] {
  const count = Math.max(0, words.length - length + 1);
  return words.slice(0, count).map((_, index) => words.slice(index, index + length));
}

function keyOf(run: Run): string {
  return run.map(({ key }) => key).join(" ");
}

// Joins words that are divided at the end of a line, and leaves out the numbers of notes. In either file a word may be
// divided, or be written with a hyphen.
function joinDivided(words: Word[]): JoinedWord[] {
  const joined: JoinedWord[] = [];
  let begun = "";
  for (const word of words) {
    if (/^\[\p{Nd}+\]$/u.test(word.key)) continue;
    const key = begun + word.key;
    begun = /\p{L}-$/u.test(key) ? key.slice(0, -1) : "";
    if (begun === "") joined.push({ key: key.replaceAll("-", ""), word });
  }
  return joined;
}
