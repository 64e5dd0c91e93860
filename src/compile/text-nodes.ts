import type { Dom, Nodes } from "../html/dom.ts";

/**
 * Changes the text nodes of a fragment. `change` is called with a node's text and its language: that of the nearest
 * `lang` attribute, or else `language`. Text inside elements that the CSS selector `except` matches stays as it is.
 */
export function changeText(
  $: Dom,
  language: string,
  except: string | undefined,
  change: (text: string, language: string) => string,
): void {
  const excepted = new Set<Nodes[number]>(except ? $(except).toArray() : []);
  const changeInside = (nodes: Nodes[number][], language: string): void => {
    for (const node of nodes) {
      if (node.type === "text") node.data = change(node.data, language);
      else if ("attribs" in node && !excepted.has(node)) changeInside(node.children, node.attribs["lang"] ?? language);
    }
  };
  changeInside($.root().contents().toArray(), language);
}

type Text = Extract<Nodes[number], { type: "text" }>;

/** Replaces the matches of a pattern in a text node by other nodes. `textOf` makes text nodes. */
export function replaceInText(
  $: Dom,
  node: Text,
  pattern: RegExp,
  write: (found: string, textOf: (text: string) => Text) => Nodes[number][],
): void {
  const textOf = (text: string) => {
    const copy = $(node).clone().get(0)!;
    copy.data = text;
    return copy;
  };
  const parts: Nodes[number][] = [];
  let end = 0;
  for (const { 0: found, index } of node.data.matchAll(pattern)) {
    parts.push(textOf(node.data.slice(end, index)), ...write(found, textOf));
    end = index + found.length;
  }
  if (parts.length > 0) $(node).replaceWith($([...parts, textOf(node.data.slice(end))].filter(isShown)));
}

function isShown(node: Nodes[number]): boolean {
  return node.type !== "text" || node.data !== "";
}
