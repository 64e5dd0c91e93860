import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Statement } from "../publication.ts";
import type { Correction } from "../schema-texts.ts";
import { spellShortly, spellWords, splitWords, type Word } from "../words.ts";
import { explainDifferences, type Exchange, type ExplainedHunk, type Pair } from "./corrections.ts";
import { findDifferences, type Hunk } from "./diff.ts";
import { findPassage, isSameWord, type SourceWord, type Transcript } from "./passage.ts";

// How many differences of one text are reported word by word, chosen by eye. A text with more is probably compared with
// the wrong source.
const mostReported = 20;

// A hint proposes a correction that the editor can copy, if neither side has more words than this: chosen by eye.
const longestProposal = 6;

/**
 * Checks that the words of each statement that has a source are, in order, those of the source, except for the declared
 * corrections.
 */
export function checkVerbatim({ statements }: Draft): Problem[] {
  return statements.filter(isTranscript).flatMap(checkStatement);
}

function checkStatement(statement: Transcript): Problem[] {
  const comparison = compareWithSource(statement);
  if (comparison === undefined) return [];
  if (Array.isArray(comparison)) return comparison;
  const { source, text, hunks, explained } = comparison;
  const used = new Set(explained.map(({ exchange }) => exchange));
  const unused = statement.corrections.flatMap((_, index) => (used.has(index) ? [] : unusedProblem(statement, index)));
  return [...differenceProblems(statement, source, text, hunks), ...unused];
}

/** The words of a source and of its statement, and where they differ: without a declared correction, and with one. */
export interface SourceComparison {
  source: SourceWord[];
  text: Word[];
  hunks: Hunk[];
  explained: ExplainedHunk[];
}

/** A stretch in which a statement differs from its source, and whether a correction declares it. */
type Difference = Hunk & { declared: boolean };

/** Returns all differences of a comparison in the order of the source. */
export function listHunks({ hunks, explained }: SourceComparison): Difference[] {
  return [
    ...hunks.map((hunk) => ({ ...hunk, declared: false })),
    ...explained.map((hunk) => ({ ...hunk, declared: true })),
  ].sort((one, other) => one.a[0] - other.a[0] || one.b[0] - other.b[0]);
}

/**
 * Compares a statement with its source. Returns the problems if its passage is not in the source, and nothing if it has
 * no words, which is a problem already (empty.ts).
 */
export function compareWithSource(statement: Transcript): SourceComparison | Problem[] | undefined {
  // A source has the title, the text and then its notes. A pull quote repeats words that are in the text already.
  const { body, notes } = readStrands(statement);
  if (body.length === 0) return undefined;
  const words = [...body, ...notes.flat()].filter(({ pullQuote }) => pullQuote === undefined);
  const text = [...titleWords(statement), ...words];
  const source = findPassage(statement, text);
  if (!areWords(source)) return source;
  const pair: Pair = {
    n: source.length,
    m: text.length,
    same: (a, b) => isSameWord(source[a]!, text[b]!),
    optional: { a: (a) => source[a]!.bullet === true, b: (b) => text[b]!.mark !== undefined },
  };
  const exchanges = statement.corrections.map((correction) => createExchange(correction, source, text));
  return { source, text, ...explainDifferences(pair, findDifferences(pair.n, pair.m, pair.same), exchanges) };
}

function createExchange(correction: Correction, source: SourceWord[], text: Word[]): Exchange {
  const [from, to] = [splitWords(correction.source), splitWords(correction.text)];
  const fits = (a: number, b: number): boolean => {
    if (from.length === 0) return false;
    const words = source.slice(a, a + from.length);
    const inText = joinKeys(text.slice(b, b + to.length));
    // A word that a line break divides may be meant with its hyphen or without it.
    const unbroken = words.map((word) => word.unbroken ?? word.key).join(" ");
    return [joinKeys(words), unbroken].some((inSource) => isExchange(inSource, inText, joinKeys(from), joinKeys(to)));
  };
  return { removes: from.length, adds: to.length, fits };
}

// Returns whether one text becomes the other if `from` is replaced by `to`. A correction may leave out the comma beside
// its word; then both texts have the comma. So nothing but such marks may stand before and after.
function isExchange(inSource: string, inText: string, from: string, to: string): boolean {
  const at = inSource.indexOf(from);
  if (at < 0) return false;
  const before = inSource.slice(0, at);
  const after = inSource.slice(at + from.length);
  return inText === before + to + after && !/[\p{L}\p{N}\s]/u.test(before + after);
}

function joinKeys(all: Word[]): string {
  return all.map(({ key }) => key).join(" ");
}

// A title in square brackets is the editor's own, and not in the source.
function titleWords({ title = "", at }: Statement): Word[] {
  const { line, column } = at("title");
  return /^\[[^\]]*\]$/.test(title) ? [] : splitWords(title, line, column);
}

function differenceProblems(statement: Transcript, source: SourceWord[], text: Word[], hunks: Hunk[]): Problem[] {
  const problems = hunks.flatMap((hunk) => {
    const removed = source.slice(...hunk.a).filter(({ bullet }) => !bullet);
    const added = text.slice(...hunk.b).filter(({ mark }) => !mark);
    if (removed.length + added.length === 0) return [];
    const before = text.slice(Math.max(0, hunk.b[0] - 2), hunk.b[0]);
    return [differenceProblem(statement, removed, added, before, source[hunk.a[1]] ?? source.at(-1))];
  });
  const next = problems[mostReported];
  if (!next) return problems;
  const rest: Problem = {
    code: next.code,
    place: next.place,
    message: `From here on, the text differs from the source in ${problems.length - mostReported} more places.`,
    hint: "Is the source the right one?",
  };
  return [...problems.slice(0, mostReported), rest];
}

function differenceProblem(
  { file, source }: Transcript,
  removed: Word[],
  added: Word[],
  before: Word[],
  next: Word | undefined,
): Problem {
  const placeInSource = (word: Word | undefined) => (word ? source.placeOf(word.line) : source.file);
  const { line, column } = added[0] ?? before.at(-1) ?? { line: 1, column: 1 };
  const problem = (message: string, hint: string): Problem => ({
    code: "not-verbatim",
    place: { file, line, column },
    message,
    hint,
  });
  if (added.length === 0) {
    const where = before.length > 0 ? `here after ${quote(before)}` : "at the beginning";
    return problem(
      `${quote(removed)} is in the source (${placeInSource(removed[0])}) but is missing ${where}.`,
      `Put it back, or declare it ${proposeCorrection(removed, added)}.`,
    );
  }
  if (removed.length === 0) {
    const goesOn = next ? `, which has ${quote([next])} next` : "";
    return problem(
      `${quote(added)} is not in the source${goesOn} (${placeInSource(next)}).`,
      "Delete it: the authors have not written it.",
    );
  }
  return problem(
    `The text has ${quote(added)} where the source (${placeInSource(removed[0])}) has ${quote(removed)}.`,
    `Put the words of the source back, or declare the change ${proposeCorrection(removed, added)}.`,
  );
}

function unusedProblem({ corrections, at }: Statement, index: number): Problem {
  const { source, text } = corrections[index]!;
  const declared = text === "" ? `“${source}” is left out` : `“${source}” is corrected to “${text}”`;
  return {
    code: "correction-unused",
    place: at("corrections", index),
    message: `A correction declares that ${declared}, but there is no such difference from the source.`,
    hint: "Delete the correction, or write both sides as they are in the source and in the text.",
  };
}

function quote(all: Word[]): string {
  return `“${spellShortly(all)}”`;
}

function proposeCorrection(removed: Word[], added: Word[]): string {
  // JSON's quotes are YAML's too.
  const inQuotes = (all: Word[]) => JSON.stringify(spellWords(all));
  return removed.length > longestProposal || added.length > longestProposal
    ? "under “corrections:”"
    : `under “corrections:” as - { source: ${inQuotes(removed)}, text: ${inQuotes(added)} }`;
}

/** Returns whether a statement has a source; an original has none. */
export function isTranscript(statement: Statement): statement is Transcript {
  return statement.source !== undefined;
}

function areWords(found: SourceWord[] | Problem[]): found is SourceWord[] {
  return !found.some((one) => "code" in one);
}
