import { parse, type DefaultTreeAdapterMap } from "parse5";
import type { Spot } from "./mutate.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** Decides whether an element of a document, with all that is in it, is one of those to read. */
export type Part = (element: { name: string; classes: string[]; attributes: Record<string, string> }) => boolean;

/**
 * Finds the words in the chosen parts of an HTML document, with their offsets in its source, by parse5, which the
 * program does not use.
 */
export function wordsOfHtml(source: string, part: Part): Spot[] {
  let stretch = 0;
  const visit = (node: Node, within: boolean): Spot[] => {
    const here = within || (isElement(node) && part(describeElement(node)));
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
 * Returns the text in the chosen parts of an HTML document as a reader sees it: with a space round each block element,
 * and with the numbers that a browser shows before the items of a list.
 */
export function textOfHtml(source: string, part: Part): string {
  const visit = (node: Node, within: boolean): string => {
    const here = within || (isElement(node) && part(describeElement(node)));
    if (node.nodeName === "#text") return here ? (node as DefaultTreeAdapterMap["textNode"]).value : "";
    if (!("childNodes" in node) || node.nodeName === "script" || node.nodeName === "style") return "";
    const inside = (here ? numberOf(node) : "") + node.childNodes.map((child) => visit(child, here)).join("");
    return phrases.has(node.nodeName) ? inside : ` ${inside} `;
  };
  return visit(parse(source), false);
}

/** Finds the words of plain text, with their offsets. Words with a character reference of HTML are left out. */
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

// The number of a list item (HTML Living Standard, 4.4.8): it counts from the list's start or from an item's value.
function numberOf(node: Node): string {
  const list = isElement(node) && node.tagName === "li" ? node.parentNode : null;
  if (list?.nodeName !== "ol") return "";
  let number = Number(describeElement(list as Element).attributes["start"] ?? 1) - 1;
  for (const item of list.childNodes) {
    if (item.nodeName !== "li") continue;
    number = Number(describeElement(item as Element).attributes["value"] ?? number + 1);
    if (item === node) break;
  }
  return `${number}. `;
}

function isElement(node: Node): node is Element {
  return "attrs" in node;
}

function describeElement({ tagName, attrs }: Element): Parameters<Part>[0] {
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  return { name: tagName, classes: (attributes["class"] ?? "").split(/\s+/), attributes };
}
