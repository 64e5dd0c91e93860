import { strands } from "../markdown.ts";
import type { Problem } from "../problem.ts";
import { allStatements, type Prose, type Publication } from "../publication.ts";
import { words, type Word } from "../words.ts";

// A file says everything once. The walk along a text's words does not see what stands outside the text's own place; this does.

const length = 8;

// A run that holds so many words of a name is not counted: a name and the date after it may stand at the head of a text as at its end.
const ofName = 5;

/** Runs of eight words or more of the texts and their notes that `found`, the whole text of a file, has more often than the texts have them.
 * `furniture` is what may stand any number of times, as names do. One problem a text: its first run. */
export function repeated(texts: Prose[], furniture: string[], found: string, where: string): Problem[] {
  const names = new Set(furniture.flatMap((text) => runs(whole(words(text)), ofName)).map(({ key }) => key));
  const named = (run: Run) => runs(run.words, ofName).some(({ key }) => names.has(key));
  const sources = texts.map((prose) => {
    const { body, notes } = strands(prose);
    return { prose, runs: [body, ...notes].flatMap((strand) => runs(whole(strand), length)).filter((run) => !named(run)) };
  });
  const allowed = new Map<string, number>();
  for (const { runs } of sources) for (const { key } of runs) allowed.set(key, (allowed.get(key) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { key } of runs(whole(words(found)), length)) if (allowed.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return sources.flatMap(({ prose, runs }) => {
    const first = runs.find(({ key }) => (counts.get(key) ?? 0) > (allowed.get(key) ?? Infinity));
    if (!first) return [];
    const message = `“${first.words.map(({ word }) => word.text).join(" ")}” stands more often in ${where} than in the publication.`;
    return [{ code: "words-lost" as const, place: { file: prose.file, line: first.words[0]!.word.line, column: first.words[0]!.word.column }, message }];
  });
}

/** What an edition may say any number of times: names, titles, the imprint. */
export function furnitureOf(publication: Publication): string[] {
  const { title, subtitle, publisher, rights, imprint, event } = publication;
  const names = allStatements(publication).flatMap(({ title, organisation, author, source }) => [title, organisation, author, source.published]);
  return [title, subtitle, publisher, rights, imprint, ...Object.values(event ?? {}), ...names].filter((text) => text !== undefined);
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
