import createMarkdown, { type Env, type MarkdownIt, type RendererRule, type Token } from "markdown-it";
import attributes from "markdown-it-attrs";
import spans from "markdown-it-bracketed-spans";
import footnotes from "markdown-it-footnote";
import { scriptOf } from "../language.ts";
import { directPassages } from "./passages.ts";
import type { Prose } from "../publication.ts";
import { terms } from "../terms/index.ts";
import type { Terms } from "../terms/en.ts";
import { words, type Word } from "../words.ts";
import { localDigits } from "../locale-format.ts";

export type { Token };

// Opening and closing quotes, double then single, by language (Unicode CLDR); French sets a narrow no-break space
// inside.
const quotesByLanguage: Record<string, string[]> = {
  en: ["“", "”", "‘", "’"],
  de: ["„", "“", "‚", "‘"],
  fr: ["«\u202f", "\u202f»", "“", "”"],
  es: ["«", "»", "“", "”"],
  it: ["«", "»", "“", "”"],
  tr: ["“", "”", "‘", "’"],
  ar: ["«", "»", "“", "”"],
  fa: ["«", "»", "“", "”"],
  am: ["«", "»", "‹", "›"],
  el: ["«", "»", "“", "”"],
  he: ["”", "”", "’", "’"],
  hy: ["«", "»", "«", "»"],
  ja: ["「", "」", "『", "』"],
  ka: ["„", "“", "«", "»"],
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  ur: ["”", "“", "’", "‘"],
  "zh-Hant": ["「", "」", "『", "』"],
};

const instances = new Map<string, MarkdownIt>();

/**
 * HTML of a Markdown text, well-formed as XML. Ids of its notes carry the slug. HTML in it is text; attributes are
 * written `{: .class lang=fa }`. `own` are the program's words in the text's language, where they are not the table's.
 */
export function html(prose: Pick<Prose, "body" | "lang" | "slug">, own: Terms = terms(prose.lang)): string {
  return markdown(prose.lang).render(prose.body, { docId: prose.slug, language: prose.lang, notes: own.notes });
}

/**
 * The tokens of a Markdown text, its quotes and dashes as they stand; the labels of its notes: defined, and referred
 * to; and the addresses that it gives names, `[name]: https://…`.
 */
export function parse(prose: Pick<Prose, "body">): {
  tokens: Token[];
  notes: { defined: string[]; used: string[] };
  addresses: { name: string; address: string }[];
} {
  const env: {
    footnotes?: { refs?: Record<string, number> };
    references?: Record<string, { href: string; title: string }>;
  } = {};
  const tokens = instance("as it stands", () => withSyntax(createMarkdown())).parse(prose.body, env);
  const refs = Object.entries(env.footnotes?.refs ?? {}).map(([label, id]) => ({ label: label.slice(1), id }));
  const addresses = Object.entries(env.references ?? {}).map(([name, { href }]) => ({
    name: name.toLowerCase(),
    address: href,
  }));
  return {
    tokens,
    addresses,
    notes: {
      defined: refs.map(({ label }) => label),
      used: refs.filter(({ id }) => id >= 0).map(({ label }) => label),
    },
  };
}

/**
 * A line of plain text as HTML: escaped, with the quotes and dashes of its language. For titles and names, in which
 * markup means nothing.
 */
export function typographic(text: string, language: string): string {
  return instance(`line ${language}`, () =>
    withTypography(createMarkdown("zero"), language).enable("smartquotes"),
  ).renderInline(text);
}

/**
 * The words of a text, in order, with their places in its file: the running text, and each note. What the proof is held
 * against.
 */
export interface Strands {
  body: Word[];
  notes: Word[][];
}

/** @see Strands */
export function strands(prose: Prose): Strands {
  const { tokens } = parse(prose);
  const rows = prose.body.split("\n");
  const found: Strands = { body: [], notes: [] };
  const languages = [prose.lang];
  let strand = found.body;
  for (const [index, token] of tokens.entries()) {
    // A note has its place where its first words are.
    const first = (token.type === "footnote_open" ? tokens[index + 1] : token)?.map?.[0] ?? 0;
    if (token.nesting === 1) languages.push(String(token.attrGet("lang") ?? languages.at(-1)));
    if (token.nesting === -1) languages.pop();
    if (token.type === "footnote_open") found.notes.push((strand = []));
    const words = wordsOf(token, { text: prose.lang, here: languages.at(-1)! }, first);
    strand.push(...placed(words, rows).map((word) => ({ ...word, line: word.line + prose.bodyLine })));
  }
  return found;
}

function markdown(language: string): MarkdownIt {
  return instance(language, () => {
    const md = withTypography(withSyntax(createMarkdown({ html: false, xhtmlOut: true })), language);
    Object.assign(md.renderer.rules, noteRules(md), { softbreak: lineBreak });
    return md;
  });
}

function withSyntax(md: MarkdownIt): MarkdownIt {
  return md
    .use(footnotes)
    .use(spans as unknown as (md: MarkdownIt) => void)
    .use(attributes, { leftDelimiter: "{:", rightDelimiter: "}", allowedAttributes: ["lang", "dir", "class"] })
    .use(captioned)
    .use(directed)
    .use(numbered);
}

// The title of a picture is its caption: under one that has a paragraph to itself, after one that stands in a line.
// Made here, before quotes and dashes get their shapes, its words are words of the text.
function captioned(md: MarkdownIt): void {
  md.core.ruler.before("linkify", "captions", ({ tokens, Token }) => {
    for (const [index, { children }] of tokens.entries()) {
      const alone =
        tokens[index - 1]?.type === "paragraph_open" &&
        children?.filter(({ type }) => !type.startsWith("link_")).length === 1;
      for (const picture of children?.filter(({ type }) => type === "image") ?? []) {
        const title = String(picture.attrGet("title") ?? "").trim();
        picture.attrs = picture.attrs?.filter(([name]) => name !== "title") ?? null;
        if (title === "") continue;
        const name = alone ? "figcaption" : "span";
        const [open, text, close] = [
          new Token(`${name}_open`, name, 1),
          new Token("text", "", 0),
          new Token(`${name}_close`, name, -1),
        ];
        text.content = title;
        if (alone) {
          children!.push(open, text, close);
          for (const paragraph of [tokens[index - 1]!, tokens[index + 1]!]) {
            Object.assign(paragraph, {
              type: paragraph.type.replace("paragraph", "figure"),
              tag: "figure",
              hidden: false,
            });
          }
        } else {
          open.attrSet("class", "caption");
          const space = Object.assign(new Token("text", "", 0), { content: " " });
          children!.splice(children!.indexOf(picture) + 1, 0, space, open, text, close);
        }
      }
    }
  });
}

function directed(md: MarkdownIt): void {
  md.core.ruler.push("direction", ({ tokens }) => directPassages(tokens));
}

// A list written 1. 1. 1. is numbered through, as Markdown has it. Any other keeps the numbers that were typed: they
// are words.
function numbered(md: MarkdownIt): void {
  md.core.ruler.push("numbers", ({ tokens }) => {
    const lists: Token[][] = [];
    for (const token of tokens) {
      if (/^(?:ordered|bullet)_list_open$/.test(token.type)) lists.push([]);
      else if (token.type === "list_item_open") lists.at(-1)!.push(token);
      else if (token.type === "bullet_list_close") lists.pop();
      else if (token.type === "ordered_list_close") numberItems(lists.pop()!);
    }
  });
}

function numberItems(items: Token[]): void {
  const typed = items.map(({ info }) => Number(info));
  const numbers = typed.every((number) => number === typed[0]) ? typed.map((number, at) => number + at) : typed;
  for (const [at, item] of items.entries()) {
    item.meta = { number: numbers[at] };
    if (at > 0 && numbers[at] !== numbers[at - 1]! + 1) item.attrSet("value", String(numbers[at]));
  }
}

function instance(name: string, make: () => MarkdownIt): MarkdownIt {
  const md = instances.get(name) ?? make();
  instances.set(name, md);
  return md;
}

// markdown-it's own replacements would change words, (c) to ©; ours change the shapes of dashes and dots alone.
function withTypography(md: MarkdownIt, language: string): MarkdownIt {
  const [base] = language.split("-") as [string];
  md.set({
    typographer: true,
    quotes: quotesByLanguage[`${base}-${scriptOf(language)}`] ?? quotesByLanguage[base] ?? quotesByLanguage["en"]!,
  });
  md.core.ruler.at("replacements", (state) => {
    for (const token of state.tokens)
      for (const child of token.children ?? []) if (child.type === "text") child.content = dashed(child.content);
  });
  return md.enable("replacements");
}

function dashed(text: string): string {
  return text
    .replace(/(?<!\.)\.\.\.(?!\.)/g, "…")
    .replace(/(?<=^|[^-])---(?=[^-]|$)/g, "—")
    .replace(/(?<=^|[^-])--(?=[^-]|$)/g, "–")
    .replace(/(?<=\S )-(?= \S)/g, "–");
}

// Chinese and Japanese have no spaces, so the end of a line in the file is none.
const lineBreak: RendererRule = (tokens, index) => {
  const [before, after] = [tokens[index - 1]?.content ?? "", tokens[index + 1]?.content ?? ""];
  return new RegExp(`${wide}$`, "u").test(before) && new RegExp(`^${wide}`, "u").test(after) ? "" : "\n";
};

const wide = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff01-\uff60]`;

function noteRules({ utils }: MarkdownIt): Record<string, RendererRule> {
  const id = (tokens: Token[], index: number, env?: Env) => `${env?.["docId"] ?? "text"}-${noteNumber(tokens[index]!)}`;
  const number = (tokens: Token[], index: number, env?: Env) =>
    localDigits(noteNumber(tokens[index]!), String(env?.["language"] ?? "en"));
  return {
    footnote_ref: (tokens, index, _options, env) => {
      const here = id(tokens, index, env);
      const again = Number(tokens[index]!.meta?.["subId"] ?? 0);
      // Beside a figure, the number of the note would be part of it in a line from right to left.
      return `<sup class="noteref" dir="ltr"><a href="#fn-${here}" id="fnref-${here}${again > 0 ? `-${again + 1}` : ""}" role="doc-noteref">${number(tokens, index, env)}</a></sup>`;
    },
    footnote_block_open: (_tokens, _index, _options, env) =>
      `<section class="notes" role="doc-endnotes" aria-label="${utils.escapeHtml(String(env?.["notes"]))}">\n`,
    footnote_block_close: () => "</section>\n",
    footnote_open: (tokens, index, _options, env) => {
      const here = id(tokens, index, env);
      return `<aside class="note" id="fn-${here}" role="doc-footnote"><span class="note-number"><a href="#fnref-${here}" role="doc-backlink">${number(tokens, index, env)}</a></span>\n`;
    },
    footnote_close: () => "</aside>\n",
    footnote_anchor: () => "",
  };
}

// The words of a token that holds text or sets a number; `line` is its first in the text.
function wordsOf(token: Token, language: { text: string; here: string }, line: number): Word[] {
  const { type, children, content } = token;
  if (type === "footnote_open") return [noteMark(token, language.text, line)];
  if (type === "list_item_open" && token.info) return [itemMark(token, language.here, line)];
  if (type === "fence") return words(content, line + 1);
  if (type === "code_block") return words(content, line);
  if (type !== "inline") return [];
  const found: Word[] = [];
  let [text, row] = ["", line];
  const close = () => {
    found.push(...words(text, row));
    row += text.split("\n").length - 1;
    text = "";
  };
  for (const child of children ?? []) {
    if (child.type === "softbreak" || child.type === "hardbreak") text += "\n";
    else if (child.type === "text" || child.type === "code_inline") text += child.content;
    else if (child.type === "footnote_ref") {
      close();
      found.push(noteMark(child, language.text, row));
    }
  }
  close();
  return found;
}

function noteNumber(token: Token): number {
  return Number(token.meta?.["id"]) + 1;
}

// What a writer calls a note is often its number in the source.
function noteMark(token: Token, language: string, line: number): Word {
  const number = noteNumber(token);
  const digits = localDigits(number, language);
  const text = `[${digits}]`;
  return { text, key: text, mark: [digits, String(number), String(token.meta?.["label"] ?? "")], line, column: 1 };
}

function itemMark(token: Token, language: string, line: number): Word {
  const number = Number(token.meta?.["number"]);
  const digits = localDigits(number, language);
  const text = `${digits}.`;
  return { text, key: text, mark: [digits, String(number), token.info], line, column: 1 };
}

// A word's column is sought in its row of the file: markup before it has shifted it.
function placed(found: Word[], rows: string[]): Word[] {
  let row = -1;
  let from = 0;
  return found.map((word) => {
    if (word.line !== row) [row, from] = [word.line, 0];
    const at = rows[word.line]?.indexOf(word.text, from) ?? -1;
    if (at >= 0) from = at + word.text.length;
    return { ...word, column: (at >= 0 ? at : from) + 1 };
  });
}
