import { parse, type Token } from "../markdown/parse.ts";
import type { Prose } from "../publication.ts";

/** Returns the blocks of running text: each has its Markdown in `content`, and its inline tokens in `children`. */
export function blocks(prose: Prose): Token[] {
  return parse(prose).tokens.filter(({ type }) => type === "inline");
}
