import { parseMarkdown, type Token } from "../markdown/parse.ts";
import type { Prose } from "../publication.ts";

/** Returns the blocks of running text: each has its Markdown in `content`, and its inline tokens in `children`. */
export function findTextBlocks(prose: Prose): Token[] {
  return parseMarkdown(prose).tokens.filter(({ type }) => type === "inline");
}
