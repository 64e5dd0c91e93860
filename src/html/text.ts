import { parseDocument, type Dom, type Nodes } from "./dom.ts";
import { readItemNumbers } from "./list-numbers.ts";

/**
 * Returns the text of the elements that `selector` matches in a document, as a screen reader reads it: with a space at
 * the edges of blocks, note marks as `[1]` and the numbers of list items. Scripts, style sheets and the elements that
 * `except` matches are left out.
 */
export function textOf(html: string, selector: string, except?: string): string {
  const $ = parseDocument(html);
  const part = $(selector);
  if (except) part.find(except).remove();
  part.find("script, style").replaceWith(" ");
  part.find(".noteref, .note-number").each((_, element) => {
    $(element).replaceWith(` [${$(element).text().trim()}] `);
  });
  part.find("ol:not(.contents-list)").each((_, list) => {
    for (const { item, number } of readItemNumbers($, $(list), "en")) item.prepend(`${number} `);
  });
  part
    .find(
      "br, p, li, div, h1, h2, h3, h4, h5, h6, blockquote, tr, td, th, aside, section, figure, figcaption, dt, dd, pre",
    )
    .each((_, element) => {
      $(element).before(" ").prepend(" ").append(" ").after(" ");
    });
  return part.text();
}

/** Returns the running text of the elements that `selector` matches: without notes and note marks. */
export function runningTextOf(html: string, selector: string): string {
  const $ = parseDocument(html);
  return [...runningNodes($, $(selector))].map((node) => (node.type === "text" ? node.data : "")).join("");
}

/** Yields the text nodes and the images of the running text, in order: without notes and note marks. */
export function* runningNodes($: Dom, nodes: Nodes): Generator<Nodes[number]> {
  for (const node of nodes.toArray()) {
    if (node.type === "text" || $(node).is("img")) yield node;
    else if (!$(node).is(".noteref, .notes")) yield* runningNodes($, $(node).contents());
  }
}
