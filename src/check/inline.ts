import { parse, type Token } from "../markdown/parse.ts";
import type { Prose } from "../publication.ts";

/** The blocks of running text, each with its Markdown in `content` and what stands in it in `children`. */
export function blocks(prose: Prose): Token[] {
  return parse(prose).tokens.filter(({ type }) => type === "inline");
}
