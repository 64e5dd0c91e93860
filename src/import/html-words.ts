import type { Dom, Nodes } from "../html/dom.ts";
import { cleanText } from "./document.ts";

/** What a reader of a page does not see, or does not take for words of its text. */
export const unread =
  "script, style, noscript, template, head, iframe, object, svg, nav, form, button, select, dialog, " +
  "[hidden], [aria-hidden=true], data.notice";

const blocks = new Set(
  (
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer " +
    "h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/**
 * Returns the words of a page, a line for each block. Notes stand at the end, in the order of their first marks, and are
 * numbered in this order.
 */
export function readHtmlWords($: Dom, root: Nodes): string {
  const lines = [""];
  const keys: string[] = [];
  const read = (nodes: Nodes) => {
    for (const node of nodes.toArray()) {
      if (node.type === "text") lines[lines.length - 1] += cleanText(node.data).replaceAll("\n", " ");
      if (!("attribs" in node)) continue;
      const element = $(node) as Nodes;
      const key = element.attr("data-note");
      if (key && element.is("sup")) {
        if (!keys.includes(key)) keys.push(key);
        lines[lines.length - 1] += `[${keys.indexOf(key) + 1}]`;
      }
      if (key || element.is(unread)) continue;
      const isBlock = blocks.has((node as { name: string }).name);
      if (isBlock) lines.push("");
      read(element.contents() as Nodes);
      if (isBlock) lines.push("");
    }
  };
  read(root);
  // A note may refer to another, whose key is then added while the loop runs.
  for (const key of keys) {
    lines.push("");
    read($(`aside[data-note="${key}"]`).contents() as Nodes);
  }
  return lines
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
