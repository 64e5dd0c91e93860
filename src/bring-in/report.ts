import { check } from "../check/index.ts";
import type { Received, Contents } from "../import/document.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Place, Problem } from "../problem.ts";
import type { Statement } from "../publication.ts";
import { spellShortly, splitWords, type Word } from "../words.ts";
import type { DraftText } from "./draft.ts";

/** What became of one document. */
export interface BroughtIn {
  /** The document, as it was named. */
  document: string;
  /** The statements, named from the publication's folder. */
  files: string[];
  /** The words of the statements. */
  words: number;
  /** Where the editor should look: files are named from the publication's folder. */
  places: { place: Place; sentence: string }[];
  /** What of the document is in no statement: how many words, and what they are. */
  leftOut: { count: number; sentences: string[] };
  /** The differences of the statements from the document; none, if no word was lost. */
  problems: Problem[];
}

/** Compares statements with their document, and tells the editor where to look. */
export function reportOn(
  document: string,
  { placeOf }: Received,
  { notices }: Contents,
  drafts: DraftText[],
  images: string[],
): BroughtIn {
  const statements = drafts.map(({ statement }) => statement);
  const found = check({ texts: statements, statements, images: images.map((name) => ({ name })) });
  const isLoss = ({ code }: Problem) => code === "not-verbatim" || code === "source-passage";
  const first = { file: statements[0]!.file, line: 1, column: 1 };
  return {
    document,
    files: statements.map(({ file }) => file),
    words: statements.reduce((sum, statement) => sum + countWords(statement), 0),
    places: sortPlaces([
      ...notices.map((sentence) => ({ place: first, sentence })),
      ...drafts.flatMap(listPlaces),
      ...found
        .filter((problem) => !isLoss(problem))
        .map(({ place, message, hint }) => ({ place, sentence: [message, hint].filter(Boolean).join(" ") })),
    ]),
    leftOut: describeLeftOut(drafts, document, placeOf),
    problems: found.filter(isLoss),
  };
}

// By file, then from the beginning to the end, as an editor goes through them.
function sortPlaces(places: BroughtIn["places"]): BroughtIn["places"] {
  const files = [...new Set(places.map(({ place }) => place.file))];
  return places.toSorted(
    ({ place: one }, { place: other }) =>
      files.indexOf(one.file) - files.indexOf(other.file) || one.line - other.line || one.column - other.column,
  );
}

function countWords(statement: Statement): number {
  const { body, notes } = readStrands(statement);
  const title = splitWords(statement.title ?? "");
  return [...title, ...body, ...notes.flat()].filter(({ mark }) => !mark).length;
}

function listPlaces({
  statement: { file, bodyLine },
  text,
  composed: { fields, places },
}: DraftText): BroughtIn["places"] {
  const lines = text.split("\n");
  const guesses = fields.flatMap(({ key, guess }) => {
    const line = lines.findIndex((one) => one.startsWith(`${key}:`)) + 1;
    return guess ? [{ place: { file, line, column: 1 }, sentence: `“${key}” is a guess: ${guess}.` }] : [];
  });
  const inText = places
    .filter(({ line }) => line > 0)
    .map(({ line, column, sentence }) => ({ place: { file, line: line + bodyLine - 1, column }, sentence }));
  return [...guesses, ...inText];
}

/** How many passages that were left out are quoted; chosen by eye. */
const mostQuoted = 5;

// What no statement has of the document. Of a split document, each part leaves out what the others have.
function describeLeftOut(drafts: DraftText[], document: string, placeOf: Received["placeOf"]): BroughtIn["leftOut"] {
  const keyOf = ({ line, column }: Word) => `${line}:${column}`;
  const sets = drafts.map(({ leftOut }) => new Set(leftOut.flat().map(keyOf)));
  const passages = drafts[0]!.leftOut
    .flatMap((words) => splitWhere(words, (word) => !sets.every((set) => set.has(keyOf(word)))))
    .filter(({ length }) => length > 0);
  const sentences = passages
    .slice(0, mostQuoted)
    .map((words) => `“${spellShortly(words)}” (${document}${placeOf(words[0]!.line)})`);
  const more = passages.length - sentences.length;
  return {
    count: passages.flat().length,
    sentences: more > 0 ? [...sentences, `and ${more} more passages`] : sentences,
  };
}

function splitWhere(words: Word[], isGap: (word: Word) => boolean): Word[][] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (isGap(word)) parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return parts;
}
