import { strands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Statement } from "../publication.ts";
import { words, type Word } from "../words.ts";
import { unexplained, type Exchange, type Pair } from "./corrections.ts";
import { differences, type Hunk } from "./diff.ts";
import { passage, sameWord, type SourceWord } from "./passage.ts";

// A text that has parted from its source altogether need not be told word by word.
const mostTold = 20;

/** The words of each statement are, in order, those of its source but for the declared corrections. */
export function verbatim({ statements }: Draft): Problem[] {
  return statements.flatMap(compared);
}

// A source has the title, the text and then its notes. A text without words is told elsewhere.
function compared(statement: Statement): Problem[] {
  const { body, notes } = strands(statement);
  if (body.length === 0) return [];
  const text = [...titleWords(statement), ...body, ...notes.flat()];
  const found = passage(statement, text);
  return isFound(found) ? againstSource(statement, found, text) : found;
}

function againstSource(statement: Statement, source: SourceWord[], text: Word[]): Problem[] {
  const pair: Pair = {
    n: source.length,
    m: text.length,
    same: (a, b) => sameWord(source[a]!, text[b]!),
    idle: { a: (a) => source[a]!.bullet === true, b: (b) => text[b]!.mark !== undefined },
  };
  const exchanges = statement.corrections.map((correction): Exchange => {
    const [from, to] = [words(correction.source), words(correction.text)];
    const [sought, given] = [keysOf(from), keysOf(to)];
    const fits = (a: number, b: number) => {
      const there = source.slice(a, a + from.length);
      const here = keysOf(text.slice(b, b + to.length));
      return (
        from.length > 0 &&
        [keysOf(there), there.map(({ key, unbroken }) => unbroken ?? key).join(" ")].some((keys) =>
          exchanged(keys, here, sought, given),
        )
      );
    };
    return { takes: from.length, puts: to.length, fits };
  });
  const { hunks, used } = unexplained(pair, differences(pair.n, pair.m, pair.same), exchanges);
  const unused = statement.corrections.flatMap((_, index) =>
    used.has(index) ? [] : unusedCorrection(statement, index),
  );
  return [...told(statement, source, text, hunks), ...unused];
}

// A correction may leave out the comma beside its word; then the comma is the same on both sides.
function exchanged(there: string, here: string, sought: string, given: string): boolean {
  const at = there.indexOf(sought);
  const [before, after] = [there.slice(0, Math.max(0, at)), there.slice(at + sought.length)];
  return at >= 0 && here === before + given + after && !/[\p{L}\p{N}\s]/u.test(before + after);
}

function keysOf(all: Word[]): string {
  return all.map(({ key }) => key).join(" ");
}

// A title in square brackets is the editors' own.
function titleWords({ title = "", at }: Statement): Word[] {
  const { line, column } = at("title");
  return /^\[[^\]]*\]$/.test(title) ? [] : words(title, line, column);
}

function told(statement: Statement, source: SourceWord[], text: Word[], hunks: Hunk[]): Problem[] {
  const problems = hunks.flatMap((hunk) => {
    const taken = source.slice(...hunk.a).filter(({ bullet }) => !bullet);
    const put = text.slice(...hunk.b).filter(({ mark }) => !mark);
    return taken.length + put.length > 0
      ? [difference(statement, taken, put, text.slice(0, hunk.b[0]), source[hunk.a[1]] ?? source.at(-1))]
      : [];
  });
  const more = problems.length - mostTold;
  const last = problems[mostTold];
  if (more <= 0 || !last) return problems;
  const rest = {
    code: last.code,
    place: last.place,
    message: `from here on the text differs from the source in ${more} more places`,
    hint: "Is the source the right one?",
  };
  return [...problems.slice(0, mostTold), rest];
}

function difference(
  { file, source }: Statement,
  taken: Word[],
  put: Word[],
  before: Word[],
  next: Word | undefined,
): Problem {
  const [missing, strange] = [quoted(taken), quoted(put)];
  const origin = (word: Word | undefined) => (word ? `${source.file}:${word.line}` : source.file);
  const { line, column } = put[0] ?? before.at(-1) ?? { line: 1, column: 1 };
  const place = { file, line, column };
  const code = "not-verbatim";
  if (put.length === 0) {
    const where =
      before.length > 0 ? `is missing here after ${quoted(before.slice(-2))}` : "is missing at the beginning";
    return {
      code,
      place,
      message: `${missing} stands in the source (${origin(taken[0])}) and ${where}`,
      hint: `Put it back, or declare it: ${correction(taken, put)}.`,
    };
  }
  if (taken.length === 0) {
    const message = `${strange} is not in the source${next ? `, which has ${quoted([next])} next` : ""} (${origin(next)})`;
    return { code, place, message, hint: "Take it out: a word that the source has not is none of the author's." };
  }
  const message = `${strange} stands where the source (${origin(taken[0])}) has ${missing}`;
  return {
    code,
    place,
    message,
    hint: `Put the source's words back, or declare the change: ${correction(taken, put)}.`,
  };
}

function unusedCorrection({ corrections, at }: Statement, index: number): Problem {
  const { source, text } = corrections[index]!;
  const message =
    text === "" ? `"${source}" is declared to be left out` : `"${source}" is declared to be corrected to "${text}"`;
  return {
    code: "correction-unused",
    place: at("corrections", index),
    message: `${message}, and no difference from the source is that one`,
    hint: "Take the correction out, or write both sides as they stand.",
  };
}

function quoted(all: Word[]): string {
  const shown = all.length > 12 ? [...all.slice(0, 6), { text: "…" }, ...all.slice(-4)] : all;
  return `"${shown.map(({ text }) => text).join(" ")}"`;
}

function correction(taken: Word[], put: Word[]): string {
  const text = (all: Word[]) => JSON.stringify(all.map(({ text }) => text).join(" "));
  return taken.length > 6 || put.length > 6
    ? "under corrections"
    : `corrections: - { source: ${text(taken)}, text: ${text(put)} }`;
}

function isFound(found: SourceWord[] | Problem[]): found is SourceWord[] {
  return !found.some((one) => "code" in one);
}
