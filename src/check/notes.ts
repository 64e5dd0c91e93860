import { parseMarkdown, type Token } from "../markdown/parse.ts";
import type { Place, Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";
import { findTextBlocks } from "./inline.ts";
import { findInMarkdown, createPlaceFinder } from "./place.ts";

/**
 * Checks that each note mark has a note, and that a note mark in the running text leads to each note, directly or through
 * other notes. Checks also that no label is defined twice, and that no note mark is inside a link or an inline note.
 */
export function checkNotes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => [
    ...findNotesWithoutMark(prose),
    ...findMarksWithoutNote(prose),
    ...findRepeatedLabels(prose),
    ...findMisplacedMarks(prose),
  ]);
}

function findNotesWithoutMark(prose: Prose): Problem[] {
  const { tokens, notes } = parseMarkdown(prose);
  const reached = labelsReachedFrom(tokens);
  const definitions = new Map(
    findDefinitions(prose)
      .toReversed()
      .map(({ label, place }) => [label, place]),
  );
  const placeInBlock = createPlaceFinder(prose);
  return notes.defined
    .filter((label) => !reached.has(label))
    .map((label) => ({
      code: "footnote-broken",
      // A definition inside a quotation or a list does not begin its line.
      place: definitions.get(label) ?? placeInBlock(`[^${label}]:`),
      message: `No note mark leads to the note “${label}”, so it would be lost.`,
      hint: `Write [^${label}] where the note belongs.`,
    }));
}

// Returns the labels of the notes to which note marks in the running text lead, or note marks in such a note.
function labelsReachedFrom(tokens: Token[]): Set<string> {
  const marks = new Map<string | undefined, string[]>();
  let note: string | undefined;
  for (const { type, meta, children } of tokens) {
    if (type === "footnote_open") note = String(meta?.["label"]);
    if (type === "footnote_close") note = undefined;
    const here = (children ?? [])
      .filter(({ type }) => type === "footnote_ref")
      .map(({ meta }) => String(meta?.["label"]));
    if (marks.has(note)) marks.get(note)!.push(...here);
    else marks.set(note, here);
  }
  const reached = new Set(marks.get(undefined));
  for (const label of reached) for (const next of marks.get(label) ?? []) reached.add(next);
  return reached;
}

// A note mark becomes a link, and a link cannot be inside a link. Inside an inline note, `^[words]`,
// markdown-it-footnote takes a note mark for the inline note's own.
function findMisplacedMarks(prose: Prose): Problem[] {
  const place = createPlaceFinder(prose);
  let isInline = false;
  return parseMarkdown(prose).tokens.flatMap((token): Problem[] => {
    if (token.type === "footnote_open") isInline = token.meta?.["label"] === undefined;
    if (token.type === "footnote_close") isInline = false;
    let open = 0;
    return (token.children ?? []).flatMap(({ type, meta }): Problem[] => {
      if (type === "link_open") open++;
      if (type === "link_close") open--;
      if (type !== "footnote_ref" || (open === 0 && !isInline)) return [];
      const mark = meta?.["label"] === undefined ? "^[" : `[^${String(meta["label"])}]`;
      const message = open > 0 ? "A note mark is inside a link." : "A note mark is inside a note that is written ^[…].";
      const hint =
        open > 0
          ? "Write the note mark after the link."
          : "Write [^label] in place of ^[…], and the words of that note in a line by themselves: [^label]: words.";
      return [
        {
          code: "footnote-broken",
          place: isInline ? place(`^[${token.content.split("\n")[0]}`) : place(mark, token),
          message,
          hint,
        },
      ];
    });
  });
}

function findMarksWithoutNote(prose: Prose): Problem[] {
  const defined = new Set(parseMarkdown(prose).notes.defined);
  const place = createPlaceFinder(prose);
  return findTextBlocks(prose).flatMap((block) =>
    findInMarkdown(block.content, /\[\^[^\]\s]+\]/g)
      .map((mark) => mark.slice(2, -1))
      .filter((label) => !defined.has(label))
      .map((label): Problem => ({
        code: "footnote-broken",
        place: place(`[^${label}]`, block),
        message: `The note mark “${label}” has no note.`,
        hint: `Add the note at the end of the text: [^${label}]: words.`,
      })),
  );
}

function findRepeatedLabels(prose: Prose): Problem[] {
  const known = new Set<string>();
  return findDefinitions(prose).flatMap(({ label, place }): Problem[] => {
    const isRepeated = known.has(label);
    known.add(label);
    if (!isRepeated) return [];
    const message = `The label “${label}” belongs to an earlier note already.`;
    return [{ code: "footnote-broken", place, message, hint: "Give one of the two notes another label." }];
  });
}

// Returns the labels of notes, `[^label]:`, at the beginnings of lines.
function findDefinitions(prose: Prose): { label: string; place: Place }[] {
  const rows = prose.body.split("\n");
  for (const { type, map } of parseMarkdown(prose).tokens) if (type === "fence" && map) rows.fill("", ...map);
  return rows.flatMap((row, index) => {
    const label = /^ {0,3}\[\^([^\]\s]+)\]:/.exec(row)?.[1];
    const place = { file: prose.file, line: prose.bodyLine + index, column: row.search(/\S/) + 1 };
    return label === undefined ? [] : [{ label, place }];
  });
}
