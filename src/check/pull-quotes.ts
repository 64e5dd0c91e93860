import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";
import { spellShortly, type Word } from "../words.ts";

/**
 * Checks that every pull quote repeats the running text word for word. Capitals, the marks at its edges and notes do not
 * count, and dots may stand where words are left out.
 */
export function checkPullQuotes({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => {
    const words = readStrands(prose).body.filter(({ mark }) => mark === undefined);
    const text = joinWords(words.filter(({ pullQuote }) => pullQuote === undefined));
    const quotes = new Map<number, Word[]>();
    for (const word of words)
      if (word.pullQuote !== undefined) quotes.set(word.pullQuote, [...(quotes.get(word.pullQuote) ?? []), word]);
    return [...quotes.values()].filter((quote) => !isQuoted(quote, text)).map((quote) => createProblem(prose, quote));
  });
}

function isQuoted(quote: Word[], text: string): boolean {
  let from = 0;
  return splitAtDots(quote).every((part) => {
    const words = joinWords(part);
    const at = text.indexOf(words, from);
    from = at + words.length - 1;
    return at >= 0;
  });
}

function splitAtDots(quote: Word[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const word of quote) {
    if (/^\W*\.\.\.\W*$/.test(word.key)) parts.push([]);
    else parts.at(-1)!.push(word);
  }
  return parts.filter(({ length }) => length > 0);
}

// Each word is between spaces, so that no part of a word is found.
function joinWords(words: Word[]): string {
  const keys = words.map(({ key }) => key.toLowerCase().replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ""));
  return ` ${keys.filter(Boolean).join(" ")} `;
}

function createProblem({ file }: Prose, quote: Word[]): Problem {
  const { line, column } = quote[0]!;
  return {
    code: "pull-quote-wrong",
    place: { file, line, column },
    message: `The text does not have the words of the pull quote in this order: “${spellShortly(quote)}”.`,
    hint: "Copy them from the text, with … where you leave words out. What stands nowhere else is no pull quote.",
  };
}
