import { strands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import { allStatements, type Prose, type Publication } from "../publication.ts";
import { unspaced, words, type Word } from "../words.ts";

// A book says everything once. The walk along a text's words does not see what stands outside the text's own place;
// this does.

const length = 8;

// Where each letter is a word by itself, as many letters as eight words have.
const unspacedLength = 24;

// A run that holds so many words of a name is not counted: a name and the date after it may stand at the head of a text
// as at its end.
const ofName = 5;

/**
 * Runs of eight words or more of the texts and their notes that stand in `found`, what a file has around the texts.
 * `furniture` is what may stand any number of times, as names do. One problem a text: its first run.
 */
export function repeated(texts: Prose[], furniture: string[], found: string, where: string): Problem[] {
  const names = new Set(furniture.flatMap((text) => runs(whole(words(text)), ofName)).map(({ key }) => key));
  const named = (run: Run) => runs(run.words, ofName).some(({ key }) => names.has(key));
  const around = new Set(
    [length, unspacedLength].flatMap((length) => runs(whole(words(found)), length).map(({ key }) => key)),
  );
  return texts.flatMap((prose) => {
    const { body, notes } = strands(prose);
    const enough = unspaced.test(prose.body) ? unspacedLength : length;
    const first = [body, ...notes]
      .flatMap((strand) => runs(whole(strand), enough))
      .find((run) => around.has(run.key) && !named(run));
    if (!first) return [];
    const message = `“${first.words.map(({ word }) => word.text).join(" ")}” stands in ${where} outside its text as well.`;
    return [
      {
        code: "words-lost" as const,
        place: { file: prose.file, line: first.words[0]!.word.line, column: first.words[0]!.word.column },
        message,
      },
    ];
  });
}

/** What an edition may say any number of times: names, titles, the imprint. */
export function furnitureOf(publication: Publication): string[] {
  const { title, subtitle, publisher, rights, imprint, event } = publication;
  const names = allStatements(publication).flatMap(({ title, organisation, author, source }) => [
    title,
    organisation,
    author,
    source.published,
  ]);
  return [title, subtitle, publisher, rights, imprint, ...Object.values(event ?? {}), ...names].filter(
    (text) => text !== undefined,
  );
}

interface Whole {
  key: string;
  word: Word;
}

interface Run {
  key: string;
  words: Whole[];
}

function runs(words: Whole[], length: number): Run[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, index) => {
    const stretch = words.slice(index, index + length);
    return { key: stretch.map(({ key }) => key).join(" "), words: stretch };
  });
}

// A word divided at a line's end is one word again, in the source as in what was found.
function whole(words: Word[]): Whole[] {
  const whole: Whole[] = [];
  let open = "";
  for (const word of words) {
    if (/^\[\p{Nd}+\]$/u.test(word.key)) continue;
    const key = open + word.key;
    open = /\p{L}-$/u.test(key) ? key.slice(0, -1) : "";
    if (open === "") whole.push({ key: key.replaceAll("-", ""), word });
  }
  return whole;
}
