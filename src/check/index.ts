import { sortProblems, type Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { checkAttributes } from "./attributes.ts";
import { checkCover } from "./cover.ts";
import { findEmptyTexts } from "./empty.ts";
import { checkImages } from "./images.ts";
import { checkLanguages } from "./languages.ts";
import { checkLinks } from "./links.ts";
import { findHtml } from "./markup.ts";
import { checkNesting } from "./nesting.ts";
import { checkNotes } from "./notes.ts";
import { checkPullQuotes } from "./pull-quotes.ts";
import { checkVerbatim } from "./verbatim.ts";

/** The rules for a publication. Each is a pure function: it uses neither disk, clock nor console. */
export const rules: ((draft: Draft) => Problem[])[] = [
  findEmptyTexts,
  findHtml,
  checkAttributes,
  checkLanguages,
  checkNesting,
  checkLinks,
  checkImages,
  checkCover,
  checkNotes,
  checkPullQuotes,
  checkVerbatim,
];

/** Returns every problem with a draft, sorted by place. */
export function check(draft: Draft): Problem[] {
  return sortProblems(rules.flatMap((rule) => rule(draft)));
}
