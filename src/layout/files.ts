import type { Publication } from "../publication.ts";
import { fontsOf, readFont } from "../compile/stylesheets.ts";
import type { Files } from "./browser.ts";

/**
 * Returns what a printed document may load: the documents and stylesheets of its family, the fonts that they name, the
 * publication’s images.
 */
export function collectPrintFiles(publication: Publication, documents: Map<string, string>): Files {
  const files: Files = new Map(documents);
  const sheets = [...documents].filter(([path]) => path.endsWith(".css"));
  for (const font of sheets.flatMap(([, css]) => fontsOf(css)))
    files.set(`fonts/${font}`, readFont(font, publication.faces));
  for (const { name, bytes } of publication.images) files.set(name, bytes);
  return files;
}
