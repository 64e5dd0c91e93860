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

/** The rules for a publication. Each is a pure function: it uses neither disk, clock nor console. */
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

/** Returns every problem with a draft, sorted by place. */
export function check(draft: Draft): Problem[] {
  return inOrder(rules.flatMap((rule) => rule(draft)));
}
