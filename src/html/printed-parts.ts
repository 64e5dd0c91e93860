import { parseDocument, type Nodes } from "./dom.ts";
import { readItemNumbers } from "./list-numbers.ts";

/**
 * A piece of a printed document. `part` is the id of the innermost element around it that has one. A piece is either
 * characters, the number of a list item, the place of a text, or the place of a page number with the id of the element
 * whose page it names.
 */
type PrintedPart = { part: string } & ({ text: string } | { item: string } | { prose: true } | { pageOf: string });

/** Returns what a compiled document prints, in reading order, without running heads and drawings. */
export function readPrintedParts(html: string): PrintedPart[] {
  const $ = parseDocument(html);
  const lists = $("ol:not(.contents-list)")
    .toArray()
    .flatMap((list) => readItemNumbers($, $(list) as Nodes, "en"));
  const numbers = new Map(lists.map(({ item, number }) => [item[0]!, number]));
  const read = (contents: Nodes, part: string): PrintedPart[] =>
    contents.toArray().flatMap((node): PrintedPart[] => {
      if (node.type === "text") return node.data.trim() === "" ? [] : [{ part, text: node.data }];
      if (!("attribs" in node) || $(node).is("script, style, svg, .running-head")) return [];
      const { id, "data-page-of": pageOf } = node.attribs;
      if (pageOf !== undefined) return [{ part, pageOf }];
      if ($(node).is(".prose")) return [{ part, prose: true }];
      const item = numbers.get(node);
      return [...(item === undefined ? [] : [{ part, item }]), ...read($(node).contents(), id ?? part)];
    });
  return read($("body").contents(), "");
}
