import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Place } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { splitWords } from "../words.ts";
import { splitIntoUnits } from "./units.ts";

/**
 * Returns the place in the file of a text which the character at `offset` of a document made from it comes from: the
 * title for what is above the running text, the source for what is below it, else the word, which is found by counting
 * the characters before it.
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

// Half a tag at the end of a document would be read as text. Returns the offset of the tag that has `offset` inside it,
// or else `offset`.
function startOfTag(document: string, offset: number): number {
  const opened = document.lastIndexOf("<", offset);
  return opened > document.lastIndexOf(">", offset - 1) ? opened : offset;
}
