import { inOrder, type Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { attributes } from "./attributes.ts";
import { emptyTexts } from "./empty.ts";
import { images } from "./images.ts";
import { languages } from "./languages.ts";
import { links } from "./links.ts";
import { htmlInMarkdown } from "./markup.ts";
import { nesting } from "./nesting.ts";
import { notes } from "./notes.ts";
import { verbatim } from "./verbatim.ts";

/** The rules that a publication is held to, each pure: no disk, no clock, no console. */
export const rules: ((draft: Draft) => Problem[])[] = [
  emptyTexts,
  htmlInMarkdown,
  attributes,
  languages,
  nesting,
  links,
  images,
  notes,
  verbatim,
];

/** Every problem with what could be read of a publication, in reading order. */
export function check(draft: Draft): Problem[] {
  return inOrder(rules.flatMap((rule) => rule(draft)));
}
