import type { Place, Problem } from "../problem.ts";
import type { Source, Statement } from "../publication.ts";
import { splitWords, type Word } from "../words.ts";

/** A statement that was transcribed from a document. */
export type Transcript = Statement & { source: Source };

/** A word of a source. If a line break divides it, `key` has the hyphen and `unbroken` does not. */
export interface SourceWord extends Word {
  unbroken?: string;
  /** Whether it is a bullet or dash that begins a line. It may mark an item of a list, so the text need not have it. */
  bullet?: true;
}

/**
 * Returns the words of a source that belong to a statement: from the first to the last that the front matter names,
 * without what it leaves out. Returns problems if they are not in the source. `text` are the words of the statement.
 */
export function findPassage({ source, at }: Transcript, text: Word[]): SourceWord[] | Problem[] {
  const endWords = [source, ...(source.omit ?? [])].flatMap(({ from = "", to = "" }) => [
    ...splitWords(from),
    ...splitWords(to),
  ]);
  const all = splitSource(source.document, [...text, ...endWords]);
  const problems: Problem[] = [];
  const findRange = (within: SourceWord[], ends: Ends, place: (key: "from" | "to") => Place) => {
    const range = rangeOf(within, ends);
    for (const { key, miss } of range.misses) problems.push(missProblem(ends[key]!, miss, source, place(key)));
    return range;
  };

  const { first, end } = findRange(all, source, (key) => at("source", key));
  if (problems.length > 0) return problems;
  let kept = all.slice(first, end);
  for (const [index, omitted] of (source.omit ?? []).entries()) {
    const { first, end } = findRange(kept, omitted, (key) => at("source", "omit", index, key));
    kept = [...kept.slice(0, first), ...kept.slice(end)];
  }
  return problems.length > 0 ? problems : kept;
}

/** Returns the words of a whole document. `known` are words that may be divided by the ends of its lines. */
export function splitSource(document: string, known: Word[]): SourceWord[] {
  return joinBrokenWords(markBullets(splitWords(document)), new Set(known.map(({ key }) => key)));
}

/**
 * Returns whether a word of the source and a word of a text are the same. In a source, the number of a note or of an
 * item may be in brackets, raised or followed by a full stop.
 */
export function isSameWord(source: SourceWord, text: Word): boolean {
  if (source.key === text.key || source.unbroken === text.key) return true;
  return text.mark !== undefined && text.mark.includes(source.key.normalize("NFKC").replace(/^[[(]|[\]).:]*$/g, ""));
}

// Signs at the beginning of a line that are no words: bullets, the signs of a quotation in a mail, and rules.
const lineSign = /^(?:[•◦▪▫‣⁃*·●■□►➢✓\uf0b7\uf0a7-]|>+|={3,}|_{3,}|\*{3,})$/;

function markBullets(all: Word[]): SourceWord[] {
  let isFirst = true;
  return all.map((word, index) => {
    const isNewLine = all[index - 1]?.line !== word.line;
    isFirst = (isNewLine || isFirst) && lineSign.test(word.key);
    return isFirst ? { ...word, bullet: true } : word;
  });
}

// Joins the two parts of a word that a line break divides, if the text has the word in one piece, with or without the
// hyphen.
function joinBrokenWords(all: SourceWord[], known: Set<string>): SourceWord[] {
  const found: SourceWord[] = [];
  for (let index = 0; index < all.length; index++) {
    const [word, next] = [all[index]!, all[index + 1]];
    const isPerhapsBroken = next !== undefined && next.line > word.line && /[\p{L}\p{N}][-\u00ad]$/u.test(word.text);
    const withHyphen = word.key + (next?.key ?? "");
    const withoutHyphen = word.key.replace(/-$/, "") + (next?.key ?? "");
    if (isPerhapsBroken && (known.has(withHyphen) || known.has(withoutHyphen))) {
      found.push({ ...word, text: word.text + next.text, key: withHyphen, unbroken: withoutHyphen });
      index++;
    } else found.push(word);
  }
  return found;
}

/** The first words and the last words of a passage, as its front matter has them. */
interface Ends {
  from?: string | undefined;
  to?: string | undefined;
}

/** Why words were not found: how many of them the best place has, and with which word it goes on. */
interface Miss {
  matched: number;
  next?: SourceWord;
}

// Returns the indices of a passage, [first, end). An end that is not given or not found is that of the whole.
function rangeOf(
  within: SourceWord[],
  { from, to }: Ends,
): { first: number; end: number; misses: { key: "from" | "to"; miss: Miss }[] } {
  const start = from === undefined ? 0 : findWords(within, from);
  const first = typeof start === "number" ? start : 0;
  const last = to === undefined ? within.length : findWords(within, to, first);
  const end = to !== undefined && typeof last === "number" ? last + splitWords(to).length : within.length;
  return {
    first,
    end,
    misses: [
      ...(typeof start === "number" ? [] : [{ key: "from" as const, miss: start }]),
      ...(typeof last === "number" ? [] : [{ key: "to" as const, miss: last }]),
    ],
  };
}

/** Returns the index of the first place that has the words of a text, searching from the index `from` on. */
export function findWords(within: SourceWord[], text: string, from = 0): number | Miss {
  const wanted = splitWords(text);
  let best: Miss = { matched: 0 };
  for (let start = from; start < within.length; start++) {
    let matched = 0;
    while (
      matched < wanted.length &&
      start + matched < within.length &&
      isNearlySame(within[start + matched]!, wanted[matched]!)
    )
      matched++;
    if (matched === wanted.length) return start;
    if (matched > best.matched) best = { matched, next: within[start + matched] };
  }
  return best;
}

// Ignores punctuation at both ends: an editor who copies the first words of a statement may stop before a comma.
function isNearlySame(source: SourceWord, word: Word): boolean {
  const bare = (key: string) => key.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || key;
  return isSameWord(source, word) || bare(source.key) === bare(word.key);
}

function missProblem(text: string, { matched, next }: Miss, { file, placeOf }: Source, place: Place): Problem {
  const matchedWords = splitWords(text)
    .slice(0, matched)
    .map((word) => word.text)
    .join(" ");
  return {
    code: "source-passage",
    place,
    message: `The words “${text}” are not in ${file}.`,
    hint:
      matched > 1 && next
        ? `After “${matchedWords}” the document goes on with “${next.text}” (${placeOf(next.line)}).`
        : "Copy the words from the document, from the place where they first appear.",
  };
}
