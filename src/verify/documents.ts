import { compile } from "../compile/eleventy.ts";
import type { Publication } from "../publication.ts";

/** The documents that are printed, compiled, by path. */
export type Documents = () => Promise<Map<string, string>>;

/** The same, compiled when they are first asked for. */
export function compiledOnce(publication: Publication): Documents {
  let documents: ReturnType<Documents> | undefined;
  return () => (documents ??= compile(publication, "print"));
}
