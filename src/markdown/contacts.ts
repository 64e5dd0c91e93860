import type { MarkdownIt, Token } from "./markdown-it.ts";

/** The class of a block that is nothing but links, addresses and telephone numbers. */
export const contactClass = "contacts";

const webAddress = String.raw`(?:https?://|www\.)\S+|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?![\p{L}\d])(?:/\S*)?`;
const mailAddress = String.raw`\S+@\S+\.\S+`;
// It has at least six digits and begins with 0 or +. A date is none.
const telephoneNumber = String.raw`(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?<!\d)(?:\+|\(?0)(?:[ ()/.-]*\d){5,}`;
const address = new RegExp(`${mailAddress}|${webAddress}|${telephoneNumber}`, "giu");

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
  let links = 0;
  let around = "";
  for (const { type, content } of children ?? []) {
    if (type === "link_open") links += 1;
    if (type === "link_open" || type === "link_close") depth += type === "link_open" ? 1 : -1;
    else if (type === "image" && depth === 0) return false;
    else if (type === "softbreak" || type === "hardbreak") around += "\n";
    else if (depth === 0) around += content;
  }
  const rest = around.replace(address, () => {
    links += 1;
    return "";
  });
  return links > 0 && rest.split("\n").every((line) => (line.match(/[\p{L}\p{N}]+/gu) ?? []).length <= most);
}
