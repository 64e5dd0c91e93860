import { isElement } from "./dom.ts";
import type { HandlerClass } from "./pagedjs.d.ts";

/**
 * Makes the handler that repeats the head of a table on each page on which the table goes on. The head is put there
 * before the first row, so that paged.js measures the page with it. It has the attribute `data-repeated`; it is no part
 * of the text, and so it has neither links nor marks of notes.
 */
export function repeatHeads(Handler: HandlerClass): HandlerClass {
  return class TableHeads extends Handler {
    override renderNode(rendered: Node, source: Node): void {
      const table = findTable(rendered);
      const head = findTable(source)?.tHead;
      if (table?.dataset["splitFrom"] && !table.tHead && head?.matches("[data-repeat]")) table.prepend(copyHead(head));
    }
  };
}

function findTable(node: Node): HTMLTableElement | undefined | null {
  return (isElement(node) ? node : node.parentElement)?.closest("table");
}

function copyHead(head: HTMLElement): HTMLElement {
  const copy = head.cloneNode(true) as HTMLElement;
  copy.dataset["repeated"] = "";
  for (const mark of copy.querySelectorAll(".noteref, .footnote, [data-footnote-call]")) mark.remove();
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  // What paged.js finds by these is the head itself.
  for (const element of [copy, ...copy.querySelectorAll<HTMLElement>("*")]) {
    element.removeAttribute("id");
    delete element.dataset["id"];
    delete element.dataset["ref"];
  }
  return copy;
}
