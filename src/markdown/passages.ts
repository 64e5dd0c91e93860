import { directionOf, addScript } from "../language.ts";
import type { MarkdownIt, Token } from "./markdown-it.ts";

// Passages in another language than the text: some words in a line or a whole block, marked with `{: lang=fa }`.

const codeTypes = new Set(["code_inline", "code_block", "fence"]);

/**
 * Adds a rule to markdown-it that sets `dir` on each passage that names its language, by the script of its letters. A
 * direction that the writer gives stays.
 */
export function addDirections(md: MarkdownIt): void {
  md.core.ruler.push("direction", (state) => {
    const tokens = flattenTokens(state.tokens);
    for (const [index, token] of tokens.entries()) {
      const language = token.attrGet("lang");
      if (!language || token.attrGet("dir")) continue;
      const passage = tokens.slice(index, indexOfEnd(tokens, index) + 1);
      token.attrSet("dir", directionOf(addScript(String(language), readText(passage))));
    }
  });
}

/** Returns what is in a text's own language: all of it but passages in another language, code and addresses. */
export function readOwnText(blocks: Token[]): string {
  const tokens = flattenTokens(blocks);
  const own: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.attrGet("lang")) index = indexOfEnd(tokens, index);
    else if (!codeTypes.has(tokens[index]!.type)) own.push(tokens[index]!);
  }
  return readText(own);
}

/** Returns the tokens of a text in one list, with the children of each block after the block itself. */
export function flattenTokens(blocks: Token[]): Token[] {
  return blocks.flatMap((block) => [block, ...flattenTokens(block.children ?? [])]);
}

// Returns the index of the token that closes an element; that of the token itself if it opens none.
function indexOfEnd(tokens: Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]!.nesting;
    if (depth <= 0) return index;
  }
  return start;
}

// Leaves addresses out: they have Latin letters in every language.
function readText(tokens: Token[]): string {
  const texts = tokens.filter(({ type }) => type === "text" || codeTypes.has(type));
  const withoutAddresses = ({ content }: Token) =>
    content.replace(/\S+/g, (word) => (/:\/\/|@|www\./.test(word) ? "" : word));
  return texts.map(withoutAddresses).join(" ");
}
