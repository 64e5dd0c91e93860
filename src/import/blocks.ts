import type { Dom, Nodes } from "../html/dom.ts";
import { cleanText } from "./document.ts";
import { plainText, writeLine, writeRuns } from "./inline.ts";
import { isSameLanguage, readRuns, type Run } from "./runs.ts";
import { writeTable } from "./tables.ts";
import type { Block, Writing } from "./writing.ts";

const skipped = "script, style, noscript, template, head, title, aside[data-note]";
const containers =
  "p, div, h1, h2, h3, h4, h5, h6, ul, ol, menu, dir, dl, blockquote, pre, table, hr, figure, aside, " +
  "section, article, main, header, footer, address";

/** Writes the contents of an element as blocks. Text between two blocks is a paragraph. */
export function writeBlocks(nodes: Nodes, writing: Writing): Block[] {
  const { $ } = writing;
  const blocks: Block[] = [];
  let inline: Nodes[number][] = [];
  // Marks of places wait for the block that follows them.
  let marks = "";
  const add = (found: Block[]) => {
    for (const block of found) {
      blocks.push({ ...block, text: marks + block.text });
      marks = "";
    }
  };
  const endInline = () => {
    const runs = readInline($(inline) as Nodes, writing);
    inline = [];
    if (runs.every(({ kind, text }) => kind === "notice" || text.trim() === "")) {
      marks += runs.map(({ kind, text }) => (kind === "notice" ? writing.mark(text) : "")).join("");
    } else add(writeParagraphs(runs, writing));
  };
  for (const node of nodes.toArray()) {
    if (node.type !== "text" && !("attribs" in node)) continue;
    const element = $(node) as Nodes;
    if (element.is(skipped)) continue;
    if (node.type === "text" || !(element.is(containers) || element.find(containers).length > 0)) {
      inline.push(node);
      continue;
    }
    endInline();
    add(writeElement(element, (node as { name: string }).name, writing, blocks.at(-1)));
  }
  endInline();
  if (marks !== "" && blocks.length > 0) blocks.at(-1)!.text += marks;
  return blocks;
}

/** Writes the blocks of an element below each other, with an empty line between two. */
export function joinMarkdown(blocks: Block[]): string {
  return blocks.map(({ text }) => text).join("\n\n");
}

function readInline(nodes: Nodes, { $, lang, passage }: Writing): Run[] {
  return readRuns($, nodes, { lang }, passage ? { lang: passage } : {});
}

function writeElement(element: Nodes, name: string, around: Writing, before: Block | undefined): Block[] {
  const { $ } = around;
  const runs = () => readInline(element as Nodes, around);
  const language = element.attr("lang");
  const writing = language ? { ...around, passage: passageOf(language, around.lang) } : around;
  switch (name) {
    case "p":
      // A browser ends a paragraph before a block; what is not HTML, as mail, may have one inside.
      if (element.find(containers).length > 0) return writeBlocks(element.contents(), writing);
      return writeParagraphs(runs(), writing, element.hasClass("signature") ? [".signature"] : []);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return writeHeading(runs(), Number(name.slice(1)), writing);
    case "ul":
    case "ol":
    case "menu":
    case "dir":
      return writeList(element, name === "ol", writing, before);
    case "blockquote": {
      const text = joinMarkdown(writeBlocks(element.contents(), writing));
      return text === "" ? [] : [{ text: prefixLines(text, "> ", ">") }];
    }
    case "pre":
      return writeCodeBlock(element.text());
    case "hr":
      return before ? [{ text: "***" }] : [];
    case "table":
      return writeTable(element, writing, writeBlocks);
    case "figure":
      return writeFigure($, element, writing);
    default:
      return writeBlocks(element.contents(), writing);
  }
}

function passageOf(language: string, lang: string | undefined): string | undefined {
  return isSameLanguage(language, lang) ? undefined : language;
}

// Two line breaks, with nothing between them, end a paragraph: so do mail programs.
function writeParagraphs(runs: Run[], writing: Writing, classes: string[] = []): Block[] {
  const parts: Run[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run.kind === "break") breaks++;
    else if (run.kind !== "text" || run.text.trim() !== "") {
      if (breaks > 1) parts.push([]);
      else if (breaks === 1) parts.at(-1)!.push({ kind: "break", text: "\n" });
      breaks = 0;
      parts.at(-1)!.push(run);
    } else if (breaks === 0) parts.at(-1)!.push(run);
  }
  return parts.flatMap((part): Block[] => {
    const [language, bare] = takeLanguage(part);
    const text = writeRuns(bare, writing);
    if (text.replace(/\ufdd0\d+\ufdd1/g, "").trim() === "") return [];
    const attributes = [...classes, ...(language ? [`lang=${language}`] : [])];
    return [
      {
        text: attributes.length > 0 ? `${text}\n{: ${attributes.join(" ")} }` : text,
        words: plainText(part),
        ...(isStrong(part) && { isStrong: true }),
      },
    ];
  });
}

function isStrong(runs: Run[]): boolean {
  return runs.every(({ kind, text, strong }) => kind !== "text" || strong === true || text.trim() === "");
}

// Where all of a paragraph is in another language, the paragraph is marked and not its words.
function takeLanguage(runs: Run[]): [language: string | undefined, runs: Run[]] {
  const language = runs.find(({ kind }) => kind === "text")?.lang;
  const isWhole = language && runs.every(({ kind, lang }) => kind !== "text" || lang === language);
  return isWhole ? [language, runs.map((run) => ({ ...run, lang: undefined }))] : [undefined, runs];
}

function writeHeading(runs: Run[], level: number, writing: Writing): Block[] {
  // A heading is bold by itself.
  const text = writeLine(
    runs.map((run) => ({ ...run, strong: undefined })),
    writing,
  );
  if (text.replace(/\ufdd0\d+\ufdd1/g, "") === "") return [];
  const closing = text.replace(/(\s)(#+)$/, "$1\\$2");
  return [{ text: `${"#".repeat(writing.headingSigns(level))} ${closing}`, words: plainText(runs), heading: level }];
}

// Fenced code of one line or more keeps its lines and spaces.
function writeCodeBlock(content: string): Block[] {
  const text = cleanText(content).replace(/^\n|\n+$/g, "");
  if (text.trim() === "") return [];
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return [{ text: `${fence}\n${text}\n${fence}` }];
}

// The caption of one image is written with it; any other figure is what it contains.
function writeFigure($: Dom, figure: Nodes, writing: Writing): Block[] {
  const [images, captions] = [figure.find("img"), figure.find("figcaption")];
  const isAlone = images.length === 1 && captions.length <= 1 && figure.find(containers).length === 0;
  if (!isAlone) return writeBlocks(figure.contents(), writing);
  const caption = plainText(readRuns($, captions.contents() as Nodes, {}));
  if (caption !== "") images.attr("data-caption", caption);
  captions.remove();
  return writeParagraphs(readInline(figure.contents(), writing), writing);
}

function writeList(list: Nodes, isOrdered: boolean, writing: Writing, before: Block | undefined): Block[] {
  const { $ } = writing;
  let number = Number(list.attr("start") ?? 1) - 1 || 0;
  // The other sign, where a list directly follows a list: otherwise the two would be one.
  const isSecond = before !== undefined && (isOrdered ? /^\d+\. / : /^- /).test(before.text);
  const items: { mark: string; blocks: Block[] }[] = [];
  for (const node of list.contents().toArray()) {
    const item = $(node) as Nodes;
    const blocks = writeBlocks(item.is("li") ? item.contents() : item, writing);
    if (blocks.length === 0) continue;
    const last = items.at(-1);
    // A list that stands in a list and not in an item belongs to the item before it.
    if (!item.is("li") && last) {
      last.blocks.push(...blocks);
      continue;
    }
    number = Number(item.attr("value") ?? number + 1) || 0;
    const mark = isOrdered ? `${Math.max(0, number)}${isSecond ? ")" : "."} ` : isSecond ? "* " : "- ";
    items.push({ mark, blocks });
  }
  if (items.length === 0) return [];
  const isLoose = items.some(({ blocks }) => blocks.slice(1).some(({ words }) => words !== undefined));
  const separator = isLoose ? "\n\n" : "\n";
  const texts = items.map(({ mark, blocks }) => {
    const text = blocks.map((block) => block.text).join(separator);
    return mark + indentLines(text, " ".repeat(mark.length));
  });
  const letters = isOrdered && /^[aAiI]$/.test(list.attr("type") ?? "");
  const notice = letters ? writing.mark("The items of this list have letters in the document, and numbers here.") : "";
  return [{ text: notice + texts.join(separator) }];
}

function indentLines(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function prefixLines(text: string, prefix: string, ofEmpty: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ofEmpty : prefix + line))
    .join("\n");
}
