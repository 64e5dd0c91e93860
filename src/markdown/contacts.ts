import type { MarkdownIt, Token } from "./markdown-it.ts";

/** The class of a block that is nothing but links, addresses and telephone numbers. */
export const contactClass = "contacts";

/** Matches a word that is a web address, a mail address or the name of a host. */
const address =
  /^[\p{Ps}\p{Pi}<]?(?:https?:\/\/|www\.|[^@]+@[^@]+\.|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?![\p{L}\d@-]))/iu;

// At least six digits of which the first is 0, or after a plus; but a date is none.
const telephone = /(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?<![\d./-])(?:\+|\(?0)(?:[ ()/.-]*\d){5,}/g;

/** The most words in a line that name what an address is, as in “Bookings and press: name@example.org”. Chosen by eye. */
const mostWords = 5;

/**
 * Adds a rule to markdown-it that gives a class to each list whose items are nothing but links and addresses, and to
 * each paragraph, outside a list, that is nothing else. A few words may say what an address in a list is.
 */
export function addContacts(md: MarkdownIt): void {
  md.core.ruler.push("contacts", ({ tokens }) => {
    // The lists that are open at this point, outermost first, each with its blocks of words.
    const lists: { open: Token; blocks: Token[] }[] = [];
    for (const [index, token] of tokens.entries()) {
      if (/^(?:ordered|bullet)_list_open$/.test(token.type)) lists.push({ open: token, blocks: [] });
      else if (/^(?:ordered|bullet)_list_close$/.test(token.type)) markIf(lists.pop()!, mostWords);
      else if (token.type === "inline" && lists.length > 0) lists.at(-1)!.blocks.push(token);
      else if (token.type === "inline" && tokens[index - 1]?.type === "paragraph_open")
        markIf({ open: tokens[index - 1]!, blocks: [token] }, 0);
    }
  });
}

/** Whether a token opens a block that is nothing but links and addresses. */
export function isContactBlock(token: Token): boolean {
  return String(token.attrGet("class") ?? "")
    .split(" ")
    .includes(contactClass);
}

function markIf({ open, blocks }: { open: Token; blocks: Token[] }, most: number): void {
  if (blocks.length > 0 && blocks.every((block) => isContact(block, most))) open.attrJoin("class", contactClass);
}

function isContact({ children }: Token, most: number): boolean {
  let depth = 0;
  let isFound = false;
  let around = "";
  for (const { type, content } of children ?? []) {
    if (type === "link_open") isFound = true;
    if (type === "link_open" || type === "link_close") depth += type === "link_open" ? 1 : -1;
    else if (type === "image" && depth === 0) return false;
    else if (type === "softbreak" || type === "hardbreak") around += "\n";
    else if (depth === 0) around += content;
  }
  const others = around.replace(telephone, "");
  const lines = others.split("\n").map((line) => line.match(/\S+/g) ?? []);
  isFound ||= others !== around || lines.flat().some((word) => address.test(word));
  const isOther = (word: string) => /[\p{L}\p{N}]/u.test(word) && !address.test(word);
  return isFound && lines.every((words) => words.filter(isOther).length <= most);
}
