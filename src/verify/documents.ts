import { compile } from "../compile/eleventy.ts";
import type { EditionName } from "../edition-names.ts";
import type { Publication } from "../publication.ts";

/** Returns the compiled documents of the family print, by path. */
export type Documents = () => Promise<Map<string, string>>;

/** Returns a function that compiles the documents of editions when it is first called, and never again. */
export function compileOnce(publication: Publication, editions?: EditionName[]): Documents {
  let documents: ReturnType<Documents> | undefined;
  return () => (documents ??= compile(publication, "print", [], editions));
}
