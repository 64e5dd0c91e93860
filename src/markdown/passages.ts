import { addScript, directionOf, findOtherScript, hasRightToLeftLetter, scriptOf } from "../language.ts";
import type { MarkdownIt, Token } from "./markdown-it.ts";

// Passages in another language than the text: some words in a line or a whole block. They are marked with `{: lang=fa }`,
// or their letters tell it.

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

/** What an unmarked passage can be: an element of which all words are in another language. */
const blockTypes = new Set([
  "paragraph_open",
  "heading_open",
  "blockquote_open",
  "bullet_list_open",
  "ordered_list_open",
  "table_open",
]);

/** Scripts that have italics, in which the same letters of another text are emphasised. */
const scriptsWithItalics = ["Latn", "Cyrl", "Grek"];

/**
 * Adds a rule to markdown-it that marks passages that nobody has marked: a block of which the first letter and most
 * others run in another direction than those of the text, and emphasised words in letters that have italics, in a text
 * whose letters have none. The letters do not tell the language, so the tag names the script alone: `und-Latn`. The
 * environment has the language of the text in `language`; without it nothing is marked.
 */
export function addUnmarkedPassages(md: MarkdownIt): void {
  md.core.ruler.push("unmarked passages", (state) => {
    if (!state.env?.["language"]) return;
    const languages = [String(state.env["language"])];
    const tokens = flattenTokens(state.tokens);
    for (const [index, token] of tokens.entries()) {
      if (token.nesting === 1) {
        if (!token.attrGet("lang")) markPassage(tokens, index, languages.at(-1)!);
        languages.push(String(token.attrGet("lang") ?? languages.at(-1)));
      } else if (token.nesting === -1) languages.pop();
    }
  });
}

function markPassage(tokens: Token[], index: number, language: string): void {
  const { type } = tokens[index]!;
  if (type !== "em_open" && !blockTypes.has(type)) return;
  const text = readOwn(tokens.slice(index, indexOfEnd(tokens, index) + 1));
  const script = type === "em_open" ? findItalicScript(language, text) : findOtherScript(language, text);
  if (!script) return;
  const tag = `und-${script}`;
  const [firstLetter] = /\p{L}/u.exec(text)!;
  if (hasRightToLeftLetter(firstLetter) === (directionOf(tag) === "rtl")) tokens[index]!.attrSet("lang", tag);
}

// Returns the script of words of which all letters have italics, if those of a language have none.
function findItalicScript(language: string, text: string): string | undefined {
  if (scriptsWithItalics.includes(scriptOf(language) ?? "Latn")) return undefined;
  const letters = text.match(/\p{L}/gu) ?? [];
  return scriptsWithItalics.find((script) => {
    const ofScript = new RegExp(`\\p{Script=${script}}`, "u");
    return letters.length > 0 && letters.every((letter) => ofScript.test(letter));
  });
}

/** Returns the tags of the passages of a text that were marked by their letters: `und-Latn`. */
export function listUnmarkedLanguages(tokens: Token[]): string[] {
  const tags = flattenTokens(tokens).map((token) => String(token.attrGet("lang") ?? ""));
  return [...new Set(tags.filter((tag) => tag.startsWith("und-")))];
}

/** Returns what is in a text's own language: all of it but passages in another language, code and addresses. */
export function readOwnText(blocks: Token[]): string {
  return readOwn(flattenTokens(blocks));
}

function readOwn(tokens: Token[]): string {
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
