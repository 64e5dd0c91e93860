import type { Token } from "./markdown-it.ts";

/** A paragraph among the tokens of a text. */
export interface ParagraphTokens {
  open: Token;
  inline: Token;
  /** The index of the token that opens it. */
  index: number;
}

/** The tokens of a paragraph: one that opens it, its words, and one that closes it. */
export const tokensOfParagraph = 3;

/** Returns the paragraphs of a text, without the lines of a list that has no empty lines between its items. */
export function listParagraphs(tokens: Token[]): ParagraphTokens[] {
  return tokens.flatMap((open, index) =>
    open.type === "paragraph_open" && !open.hidden ? [{ open, inline: tokens[index + 1]!, index }] : [],
  );
}

/** Returns whether a token has a class. */
export function hasClass(token: Token, name: string): boolean {
  return classesOf(token).includes(name);
}

/** Returns the classes of a token, written or given by a rule. */
export function classesOf(token: Token): string[] {
  return String(token.attrGet("class") ?? "")
    .split(" ")
    .filter(Boolean);
}

/** Gives a token a class, if it does not have it. */
export function addClass(token: Token, name: string): void {
  if (!hasClass(token, name)) token.attrJoin("class", name);
}

/** Returns the words of tokens inside a paragraph as text, with a line for each line that the writer ended. */
export function readTypedLines(children: Token[]): string[] {
  const text = children.map(({ type, content }) =>
    type === "hardbreak" ? "\n" : type === "softbreak" ? " " : type === "text" || type === "code_inline" ? content : "",
  );
  return text.join("").split("\n");
}
