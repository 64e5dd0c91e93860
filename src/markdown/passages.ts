import { direction, withScript } from "../language.ts";
import type { Token } from "./markdown.ts";

// Passages in another language, a word in a line or a whole block, by the tokens of markdown-it.

const code = new Set(["code_inline", "code_block", "fence"]);

/**
 * Sets the direction of each passage that names its language, by its letters, unless the writer gives one. Changes the
 * tokens.
 */
export function directPassages(blocks: Token[]): void {
  const tokens = inRow(blocks);
  for (const [index, token] of tokens.entries()) {
    const language = token.attrGet("lang");
    if (!language || token.attrGet("dir")) continue;
    const text = wordsOf(tokens.slice(index, endOf(tokens, index) + 1));
    token.attrSet("dir", direction(withScript(String(language), text)));
  }
}

/** What stands in a text in its own language: all but the passages that name another, code and addresses. */
export function ownWords(blocks: Token[]): string {
  const tokens = inRow(blocks);
  const own: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.attrGet("lang")) index = endOf(tokens, index);
    else if (!code.has(tokens[index]!.type)) own.push(tokens[index]!);
  }
  return wordsOf(own);
}

/** The tokens of a text in one row, each block's own before what stands in it. */
export function inRow(blocks: Token[]): Token[] {
  return blocks.flatMap((block) => [block, ...inRow(block.children ?? [])]);
}

function endOf(tokens: Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]!.nesting;
    if (depth <= 0) return index;
  }
  return start;
}

// Addresses have Latin letters whatever the language.
function wordsOf(tokens: Token[]): string {
  const texts = tokens.filter(({ type }) => type === "text" || code.has(type));
  return texts.map(({ content }) => content.replace(/\S*(?::\/\/|@|www\.)\S*/g, "")).join(" ");
}
