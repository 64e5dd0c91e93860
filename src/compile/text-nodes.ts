import type { Dom } from "../html/dom.ts";

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
  $.root()
    .find("*")
    .addBack()
    .contents()
    .each((_, node) => {
      if (node.type !== "text" || (except && $(node).closest(except).length > 0)) return;
      node.data = change(node.data, $(node).closest("[lang]").attr("lang") ?? language);
    });
}
