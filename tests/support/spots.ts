import { parse, type DefaultTreeAdapterMap } from "parse5";
import type { Spot } from "./mutate.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** Whether a part of a document is meant, by the elements from the outermost in. */
export type Part = (element: { name: string; classes: string[]; attributes: Record<string, string> }) => boolean;

/**
 * The words of the parts of an HTML document that are meant, with their places in its source; parsed by a parser that
 * has no part in the program.
 */
export function wordsOfHtml(source: string, part: Part): Spot[] {
  let stretch = 0;
  const visit = (node: Node, within: boolean): Spot[] => {
    const here = within || (isElement(node) && part(described(node)));
    if (node.nodeName === "#text" && here && node.sourceCodeLocation) {
      const { startOffset, endOffset } = node.sourceCodeLocation;
      return wordsOfText(source.slice(startOffset, endOffset), startOffset, stretch++);
    }
    if (!("childNodes" in node) || node.nodeName === "script" || node.nodeName === "style") return [];
    return node.childNodes.flatMap((child) => visit(child, here));
  };
  return visit(parse(source, { sourceCodeLocationInfo: true }), false);
}

/**
 * The text of the parts of an HTML document that are meant, as a reader has it: a space where an element of a line of
 * its own begins and ends, and the numbers that a browser sets before the items of a list.
 */
export function textOfHtml(source: string, part: Part): string {
  const visit = (node: Node, within: boolean): string => {
    const here = within || (isElement(node) && part(described(node)));
    if (node.nodeName === "#text") return here ? (node as DefaultTreeAdapterMap["textNode"]).value : "";
    if (!("childNodes" in node) || node.nodeName === "script" || node.nodeName === "style") return "";
    const inside = (here ? numberOf(node) : "") + node.childNodes.map((child) => visit(child, here)).join("");
    return phrases.has(node.nodeName) ? inside : ` ${inside} `;
  };
  return visit(parse(source), false);
}

/** The words of plain text; what an HTML document writes as an entity is left as it is. */
export function wordsOfText(text: string, offset = 0, stretch?: number): Spot[] {
  const line = (index: number) => stretch ?? text.slice(0, index).split("\n").length;
  return [...text.matchAll(/[^\s&<>;]+(?![^\s]*[&;])/g)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    text: match[0],
    stretch: line(match.index),
  }));
}

const phrases = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "cite",
  "code",
  "em",
  "i",
  "img",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
  "wbr",
]);

// HTML Living Standard, 4.4.8: from the list's start, or from an item's own value.
function numberOf(node: Node): string {
  const list = isElement(node) && node.tagName === "li" ? node.parentNode : null;
  if (list?.nodeName !== "ol") return "";
  let number = Number(described(list as Element).attributes["start"] ?? 1) - 1;
  for (const item of list.childNodes) {
    if (item.nodeName !== "li") continue;
    number = Number(described(item as Element).attributes["value"] ?? number + 1);
    if (item === node) break;
  }
  return `${number}. `;
}

function isElement(node: Node): node is Element {
  return "attrs" in node;
}

function described({ tagName, attrs }: Element): Parameters<Part>[0] {
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  return { name: tagName, classes: (attributes["class"] ?? "").split(/\s+/), attributes };
}
