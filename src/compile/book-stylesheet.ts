import type { Publication } from "../publication.ts";
import { stylesheet } from "./stylesheets.ts";

/**
 * The style sheet of the EPUB. It brings the fonts of the scripts that a reader's own may lack, without the weight of
 * which titles are printed: a book's titles are bold, no more.
 */
export function bookSheet(publication: Publication): string {
  return stylesheet(["epub"], publication).replace(/@font-face \{[^}]*font-weight: 900;[^}]*\}\n*/g, "");
}
