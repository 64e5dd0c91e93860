import createMarkdown, { type Env, type MarkdownIt, type RendererRule, type Token } from "markdown-it";
import attributes from "markdown-it-attrs";
import spans from "markdown-it-bracketed-spans";
import footnotes from "markdown-it-footnote";
import { scriptOf } from "./language.ts";
import { direction, type Prose } from "./publication.ts";
import { terms } from "./terms.ts";
import { noteMark, words, type Word } from "./words.ts";

export type { Token };

// Opening and closing quotes, double then single, by language (Unicode CLDR); French sets a narrow no-break space inside.
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

/** HTML of a Markdown text, well-formed as XML. Ids of its notes carry the slug. HTML in it is text; attributes are written `{: .class lang=fa }`. */
export function html(prose: Pick<Prose, "body" | "lang" | "slug">): string {
  return markdown(prose.lang).render(prose.body, { docId: prose.slug });
}

/** The tokens of a Markdown text, its quotes and dashes as they stand, and the labels of its notes: defined, and referred to. */
export function parse(prose: Pick<Prose, "body">): { tokens: Token[]; notes: { defined: string[]; used: string[] } } {
  const env: { footnotes?: { refs?: Record<string, number> } } = {};
  const tokens = instance("as it stands", () => withSyntax(createMarkdown())).parse(prose.body, env);
  const refs = Object.entries(env.footnotes?.refs ?? {}).map(([label, id]) => ({ label: label.slice(1), id }));
  return { tokens, notes: { defined: refs.map(({ label }) => label), used: refs.filter(({ id }) => id >= 0).map(({ label }) => label) } };
}

/** A line of plain text as HTML: escaped, with the quotes and dashes of its language. For titles and names, in which markup means nothing. */
export function typographic(text: string, language: string): string {
  return instance(`line ${language}`, () => withTypography(createMarkdown("zero"), language).enable("smartquotes")).renderInline(text);
}

/** The words of a text, in order, with their places in its file: the running text, and each note. What the proof is held against. */
export interface Strands {
  body: Word[];
  notes: Word[][];
}

/** @see Strands */
export function strands(prose: Prose): Strands {
  const { tokens } = parse(prose);
  const rows = prose.body.split("\n");
  const found: Strands = { body: [], notes: [] };
  let strand = found.body;
  for (const token of tokens) {
    if (token.type === "footnote_open") {
      strand = [...words(`${noteMark}[${noteNumber(token)}]`)];
      found.notes.push(strand);
    }
    if (token.type === "list_item_open" && token.info) strand.push({ ...itemNumber(token), line: (token.map?.[0] ?? 0) + prose.bodyLine });
    const text = token.type === "inline" ? inlineText(token.children ?? []) : token.type === "fence" || token.type === "code_block" ? token.content : "";
    const first = (token.map?.[0] ?? 0) + (token.type === "fence" ? 1 : 0);
    strand.push(...placed(words(text, first), rows).map((word) => ({ ...word, line: word.line + prose.bodyLine })));
  }
  return found;
}

function markdown(language: string): MarkdownIt {
  return instance(language, () => {
    const md = withTypography(withSyntax(createMarkdown({ html: false, xhtmlOut: true })), language);
    Object.assign(md.renderer.rules, noteRules(language));
    return md;
  });
}

function withSyntax(md: MarkdownIt): MarkdownIt {
  return md
    .use(footnotes)
    .use(spans as unknown as (md: MarkdownIt) => void)
    .use(attributes, { leftDelimiter: "{:", rightDelimiter: "}", allowedAttributes: ["lang", "dir", "class"] })
    .use(directed);
}

// A passage in another language is written in its direction, unless the writer gives one.
function directed(md: MarkdownIt): void {
  md.core.ruler.push("direction", (state) => {
    for (const token of state.tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
      const language = token.attrGet("lang");
      if (language && !token.attrGet("dir")) token.attrSet("dir", direction(String(language)));
    }
  });
}

function instance(name: string, make: () => MarkdownIt): MarkdownIt {
  const md = instances.get(name) ?? make();
  instances.set(name, md);
  return md;
}

// markdown-it's own replacements would change words, (c) to ©; ours change the shapes of dashes and dots alone.
function withTypography(md: MarkdownIt, language: string): MarkdownIt {
  const [base] = language.split("-") as [string];
  md.set({ typographer: true, quotes: quotesByLanguage[`${base}-${scriptOf(language)}`] ?? quotesByLanguage[base] ?? quotesByLanguage["en"]! });
  md.core.ruler.at("replacements", (state) => {
    for (const token of state.tokens) for (const child of token.children ?? []) if (child.type === "text") child.content = dashed(child.content);
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

function noteRules(language: string): Record<string, RendererRule> {
  const id = (tokens: Token[], index: number, env?: Env) => `${env?.["docId"] ?? "text"}-${noteNumber(tokens[index]!)}`;
  return {
    footnote_ref: (tokens, index, _options, env) => {
      const here = id(tokens, index, env);
      const again = Number(tokens[index]!.meta?.["subId"] ?? 0);
      return `<sup class="noteref"><a href="#fn-${here}" id="fnref-${here}${again > 0 ? `-${again + 1}` : ""}" role="doc-noteref">${noteNumber(tokens[index]!)}</a></sup>`;
    },
    footnote_block_open: () => `<section class="notes" role="doc-endnotes" aria-label="${terms(language).notes}">\n`,
    footnote_block_close: () => "</section>\n",
    footnote_open: (tokens, index, _options, env) => {
      const here = id(tokens, index, env);
      return `<aside class="note" id="fn-${here}" role="doc-footnote"><a class="note-number" href="#fnref-${here}" role="doc-backlink">${noteNumber(tokens[index]!)}</a>\n`;
    },
    footnote_close: () => "</aside>\n",
    footnote_anchor: () => "",
  };
}

function inlineText(children: Token[]): string {
  return children
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return "\n";
      if (child.type === "footnote_ref") return `${noteMark}[${noteNumber(child)}]`;
      return child.type === "text" || child.type === "code_inline" ? child.content : "";
    })
    .join("");
}

function noteNumber(token: Token): number {
  return Number(token.meta?.["id"]) + 1;
}

function itemNumber(token: Token): Word {
  return { ...words(`${token.info}${token.markup}`)[0]!, optional: true };
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
