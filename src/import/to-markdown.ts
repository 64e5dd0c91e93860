import { parsePage, type Dom, type Nodes } from "../html/dom.ts";
import { joinMarkdown, writeBlocks } from "./blocks.ts";
import type { Block, Writing } from "./writing.ts";

/** A document as Markdown. Marks in it stand for places at which the editor should look. */
export interface MarkdownDocument {
  blocks: Block[];
  /** The text of each note, by its label. */
  notes: Map<string, string>;
  /** The sentences of the marks, by number. */
  sentences: string[];
}

/** A place at which the editor should look. Line and column count from 1. */
export interface MarkedPlace {
  line: number;
  column: number;
  sentence: string;
}

/**
 * Writes a document, HTML as contents of Received have it, as Markdown. `imagePath` returns the path of an image by its
 * address in the document.
 */
export function toMarkdown(
  html: string,
  lang: string | undefined,
  imagePath: (src: string) => string | undefined,
): MarkdownDocument {
  const $ = parsePage(html);
  const sentences: string[] = [];
  const labels = new Map<string, string>();
  const writing: Writing = {
    $,
    lang,
    imagePath,
    mark: (sentence) => `\ufdd0${sentences.push(sentence) - 1}\ufdd1`,
    label: (key) => labels.get(key) ?? String(labels.set(key, String(labels.size + 1)).size),
    headingSigns: rankHeadings($),
  };
  const asides = new Map(
    $("aside[data-note]")
      .toArray()
      .map((aside) => [$(aside).attr("data-note")!, $(aside) as Nodes]),
  );
  const blocks = writeBlocks($("body").contents() as Nodes, writing);
  const notes = new Map<string, string>();
  // A note may refer to another, which then comes after it.
  for (const [key, label] of labels) {
    const text = joinMarkdown(writeBlocks(asides.get(key)!.contents(), writing)) || " ";
    notes.set(label, text);
  }
  return { blocks, notes, sentences };
}

/** Returns the labels of the notes that a text refers to, and those that these notes refer to. */
export function findNotes(text: string, notes: Map<string, string>, found = new Set<string>()): Set<string> {
  for (const [, label] of text.matchAll(/(?<!\\)\[\^(\d+)\]/g)) {
    if (found.has(label!) || !notes.has(label!)) continue;
    found.add(label!);
    findNotes(notes.get(label!)!, notes, found);
  }
  return found;
}

/** Writes the text of a note after its label; its further paragraphs are indented. */
export function writeNote(label: string, text: string): string {
  return `[^${label}]: ${text.replace(/\n(?=[^\n])/g, "\n    ")}`;
}

/** Takes the marks out of a text, and returns their places in it. */
export function takeMarks(text: string, sentences: string[]): { text: string; places: MarkedPlace[] } {
  const places: MarkedPlace[] = [];
  const lines = text.split("\n").map((line, index) => {
    let bare = "";
    for (const part of line.split(/(\ufdd0\d+\ufdd1)/)) {
      const sentence = sentences[Number(/^\ufdd0(\d+)\ufdd1$/.exec(part)?.[1] ?? -1)];
      if (sentence === undefined) bare += part;
      else places.push({ line: index + 1, column: bare.length + 1, sentence });
    }
    return bare;
  });
  return { text: lines.join("\n"), places };
}

// Headings get two signs or more, without skipping a level. One that stands above all others is the title.
function rankHeadings($: Dom): (level: number) => number {
  const all = $("h1, h2, h3, h4, h5, h6")
    .toArray()
    .map(({ name }) => Number(name.slice(1)));
  const [first, ...others] = all;
  const ranked = first !== undefined && others.every((level) => level > first) ? others : all;
  const levels = [...new Set(ranked)].sort();
  return (level) => Math.min(6, 2 + Math.max(0, levels.indexOf(level)));
}
