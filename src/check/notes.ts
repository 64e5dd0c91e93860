import { parse } from "../markdown.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";
import { blocks } from "./inline.ts";
import { inMarkdown, placesIn } from "./place.ts";

/** Every note has its mark in the text, and every mark its note, once. */
export function notes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => [...withoutMark(prose), ...withoutNote(prose), ...twice(prose)]);
}

function withoutMark(prose: Prose): Problem[] {
  const { defined, used } = parse(prose).notes;
  const place = placesIn(prose);
  return defined
    .filter((label) => !used.includes(label))
    .map((label) => ({
      code: "footnote-broken",
      place: place(`[^${label}]:`),
      message: `no mark in the text leads to the note "${label}", so it would be lost`,
      hint: `Set [^${label}] where the note belongs.`,
    }));
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
    const label = code.some(([first, end]) => index >= first && index < end) ? undefined : /^ {0,3}\[\^([^\]\s]+)\]:/.exec(row)?.[1];
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
