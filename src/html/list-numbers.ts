import { formatInteger } from "../locale-format.ts";
import type { Dom, Nodes } from "./dom.ts";

/**
 * Returns the items of an ordered list, each with its number as a reader sees it, “4.”. The digits are those of the
 * nearest `lang` attribute, or else of `language`.
 */
export function readItemNumbers($: Dom, list: Nodes, language: string): { item: Nodes; number: string }[] {
  const digits = list.closest("[lang]").attr("lang") ?? language;
  let number = Number(list.attr("start") ?? 1) - 1;
  return list
    .children()
    .toArray()
    .map((element) => {
      const item = $(element) as Nodes;
      number = Number(item.attr("value") ?? number + 1);
      return { item, number: `${formatInteger(number, digits)}.` };
    });
}
