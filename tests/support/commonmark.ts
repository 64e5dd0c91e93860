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

/** The examples of the specification. It writes tabs as arrows; they are tabs here. */
export const examples: Example[] = spec.tests.map(({ number, section, markdown }) => ({
  number,
  section,
  markdown: markdown.replaceAll("→", "\t"),
}));

/**
 * Returns the words of a Markdown text as plain text, by commonmark.js, which the program does not use: one line for
 * each block, and the number of each item of an ordered list. The number is followed by the sign that was typed, or by
 * `behindNumbers`.
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
 * Whether a text has what the check refuses: HTML, missing images, links that lead nowhere. Link reference definitions
 * count too, because some belong to no link.
 */
export function isRefusable(markdown: string): boolean {
  const parser = new Parser();
  const found = nodes(markdown, parser).some(
    ({ node: { type, destination } }) =>
      type.startsWith("html") ||
      type === "image" ||
      (type === "link" && !/^(https?:\/\/[^/]|mailto:[^@]+@)/i.test(destination ?? "")),
  );
  return found || Object.keys(parser.refmap).length > 0;
}

// Examples by number that are plain text in the specification and that the check rightly refuses: links that lack a
// bracket or have a space (41, 488, 490, 493, 497, 508), broken tags (619 to 622, 632), and characters for which the
// program has no font (25 to 27).
const refused = new Set([41, 488, 490, 493, 497, 508, 619, 620, 621, 622, 632, 25, 26, 27]);

/** The examples from which documents are composed: they have words, and nothing that the check refuses. */
export const usable: Example[] = examples.filter(
  ({ number, markdown }) =>
    !refused.has(number) && !isRefusable(markdown) && /[\p{L}\p{N}]/u.test(plainWords(markdown)),
);

/**
 * Composes a document of three to eight examples, the same for the same random numbers. Side by side, one example can
 * become a link to another's address; then it chooses other examples.
 */
export function composeDocument(random: Random): string {
  for (;;) {
    const markdown = Array.from({ length: 3 + random.below(6) }, () => random.pick(usable).markdown).join("\n\n");
    if (!isRefusable(markdown)) return markdown;
  }
}

function nodes(markdown: string, parser = new Parser()): { node: Node; entering: boolean }[] {
  const walker = parser.parse(markdown).walker();
  const found = [];
  for (let step = walker.next(); step; step = walker.next()) found.push(step);
  return found;
}

// A list typed 1. 1. 1. is numbered 1. 2. 3.; any other list keeps the numbers that were typed.
function numberOf(item: Node, markdown: string): number {
  const rows = markdown.split("\n");
  const items: Node[] = [];
  for (let node = item.parent!.firstChild; node; node = node.next) items.push(node);
  const typed = items.map(({ sourcepos: [[row, column]] }) => Number.parseInt(rows[row - 1]!.slice(column - 1), 10));
  return typed.every((number) => number === typed[0]) ? typed[0]! + items.indexOf(item) : typed[items.indexOf(item)]!;
}
