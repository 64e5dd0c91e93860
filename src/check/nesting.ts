import { parseMarkdown } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";

// The most levels of lists and quotations inside each other. Each level indents the text by 1.2 em. On DL, the
// narrowest page, twelve levels leave room for words of about twenty letters; twenty levels leave no room at all, and
// words would run off the page.
const mostLevels = 12;

// The most levels of emphasis, links and passages inside each other. Nobody writes more than a few; thousands, as of
// asterisks in a row, end every program that follows them.
const mostInlineLevels = 20;

/**
 * Checks that lists and quotations are not nested deeper than a page has room for, and emphasis not beyond all sense.
 */
export function checkNesting({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => [...findTooDeep(prose), ...findTooDeepInline(prose)]);
}

function findTooDeepInline(prose: Prose): Problem[] {
  return parseMarkdown(prose).tokens.flatMap(({ children, map }): Problem[] => {
    let [depth, deepest] = [0, 0];
    for (const { nesting } of children ?? []) {
      depth += nesting;
      deepest = Math.max(deepest, depth);
    }
    if (deepest <= mostInlineLevels) return [];
    return [
      {
        code: "nested-deep",
        place: { file: prose.file, line: prose.bodyLine + (map?.[0] ?? 0), column: 1 },
        message: `Emphasis is nested ${deepest} levels deep here, and the most is ${mostInlineLevels}.`,
        hint: "If the asterisks or underscores themselves are meant, write \\* and \\_.",
      },
    ];
  });
}

// Reports the first block that is too deep, and none of those beside or inside it until nesting has ended.
function findTooDeep(prose: Prose): Problem[] {
  const problems: Problem[] = [];
  let depth = 0;
  let isReported = false;
  for (const { type, map } of parseMarkdown(prose).tokens) {
    if (/^(?:bullet_list|ordered_list|blockquote)_open$/.test(type)) depth++;
    if (/^(?:bullet_list|ordered_list|blockquote)_close$/.test(type)) depth--;
    if (depth === 0) isReported = false;
    if (depth <= mostLevels || isReported) continue;
    isReported = true;
    const block = type.startsWith("blockquote") ? "quotation" : "list";
    problems.push({
      code: "nested-deep",
      place: { file: prose.file, line: prose.bodyLine + (map?.[0] ?? 0), column: 1 },
      message: `This ${block} is nested ${depth} levels deep, but a printed page has room for ${mostLevels}.`,
      hint: "Take what is inside it out, and write it after the outer list or quotation.",
    });
  }
  return problems;
}
