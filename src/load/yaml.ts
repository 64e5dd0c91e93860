import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLError } from "yaml";
import type { Place, Problem } from "../problem.ts";
import type { At } from "../publication.ts";

/** A piece of YAML, read but not yet believed. */
export interface Yaml {
  value: unknown;
  /** Where a value stands. */
  at: At;
  /** Where a key stands. */
  atKey: At;
  problem?: Problem;
}

/**
 * Reads YAML that begins on a line of a file. Every value is the text that was written: 2020-01, 14:00 and no stay what
 * they are.
 */
export function readYaml(text: string, file: string, firstLine = 1): Yaml {
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
    place(offsetOf(document.contents, path, wanted));
  const yaml = {
    at: (...path: (string | number)[]) => find(path, "value"),
    atKey: (...path: (string | number)[]) => find(path, "key"),
  };

  // One mistake breaks what follows it too, so only the first is told.
  const [error] = document.errors;
  if (error) return { ...yaml, value: undefined, problem: broken(error, place(error.pos[0])) };
  if (document.contents !== null && !isMap(document.contents))
    return { ...yaml, value: undefined, problem: noKeys(place(0)) };
  try {
    return { ...yaml, value: document.toJS() ?? {} };
  } catch (error) {
    return { ...yaml, value: undefined, problem: broken(error as Error, place(0)) };
  }
}

// A value is sought itself, a list or a group of keys by its key: that is what a writer looks for.
function offsetOf(root: Node | null, path: (string | number)[], wanted: "key" | "value"): number {
  let node: unknown = root;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) return offset;
      const [key, value] = [pair.key as Node, pair.value as Node | null];
      const written = isScalar(value) && value.range && value.range[1] > value.range[0] ? value : key;
      offset = (last && wanted === "value" ? written : key).range?.[0] ?? offset;
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

// What the commonest mistakes are called here, and what to do about them.
const mistakes: Record<string, { said: string; hint: string }> = {
  BLOCK_AS_IMPLICIT_KEY: {
    said: "this value has a colon in it",
    hint: 'Set the value in quotes: title: "War: what for?".',
  },
  DUPLICATE_KEY: { said: "this key stands here a second time", hint: "Keep one of the two." },
  MISSING_CHAR: { said: "a quote or a bracket is opened and not closed", hint: "Close it." },
  TAB_AS_INDENT: { said: "a tab stands before this line", hint: "Indent with spaces." },
};

function broken(error: YAMLError | Error, place: Place): Problem {
  const said = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  const other = { said, hint: "Look at this line and the one before it: indentation, quotes, colons." };
  const mistake = ("code" in error ? mistakes[error.code] : undefined) ?? other;
  return { code: "yaml-broken", place, message: `the YAML cannot be read: ${mistake.said}`, hint: mistake.hint };
}

function noKeys(place: Place): Problem {
  return {
    code: "yaml-broken",
    place,
    message: "there are no keys here",
    hint: "Write one key a line, as in title: Against the War.",
  };
}
