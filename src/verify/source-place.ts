import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Place } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { splitWords } from "../words.ts";
import { splitIntoUnits } from "./units.ts";

/**
 * Finds what a character of a document was made from: returns its place in the file of the text. `offset` is where the
 * character is in the document. Above the running text the place is that of the title, below it that of the source. In
 * the running text it is that of the word, which is found by counting the characters before it.
 */
export function findSourcePlace(prose: Prose, document: string, offset: number): Place {
  const before = document.slice(0, startOfTag(document, offset));
  const classes = valuesOf(before, "[class]", "class");
  if (!classes.includes("prose")) return prose.at("title");
  if (classes.includes("provenance")) return prose.at("source");
  const { body, notes } = readStrands(prose);
  const units = splitIntoUnits([...body, ...notes.flat()], "character");
  const passed = splitIntoUnits(splitWords(textOf(before, ".prose")), "character").length;
  const { line, column } = units[Math.min(passed, units.length - 1)]?.word ?? { line: prose.bodyLine, column: 1 };
  return { file: prose.file, line, column };
}

// Returns the offset of the tag around `offset`, or `offset` if it is not inside a tag. A document that ends with half
// a tag would be read as if that were text.
function startOfTag(document: string, offset: number): number {
  const opened = document.lastIndexOf("<", offset);
  return opened > document.lastIndexOf(">", offset - 1) ? opened : offset;
}
