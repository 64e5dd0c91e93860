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
