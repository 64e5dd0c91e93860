import { Parser, type Node } from "commonmark";
import spec from "commonmark-spec";
import type { Random } from "./random.ts";

const inline = new Set(["text", "code", "softbreak", "linebreak", "emph", "strong", "link", "image", "html_inline"]);

/** An example of the CommonMark specification. */
export interface Example {
  number: number;
  section: string;
  markdown: string;
}

/** The examples of the specification, with the tabs that it writes as arrows. */
export const examples: Example[] = spec.tests.map(({ number, section, markdown }) => ({
  number,
  section,
  markdown: markdown.replaceAll("→", "\t"),
}));

/**
 * The words of a Markdown text as plain text, read by a parser that has no part in the program: a line a block, numbers
 * before the items of a list, with the sign that was written behind them or, as HTML has it, always a full stop.
 */
export function plainWords(markdown: string, behindNumbers?: "."): string {
  let text = "";
  for (const { node, entering } of nodes(markdown)) {
    if (node.type === "item" && entering && node.parent?.listType === "ordered")
      text += `${numberOf(node, markdown)}${behindNumbers ?? node.listDelimiter} `;
    if (node.type === "text" || node.type === "code" || node.type === "code_block") text += node.literal ?? "";
    if (node.type === "softbreak" || node.type === "linebreak") text += "\n";
    if ((!entering || node.type === "code_block") && !inline.has(node.type)) text += "\n";
  }
  return text;
}

/**
 * What a text has that no publication may have: HTML, pictures that are not there, links that lead nowhere, and
 * addresses that stand below the text with a name of their own, for some of these belong to no link.
 */
export function refusable(markdown: string): boolean {
  const parser = new Parser();
  const found = nodes(markdown, parser).some(
    ({ node: { type, destination } }) =>
      type.startsWith("html") ||
      type === "image" ||
      (type === "link" && !/^(https?:\/\/[^/]|mailto:[^@]+@)/i.test(destination ?? "")),
  );
  return found || Object.keys(parser.refmap).length > 0;
}

// What the check is right to refuse though the specification takes it for plain text: links with a space or a bracket
// too few (41, 488, 490, 493, 497, 508) and tags with a fault (619 to 622, 632); and letters of scripts that no font of
// the program has (25 to 27).
const left = new Set([41, 488, 490, 493, 497, 508, 619, 620, 621, 622, 632, 25, 26, 27]);

/** The examples of which documents are composed: those with words, and without what `refusable` names. */
export const usable: Example[] = examples.filter(
  ({ number, markdown }) => !left.has(number) && !refusable(markdown) && /[\p{L}\p{N}]/u.test(plainWords(markdown)),
);

/**
 * A document of three to eight examples, the same for the same numbers. Composed, an example may come to refer to
 * another's address: then others are drawn.
 */
export function composed(random: Random): string {
  for (;;) {
    const markdown = Array.from({ length: 3 + random.below(6) }, () => random.pick(usable).markdown).join("\n\n");
    if (!refusable(markdown)) return markdown;
  }
}

function nodes(markdown: string, parser = new Parser()): { node: Node; entering: boolean }[] {
  const walker = parser.parse(markdown).walker();
  const found = [];
  for (let step = walker.next(); step; step = walker.next()) found.push(step);
  return found;
}

// A list written 1. 1. 1. is numbered through; any other has the numbers that were typed.
function numberOf(item: Node, markdown: string): number {
  const rows = markdown.split("\n");
  const items: Node[] = [];
  for (let node = item.parent!.firstChild; node; node = node.next) items.push(node);
  const typed = items.map(({ sourcepos: [[row, column]] }) => Number.parseInt(rows[row - 1]!.slice(column - 1), 10));
  return typed.every((number) => number === typed[0]) ? typed[0]! + items.indexOf(item) : typed[items.indexOf(item)]!;
}
