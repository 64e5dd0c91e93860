import type { Tag } from "./structure.ts";

// Reads what src/layout/in-page/tag-hints.ts has written into the languages of the tags: `en-GB-x-note-3`.

/** What an element is, and a number that all its parts share; of a link, its index among all links. */
export interface Hint {
  name: string;
  number: number;
}

/** The hints that were taken out of the languages. */
const takenHints = new WeakMap<Tag, Hint>();

/** Returns the hint of a tag, also after it was taken out of the language. */
export function hintOf(tag: Tag): Hint | undefined {
  const [, name, number] = /-x-([a-z]+)-(\d+)$/.exec(tag.language ?? "") ?? [];
  return name === undefined ? takenHints.get(tag) : { name, number: Number(number) };
}

/** Takes the hint out of a tag's language, and gives the tag the type that the hint names. */
export function takeHint(tag: Tag): void {
  const hint = hintOf(tag);
  if (!hint) return;
  takenHints.set(tag, hint);
  tag.type = types[hint.name] ?? tag.type;
  tag.language = tag.language?.replace(/-x-.*$/, "");
}

// The hint `part` is not here: such a tag keeps the type that Chromium has given it.
const types: Record<string, string> = {
  sect: "Sect",
  art: "Art",
  toc: "TOC",
  toci: "TOCI",
  l: "L",
  li: "LI",
  lbl: "Lbl",
  lbody: "LBody",
  note: "Note",
  caption: "Caption",
  quote: "BlockQuote",
  table: "Table",
  tr: "TR",
  th: "TH",
  td: "TD",
  p: "P",
  div: "Div",
  span: "Span",
  link: "Link",
  mark: "Reference",
};
