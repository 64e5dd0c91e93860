import type { MarkdownIt, Token } from "./markdown-it.ts";
import { addClass, classesOf, hasClass } from "./paragraphs.ts";

/** The class of a quotation that is a slip to cut off. */
const slipClass = "slip";

/**
 * Adds a rule to markdown-it that gives the class of a slip to the whole quotation. Written after a quotation that ends
 * with a list, it would belong to the list alone.
 */
export function addSlips(md: MarkdownIt): void {
  md.core.ruler.push("slips", ({ tokens }) => {
    const quotations: Token[] = [];
    for (const token of tokens) {
      const quotation = quotations.at(-1);
      if (token.type === "blockquote_open") quotations.push(token);
      else if (token.type === "blockquote_close") quotations.pop();
      else if (quotation && hasClass(token, slipClass)) {
        const others = classesOf(token).filter((name) => name !== slipClass);
        token.attrs = token.attrs!.filter(([key]) => key !== "class");
        for (const name of others) addClass(token, name);
        addClass(quotation, slipClass);
      }
    }
  });
}
