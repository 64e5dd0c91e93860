import { parse } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";

// Each level sets the text in by 1.2 em. On DL, the narrowest page, twelve of them leave room for words of some twenty
// letters; from twenty on nothing is left of the column, and words would go off the page.
const most = 12;

/** Lists and quotations are inside each other as far as a page has room for. */
export function nesting({ texts }: Draft): Problem[] {
  return texts.flatMap(tooDeep);
}

// What is nested in one another is told once, where it becomes too much.
function tooDeep(prose: Prose): Problem[] {
  const problems: Problem[] = [];
  let depth = 0;
  let told = false;
  for (const { type, map } of parse(prose).tokens) {
    if (/^(?:bullet_list|ordered_list|blockquote)_open$/.test(type)) depth++;
    if (/^(?:bullet_list|ordered_list|blockquote)_close$/.test(type)) depth--;
    if (depth === 0) told = false;
    if (depth <= most || told) continue;
    told = true;
    const what = type.startsWith("blockquote") ? "quotation" : "list";
    problems.push({
      code: "nested-deep",
      place: { file: prose.file, line: prose.bodyLine + (map?.[0] ?? 0), column: 1 },
      message: `this ${what} stands ${depth} levels deep, and a printed page has room for ${most}`,
      hint: "Set what is inside it as a list or a quotation of its own, after the other.",
    });
  }
  return problems;
}
