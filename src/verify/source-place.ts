import { textOf } from "../html/text.ts";
import { valuesOf } from "../html/select.ts";
import { strands } from "../markdown/strands.ts";
import type { Place } from "../problem.ts";
import type { Prose } from "../publication.ts";
import { words } from "../words.ts";
import { unitsOf } from "./weave.ts";

/**
 * The place in a text's file of what stands at `offset` in a document made from it: the word there, found by how many
 * letters precede it; above the text its title, below it its source.
 */
export function madeFrom(prose: Prose, document: string, offset: number): Place {
  // Cut inside a tag, the document would hold half of one.
  const cut =
    document.lastIndexOf("<", offset) > document.lastIndexOf(">", offset - 1)
      ? document.lastIndexOf("<", offset)
      : offset;
  const before = document.slice(0, cut);
  const classes = valuesOf(before, "[class]", "class");
  if (!classes.includes("prose")) return prose.at("title");
  if (classes.includes("provenance")) return prose.at("source");
  const { body, notes } = strands(prose);
  const units = unitsOf([...body, ...notes.flat()], "letter");
  const passed = unitsOf(words(textOf(before, ".prose")), "letter").length;
  const { line, column } = units[Math.min(passed, units.length - 1)]?.word ?? { line: prose.bodyLine, column: 1 };
  return { file: prose.file, line, column };
}
