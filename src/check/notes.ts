import { parse, type Token } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";
import { blocks } from "./inline.ts";
import { inMarkdown, placesIn } from "./place.ts";

/**
 * Every note has its mark in the text or in a note that has one, and every mark its note, once; no mark stands where it
 * cannot be followed.
 */
export function notes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => [...withoutMark(prose), ...withoutNote(prose), ...twice(prose), ...misplaced(prose)]);
}

function withoutMark(prose: Prose): Problem[] {
  const { tokens, notes } = parse(prose);
  const reached = reachedFrom(tokens);
  const place = placesIn(prose);
  return notes.defined
    .filter((label) => !reached.has(label))
    .map((label) => ({
      code: "footnote-broken",
      place: place(`[^${label}]:`),
      message: `no mark in the text leads to the note "${label}", so it would be lost`,
      hint: `Set [^${label}] where the note belongs.`,
    }));
}

// The labels of the notes to which marks in the running text lead, or marks in such a note.
function reachedFrom(tokens: Token[]): Set<string> {
  const marks = new Map<string | undefined, string[]>();
  let note: string | undefined;
  for (const { type, meta, children } of tokens) {
    if (type === "footnote_open") note = String(meta?.["label"]);
    if (type === "footnote_close") note = undefined;
    const here = (children ?? [])
      .filter(({ type }) => type === "footnote_ref")
      .map(({ meta }) => String(meta?.["label"]));
    marks.set(note, [...(marks.get(note) ?? []), ...here]);
  }
  const reached = new Set(marks.get(undefined));
  for (const label of reached) for (const next of marks.get(label) ?? []) reached.add(next);
  return reached;
}

// A mark is a link itself, and no link holds another. In a note that is written where it is called, `^[words]`,
// Markdown takes a mark for that note's own.
function misplaced(prose: Prose): Problem[] {
  const place = placesIn(prose);
  let written = false;
  return parse(prose).tokens.flatMap((token): Problem[] => {
    if (token.type === "footnote_open") written = token.meta?.["label"] === undefined;
    if (token.type === "footnote_close") written = false;
    let open = 0;
    return (token.children ?? []).flatMap(({ type, meta }): Problem[] => {
      if (type === "link_open") open++;
      if (type === "link_close") open--;
      if (type !== "footnote_ref" || (open === 0 && !written)) return [];
      const mark = meta?.["label"] === undefined ? "^[" : `[^${String(meta["label"])}]`;
      const message =
        open > 0 ? "a note is called inside a link" : "a note is called inside a note that is written in the line";
      const hint =
        open > 0
          ? "Set the mark after the link."
          : "Give the note that is written ^[…] a label, [^label], and its words a line of their own: [^label]: and the words.";
      return [
        {
          code: "footnote-broken",
          place: written ? place(`^[${token.content.split("\n")[0]}`) : place(mark, token),
          message,
          hint,
        },
      ];
    });
  });
}

function withoutNote(prose: Prose): Problem[] {
  const { defined } = parse(prose).notes;
  const place = placesIn(prose);
  return blocks(prose).flatMap((block) =>
    inMarkdown(block.content, /\[\^[^\]\s]+\]/g)
      .map((mark) => mark.slice(2, -1))
      .filter((label) => !defined.includes(label))
      .map((label): Problem => ({
        code: "footnote-broken",
        place: place(`[^${label}]`, block),
        message: `the mark "${label}" leads to no note`,
        hint: `Add the note at the end: [^${label}]: and its words.`,
      })),
  );
}

function twice(prose: Prose): Problem[] {
  const code = parse(prose).tokens.flatMap(({ type, map }) => (type === "fence" && map ? [map] : []));
  const definitions = prose.body.split("\n").flatMap((row, index) => {
    const label = code.some(([first, end]) => index >= first && index < end)
      ? undefined
      : /^ {0,3}\[\^([^\]\s]+)\]:/.exec(row)?.[1];
    return label === undefined ? [] : [{ label, line: prose.bodyLine + index }];
  });
  return definitions
    .filter(({ label }, index) => definitions.findIndex((other) => other.label === label) < index)
    .map(({ label, line }) => ({
      code: "footnote-broken",
      place: { file: prose.file, line, column: 1 },
      message: `the note "${label}" stands here a second time`,
      hint: "Give one of the two another label.",
    }));
}
