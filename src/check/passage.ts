import type { Place, Problem } from "../problem.ts";
import type { Statement } from "../publication.ts";
import { words, type Word } from "../words.ts";

/** A word of a source; where it was broken at a line's end, `key` has the hyphen and `unbroken` has not. */
export interface SourceWord extends Word {
  unbroken?: string;
  /**
   * A bullet or a dash alone at the beginning of a line: it may be the mark of a list, and the text need not have it.
   */
  bullet?: true;
}

/**
 * The words of a document that are the statement's: from its first to its last, but for what is left out; or why they
 * cannot be found.
 */
export function passage({ source, at }: Statement, ofText: Word[]): SourceWord[] | Problem[] {
  const ends = [source, ...(source.omit ?? [])]
    .flatMap(({ from, to }) => [from, to])
    .flatMap((text) => (text === undefined ? [] : words(text)));
  const all = unbroken(withBullets(words(source.document)), new Set([...ofText, ...ends].map(({ key }) => key)));
  const problems: Problem[] = [];
  // From the first word of `from` to the last of `to`, as indices; where one is not found, as if it had not been asked
  // for.
  const find = (
    within: SourceWord[],
    from: string | undefined,
    to: string | undefined,
    place: (key: "from" | "to") => Place,
  ): [number, number] => {
    const start = from === undefined ? 0 : search(within, from);
    if (typeof start !== "number") problems.push(notFound(from!, start, source.file, place("from")));
    const first = typeof start === "number" ? start : 0;
    const end = to === undefined ? within.length : search(within, to, first);
    if (typeof end !== "number") problems.push(notFound(to!, end, source.file, place("to")));
    return [first, typeof end === "number" ? end + (to === undefined ? 0 : words(to).length) : within.length];
  };

  const [first, end] = find(all, source.from, source.to, (key) => at("source", key));
  let kept = all.slice(first, end);
  if (problems.length > 0) return problems;
  for (const [index, { from, to }] of (source.omit ?? []).entries()) {
    const [first, end] = find(kept, from, to, (key) => at("source", "omit", index, key));
    kept = [...kept.slice(0, first), ...kept.slice(end)];
  }
  return problems.length > 0 ? problems : kept;
}

// Typed at the beginning of a line, they mark an item of a list as a rule.
function withBullets(all: Word[]): SourceWord[] {
  return all.map((word, index) => {
    const first = all[index - 1]?.line !== word.line;
    return first && /^[•◦▪‣⁃*·-]$/.test(word.key) ? { ...word, bullet: true } : word;
  });
}

/**
 * Whether a word of the source and one of a text are the same. The number of a note or of an item may stand in
 * brackets, raised or with a point.
 */
export function sameWord(source: SourceWord, text: Word): boolean {
  if (source.key === text.key || source.unbroken === text.key) return true;
  return text.mark !== undefined && text.mark.includes(source.key.normalize("NFKC").replace(/^[[(]|[\]).:]*$/g, ""));
}

// A word broken at a line's end is put together if the text has it in one piece, with the hyphen or without.
function unbroken(all: SourceWord[], wanted: Set<string>): SourceWord[] {
  const found: SourceWord[] = [];
  for (let index = 0; index < all.length; index++) {
    const [word, next] = [all[index]!, all[index + 1]];
    const broken = next !== undefined && next.line > word.line && /[\p{L}\p{N}][-\u00ad]$/u.test(word.text);
    const [whole, short] = [word.key + (next?.key ?? ""), word.key.replace(/-$/, "") + (next?.key ?? "")];
    if (broken && (wanted.has(whole) || wanted.has(short))) {
      found.push({ ...word, text: word.text + next.text, key: whole, unbroken: short });
      index++;
    } else found.push(word);
  }
  return found;
}

// The index of the first place where the words stand; else the word up to which the best place has them.
function search(within: SourceWord[], text: string, from = 0): number | { as: number; at?: SourceWord } {
  const sought = words(text);
  let best: { as: number; at?: SourceWord } = { as: 0 };
  for (let start = from; start < within.length; start++) {
    let as = 0;
    while (as < sought.length && start + as < within.length && alike(within[start + as]!, sought[as]!)) as++;
    if (as === sought.length) return start;
    if (as > best.as) best = { as, at: within[start + as] };
  }
  return best;
}

// Whoever copies the first words of a statement may stop before a comma.
function alike(source: SourceWord, word: Word): boolean {
  const bare = (key: string) => key.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || key;
  return sameWord(source, word) || bare(source.key) === bare(word.key);
}

function notFound(text: string, { as, at }: { as: number; at?: SourceWord }, file: string, place: Place): Problem {
  const had = words(text)
    .slice(0, as)
    .map((word) => word.text);
  const hint =
    as > 1 && at
      ? `After "${had.join(" ")}" the document goes on with "${at.text}" (${file}:${at.line}).`
      : "Copy the words from the document, where they first stand.";
  return { code: "source-passage", place, message: `"${text}" does not stand in ${file}`, hint };
}
