import type { MarkdownIt, Token } from "./markdown-it.ts";
import { beginsWithTime, readTime } from "./times.ts";

/** The columns that the style sheets have for times, each with the most characters that have room in it. */
const columns: [most: number, name: string][] = [
  [5, "times-short"],
  [9, "times-medium"],
  [13, "times-long"],
  [Infinity, "times-longest"],
];

/**
 * Adds a rule to markdown-it that makes a programme of a list of which every item begins with a time: the list gets the
 * class `programme`, and each time is put into a `span` of the class `time`. A list to which the writer gives that class
 * may also have items without a time.
 */
export function addProgrammes(md: MarkdownIt): void {
  md.core.ruler.push("programmes", ({ tokens, Token: NewToken }) => {
    for (const { list, items } of findLists(tokens)) {
      const isGiven = /\bprogramme\b/.test(String(list.attrGet("class") ?? ""));
      const isTold = items.length > 1 && items.every((item) => beginsWithTime(item.text?.content ?? ""));
      if (!isGiven && !isTold) continue;
      if (!isGiven) list.attrJoin("class", "programme");
      const times = items.map((item) => wrapTime(item, NewToken as unknown as TokenClass).length);
      list.attrJoin("class", columns.find(([most]) => Math.max(...times) <= most)![1]);
    }
  });
}

/** The beginning of an item: what its first line consists of, and the text with which that begins. */
interface Item {
  children: Token[];
  text?: Token;
}

function findLists(tokens: Token[]): { list: Token; items: Item[] }[] {
  const found: { list: Token; items: Item[] }[] = [];
  // The lists that are open at this point, outermost first.
  const open: { list: Token; items: Item[] }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (/^(?:bullet|ordered)_list_open$/.test(token.type)) open.push({ list: token, items: [] });
    else if (token.type === "list_item_open") open.at(-1)!.items.push(readItem(tokens[index + 2]));
    else if (token.type === "ordered_list_close") open.pop();
    else if (token.type === "bullet_list_close") found.push(open.pop()!);
  }
  return found;
}

// A time may be emphasised, **19:00**, if nothing else is.
function readItem(first: Token | undefined): Item {
  const children = (first?.type === "inline" && first.children) || [];
  // markdown-it has an empty text before emphasis.
  if (children[0]?.type === "text" && children[0].content === "") children.shift();
  const isStressed = /^(?:strong|em)_open$/.test(children[0]?.type ?? "") && children[2]?.nesting === -1;
  const text = children[isStressed ? 1 : 0];
  const isTime = text?.type === "text" && (!isStressed || readTime(text.content) === text.content);
  return { children, ...(isTime && { text }) };
}

// Puts the time, and the space after it, into an element. Returns the time; nothing if there is none.
function wrapTime({ children, text }: Item, NewToken: TokenClass): string {
  const time = text && readTime(text.content);
  if (!time) return "";
  const createText = (content: string) => Object.assign(new NewToken("text", "", 0), { content });
  const inside = children[0] === text ? [createText(time)] : children.splice(0, 3);
  if (children[0] === text) text.content = text.content.slice(time.length);
  const rest = children[0];
  if (rest?.type === "text") {
    const space = /^\p{Zs}*/u.exec(rest.content)![0];
    rest.content = rest.content.slice(space.length);
    inside.push(createText(space));
  }
  const start = new NewToken("span_open", "span", 1);
  start.attrSet("class", "time");
  children.unshift(start, ...inside, new NewToken("span_close", "span", -1));
  return time;
}

type TokenClass = new (type: string, tag: string, nesting: number) => Token;
