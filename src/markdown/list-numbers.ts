import type { MarkdownIt, Token } from "./markdown-it.ts";

/**
 * Adds a rule to markdown-it that numbers the items of ordered lists, in `meta.number` of each `list_item_open`. A list
 * in which every item has the same number, such as 1. 1. 1., is counted from that number, as in CommonMark. In any other
 * list each item keeps the number that was typed, because the text may refer to it.
 */
export function addListNumbers(md: MarkdownIt): void {
  md.core.ruler.push("numbers", ({ tokens }) => {
    // The items of each list that is open at this point, outermost list first.
    const lists: Token[][] = [];
    for (const token of tokens) {
      if (/^(?:ordered|bullet)_list_open$/.test(token.type)) lists.push([]);
      else if (token.type === "list_item_open") lists.at(-1)!.push(token);
      else if (token.type === "bullet_list_close") lists.pop();
      else if (token.type === "ordered_list_close") numberItems(lists.pop()!);
    }
  });
}

function numberItems(items: Token[]): void {
  const typed = items.map(({ info }) => Number(info));
  const isOneNumber = typed.every((number) => number === typed[0]);
  const numbers = isOneNumber ? typed.map((number, index) => number + index) : typed;
  for (const [index, item] of items.entries()) {
    item.meta = { number: numbers[index] };
    if (index > 0 && numbers[index] !== numbers[index - 1]! + 1) item.attrSet("value", String(numbers[index]));
  }
}
