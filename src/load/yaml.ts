import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from "yaml";
import type { Place, Problem } from "../problem.ts";
import type { At } from "../publication.ts";

/** A piece of YAML that was parsed but not yet validated. */
export interface Yaml {
  value: unknown;
  /** Returns the place of a value. */
  at: At;
  /** Returns the place of a key. */
  atKey: At;
  problem?: Problem;
}

// The most characters of YAML: some thousand corrections. The package yaml takes time with the square of the number of
// keys.
const mostCharacters = 200_000;

/**
 * Parses YAML that begins on a line of a file, counted from 1. Every value is the text that was written, since an
 * editor means 2020-01, 14:00 and no as they are. This is the failsafe schema of YAML 1.2.
 */
export function readYaml(text: string, file: string, firstLine = 1): Yaml {
  if (text.length > mostCharacters) {
    const start = () => ({ file, line: firstLine, column: 1 });
    return { value: undefined, at: start, atKey: start, problem: tooLongProblem(start(), text.length) };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const find = (path: (string | number)[], wanted: "key" | "value"): Place =>
    place(findOffset(document.contents, path, wanted, text));
  const yaml = {
    at: (...path: (string | number)[]) => find(path, "value"),
    atKey: (...path: (string | number)[]) => find(path, "key"),
  };

  // One mistake often causes errors in the lines after it, so only the first error is reported.
  const [error] = document.errors;
  if (error) return { ...yaml, value: undefined, problem: syntaxProblem(error, place(error.pos[0])) };
  if (document.contents !== null && !isMap(document.contents))
    return { ...yaml, value: undefined, problem: noKeysProblem(place(0)) };
  const alias = findEndlessAlias(document);
  if (alias) {
    const problem = brokenProblem(place(alias.range![0]), "this value would contain itself", aliasHint("value"));
    return { ...yaml, value: undefined, problem };
  }
  try {
    return { ...yaml, value: document.toJS() ?? {} };
  } catch (error) {
    // An alias names no anchor, or would make the value too large.
    if (!(error instanceof ReferenceError)) throw error;
    return { ...yaml, value: undefined, problem: syntaxProblem(error, place(0)) };
  }
}

/** Returns a value as YAML: a text in quotes only where it needs them, and every line as long as it is. */
export function formatYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/**
 * Returns YAML with one more item at the end of the list that a key has, and not another character changed. Returns
 * nothing if the key has no list with items in it.
 */
export function addToList(text: string, key: string, item: string): string | undefined {
  const list = parseDocument(text, { schema: "failsafe" }).get(key);
  const last = isSeq(list) ? (list.items.at(-1) as Node | undefined)?.range : undefined;
  if (!isSeq(list) || !last) return undefined;
  // A group of keys ends with its last line.
  const start = last[0];
  const end = start + text.slice(start, last[1]).trimEnd().length;
  const written = formatYaml(item).trimEnd();
  if (list.flow) return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
  // The item before it may have a comment after it in its line.
  const [before, rest] = [text.slice(0, start), text.slice(end)];
  const dash = before.slice(before.lastIndexOf("\n") + 1);
  const [comment] = /^[^\n]*/.exec(rest)!;
  return `${text.slice(0, end)}${comment}\n${dash}${written}${rest.slice(comment.length)}`;
}

// Returns an alias, `*name`, that is inside the value for which it stands.
function findEndlessAlias(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias: (_, alias, path) => {
      const value = alias.resolve(document);
      if (value && path.includes(value)) found = alias;
    },
  });
  return found;
}

// A text has the place of its first character. A list or a group of keys has the place of its key, since that is the
// line that an editor looks for. What is absent has the place of its nearest parent.
function findOffset(root: Node | null, path: (string | number)[], wanted: "key" | "value", text: string): number {
  let node: unknown = root;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) return offset;
      const [key, value] = [pair.key as Node, pair.value as Node | null];
      const written = isScalar(value) && value.range && value.range[1] > value.range[0] ? value : key;
      offset = findStart(last && wanted === "value" ? written : key, text) ?? offset;
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) return offset;
      offset = findStart(item, text) ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

// A block of text begins with `|` or `>`, and often with empty lines; its first character is in a line below. A block
// without words has the place of its sign.
function findStart({ range }: Node, text: string): number | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  const written = text.slice(start, end);
  const beforeWords = /^[|>].*\n\s*(?=\S)/.exec(written)?.[0] ?? "";
  return start + beforeWords.length;
}

function aliasHint(what: "value" | "values"): string {
  return `Write the ${what} out, without * and &; a text that begins with * has to be in quotes.`;
}

// The most common mistakes in the words of an editor, by their codes in the package yaml.
const mistakes: Record<string, { reason: string; hint: string }> = {
  BLOCK_AS_IMPLICIT_KEY: {
    reason: "this value has a colon in it",
    hint: 'Set the value in quotes: title: "War: what for?".',
  },
  EXCESSIVE_ALIASES: {
    reason: "the aliases, *name, stand for too much",
    hint: aliasHint("values"),
  },
  DUPLICATE_KEY: { reason: "this key is already used above", hint: "Keep one of the two." },
  MISSING_CHAR: { reason: "a quote or a bracket is not closed", hint: "Close it." },
  RESOURCE_EXHAUSTION: {
    reason: "values are nested too deep",
    hint: "Take brackets or indentation out; text that begins with a bracket has to be in quotes.",
  },
  TAB_AS_INDENT: { reason: "this line begins with a tab", hint: "Indent with spaces." },
};

function syntaxProblem(error: YAMLError | Error, place: Place): Problem {
  const code = "code" in error ? error.code : error.message.startsWith("Excessive alias") ? "EXCESSIVE_ALIASES" : "";
  const { reason, hint } = mistakes[code] ?? {
    reason: error.message.charAt(0).toLowerCase() + error.message.slice(1).replace(/\.$/, ""),
    hint: "Look at this line and the one before it: indentation, quotes, colons.",
  };
  return brokenProblem(place, reason, hint);
}

function brokenProblem(place: Place, reason: string, hint: string): Problem {
  return { code: "yaml-broken", place, message: `The YAML cannot be read: ${reason}.`, hint };
}

function tooLongProblem(place: Place, characters: number): Problem {
  const [found, most] = [characters, mostCharacters].map((number) => number.toLocaleString("en"));
  return {
    code: "text-long",
    place,
    message: `The keys here have ${found} characters, and the most is ${most}.`,
    hint: "Shorten the values, or divide the statement.",
  };
}

function noKeysProblem(place: Place): Problem {
  return {
    code: "yaml-broken",
    place,
    message: "There are no keys here.",
    hint: "Write one key on each line, as in “title: Against the War”.",
  };
}
