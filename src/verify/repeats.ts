import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import { listStatements, type Prose, type Publication } from "../publication.ts";
import { unspaced, splitWords, type Word } from "../words.ts";

// Proves that no passage of a text is anywhere else in an EPUB. The proof of a text (weave.ts) reads only the document
// of that text, so it does not find a passage that is also somewhere else. Repeats that are shorter than a passage are
// not found: any few words may occur twice by chance.

/** How many words in a row are a passage, which does not occur twice by chance. Chosen by eye. */
const passageLength = 8;

/**
 * The same in scripts without spaces, where each letter counts as a word. Chosen by eye: eight words of three letters.
 */
const unspacedPassageLength = 24;

/**
 * A passage counts as a name, and may be repeated, if so many of its words in a row are part of a name. Chosen by eye:
 * the other three of its eight words may be those around a name, such as a date.
 */
const nameLength = 5;

/**
 * Returns a problem for each text of which a passage is in `found`; the passage may be in the running text or in a
 * note. `found` is all that a file has outside its texts. `repeatable` is what may be repeated, such as names. `where`
 * names the file in the message.
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
  const names = listStatements(publication).flatMap(({ title, subtitle, organisation, author, origin }) => [
    title,
    subtitle,
    organisation,
    author,
    origin.published,
  ]);
  return [
    title,
    subtitle,
    publisher,
    rights,
    imprint,
    ...(event ?? []).flatMap((event) => Object.values(event).filter((value) => typeof value === "string")),
    ...names,
  ].filter((text) => text !== undefined);
}

/** A word; or a word that was divided at the end of a line and is joined again. */
interface JoinedWord {
  key: string;
  /** The word, or its last part. */
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

// Joins words that are divided at the end of a line, and leaves out the numbers of notes. Hyphens are removed: in the
// source and in the file a hyphen may divide a word, or be part of it.
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
