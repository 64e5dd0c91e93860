import type { Dom, Nodes } from "../html/dom.ts";
import { replaceInText } from "./text-nodes.ts";

/** A word of capitals alone, with figures after them and the ending of a plural: NATO, MI6, NGOs. */
const capitals = String.raw`(?<![\p{L}\p{N}])\p{Lu}{2,}\p{N}*(?=s?(?![\p{L}\p{N}]))`;
const runOfCapitals = new RegExp(`${capitals}(?:\\s+${capitals})*`, "gu");

/** So many words of capitals in a row are a sentence in capitals, and no acronyms. */
const fewestInSentence = 3;

/** Marks the acronyms of a text, which the style sheets set in small capitals. Headings and code stay as they are. */
export function markAcronyms($: Dom): void {
  const markIn = (nodes: Nodes[number][]): void => {
    for (const node of nodes) {
      if (node.type === "text")
        replaceInText($, node, runOfCapitals, (found, textOf) => {
          const words = found.split(/(\s+)/);
          if (words.length >= 2 * fewestInSentence - 1) return [textOf(found)];
          return words.map((word, index) =>
            index % 2 === 0 ? $('<span class="acronym"></span>').text(word).get(0)! : textOf(word),
          );
        });
      else if ("attribs" in node && !$(node).is("h1, h2, h3, h4, h5, h6, code, pre, a")) markIn([...node.children]);
    }
  };
  markIn($.root().contents().toArray());
}
