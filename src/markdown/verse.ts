import type { MarkdownIt, Token } from "./markdown-it.ts";
import {
  addClass,
  classesOf,
  hasClass,
  listParagraphs,
  readTypedLines,
  tokensOfParagraph,
  type ParagraphTokens,
} from "./paragraphs.ts";

/**
 * A paragraph with a longer line, in characters, is not taken for verse unless its class says so. Chosen by eye: an A5
 * page has room for some 65.
 */
const longestLine = 72;

/** The class of a stanza, and that of each of its lines. */
const stanzaClass = "verse";
const lineClass = "line";

/**
 * Adds a rule to markdown-it that finds verse: paragraphs with the class `verse` or in a quotation that has it, and
 * neighbouring paragraphs with at least two line breaks together (`\` at the end of a line) and only short lines. Each
 * line becomes a `span.line`, because CSS cannot hang what has no room in one of several lines of a paragraph.
 */
export function addVerse(md: MarkdownIt): void {
  md.core.ruler.push("verse", ({ tokens, src, Token: NewToken }) => {
    const rows = src.split("\n");
    const create: Create = (type, tag, nesting, values) => Object.assign(new NewToken(type, tag, nesting), values);
    moveToParagraphs(tokens);
    for (const { inline } of listStanzas(tokens)) breakAtLineEnds(inline);
    for (const { open } of findVerse(tokens)) addClass(open, stanzaClass);
    for (const { open, inline } of listStanzas(tokens)) {
      const children = keepIndents(inline, open.level === 0 ? rows[open.map?.[0] ?? 0]! : "", create);
      inline.children = wrapLines(children, create);
    }
  });
}

type Create = (type: string, tag: string, nesting: 1 | 0 | -1, values?: Partial<Token>) => Token;

function listStanzas(tokens: Token[]): ParagraphTokens[] {
  return listParagraphs(tokens).filter(({ open }) => hasClass(open, stanzaClass));
}

// The class of a quotation goes to the paragraphs in it.
function moveToParagraphs(tokens: Token[]): void {
  // Of each quotation that is open at this point, whether it or one around it has the class.
  const areVerse: boolean[] = [];
  for (const token of tokens) {
    if (token.type === "blockquote_open") {
      areVerse.push(areVerse.at(-1) === true || hasClass(token, stanzaClass));
      removeClass(token, stanzaClass);
    } else if (token.type === "blockquote_close") areVerse.pop();
    else if (token.type === "paragraph_open" && areVerse.at(-1)) addClass(token, stanzaClass);
  }
}

// In a paragraph that has the class and no line break, each line of the file is a line.
function breakAtLineEnds(inline: Token): void {
  const children = (inline.children = trimEnd(inline.children ?? []));
  if (children.some(({ type }) => type === "hardbreak")) return;
  for (const child of children) if (child.type === "softbreak") Object.assign(child, { type: "hardbreak", tag: "br" });
}

// Where attributes stood in the line after a paragraph, the end of the line before them is left.
function trimEnd(children: Token[]): Token[] {
  const last = children.findLastIndex(
    ({ type, content }) => type !== "softbreak" && (type !== "text" || content !== ""),
  );
  return children.slice(0, last + 1);
}

function removeClass(token: Token, name: string): void {
  const others = classesOf(token).filter((other) => other !== name);
  token.attrs = (token.attrs ?? []).filter(([key]) => key !== "class");
  for (const other of others) addClass(token, other);
}

// Returns the paragraphs that can be told to be verse.
function findVerse(tokens: Token[]): ParagraphTokens[] {
  const groups: ParagraphTokens[][] = [];
  let last: ParagraphTokens | undefined;
  for (const paragraph of listParagraphs(tokens).filter(isPossible)) {
    if (last?.index === paragraph.index - tokensOfParagraph) groups.at(-1)!.push(paragraph);
    else groups.push([paragraph]);
    last = paragraph;
  }
  const countBreaks = ({ inline }: ParagraphTokens) => readTypedLines(inline.children ?? []).length - 1;
  return groups.filter((group) => group.reduce((sum, one) => sum + countBreaks(one), 0) > 1).flat();
}

function isPossible({ open, inline }: ParagraphTokens): boolean {
  const lines = readTypedLines(inline.children ?? []);
  return (
    classesOf(open).length === 0 &&
    lines.length > 1 &&
    lines.every((line) => line.length <= longestLine) &&
    !inline.children!.some(({ type }) => type === "image")
  );
}

/** Fewer spaces before a line are a slip of the hand, and more leave no room for it on a telephone. Chosen by eye. */
const leastIndent = 2;
const mostIndent = 16;

// Markdown drops the spaces with which a line begins. Those of verse are kept, as spaces that do not collapse. The first
// line of a paragraph is trimmed, so its spaces are taken from its row in the file.
function keepIndents({ children, content }: Token, firstRow: string, create: Create): Token[] {
  const rows = content.split("\n");
  let row = 0;
  const indent = (text: string): Token[] => {
    const spaces = /^[ \t]*/.exec(text)![0].replaceAll("\t", "    ").length;
    if (spaces < leastIndent) return [];
    return [create("text", "", 0, { content: "\u00a0".repeat(Math.min(spaces, mostIndent)) })];
  };
  const rest = (children ?? []).flatMap((child) => {
    if (child.type !== "hardbreak" && child.type !== "softbreak") return [child];
    row++;
    return child.type === "hardbreak" ? [child, ...indent(rows[row] ?? "")] : [child];
  });
  return [...indent(firstRow), ...rest];
}

// Puts each line into an element. Emphasis or a link that goes over the end of a line ends with it and begins again.
function wrapLines(children: Token[], create: Create): Token[] {
  const openLine = () => create("line_open", "span", 1, { attrs: [["class", lineClass]] });
  const closeLine = () => create("line_close", "span", -1);
  const open: Token[] = [];
  const wrapped = [openLine()];
  for (const child of children) {
    if (child.nesting === 1) open.push(child);
    if (child.nesting === -1) open.pop();
    if (child.type !== "hardbreak") {
      wrapped.push(child);
      continue;
    }
    const closed = open.toReversed().map(({ type, tag }) => create(type.replace("_open", "_close"), tag, -1));
    const again = open.map(({ type, tag, attrs }) => create(type, tag, 1, { attrs }));
    wrapped.push(...closed, child, closeLine(), openLine(), ...again);
  }
  return [...wrapped, closeLine()];
}
