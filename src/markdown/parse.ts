import { remember } from "../remember.ts";
import attributes from "markdown-it-attrs";
import spans from "markdown-it-bracketed-spans";
import footnotes from "markdown-it-footnote";
import type { Prose } from "../publication.ts";
import { addCaptions } from "./captions.ts";
import { addContacts } from "./contacts.ts";
import { addListNumbers } from "./list-numbers.ts";
import { createMarkdownIt, type MarkdownIt, type Token } from "./markdown-it.ts";
import { addDirections } from "./passages.ts";

export type { Token };

/** A Markdown text as markdown-it reads it, its quotes and dashes unchanged. */
interface Parsed {
  tokens: Token[];
  /** The labels of its notes: those that have a text, and those that have both a text and a mark. */
  notes: { defined: string[]; used: string[] };
  /** The addresses to which it gives names, `[name]: https://…`; the names in small letters. */
  addresses: { name: string; address: string }[];
}

/**
 * Parses a Markdown text without changing its quotes and dashes. Each rule of check/ and each proof of verify/ reads the
 * same texts, so a text is parsed once. Nothing changes what was parsed.
 */
export const parseMarkdown = remember(parseText);

function parseText(prose: Pick<Prose, "body">): Parsed {
  // markdown-it and its plugins leave here what they find: `:label` for each note, with −1 where no mark refers to it.
  const env: {
    footnotes?: { refs?: Record<string, number> };
    references?: Record<string, { href: string; title: string }>;
  } = {};
  const tokens = parser.parse(prose.body, env);
  const notes = Object.entries(env.footnotes?.refs ?? {}).map(([key, id]) => ({ label: key.slice(1), id }));
  return {
    tokens,
    notes: {
      defined: notes.map(({ label }) => label),
      used: notes.filter(({ id }) => id >= 0).map(({ label }) => label),
    },
    addresses: Object.entries(env.references ?? {}).map(([name, { href }]) => ({
      name: name.toLowerCase(),
      address: href,
    })),
  };
}

/**
 * Creates a parser for all that a text may have: CommonMark and tables, with notes, attributes (`{: .class lang=fa }`),
 * spans (`[words]{: lang=fa }`), captions, directions, the numbers of lists, and a class for lists of addresses. HTML in the text is text.
 */
export function createParser(): MarkdownIt {
  return createMarkdownIt({ html: false, xhtmlOut: true })
    .use(footnotes)
    .use(spans as unknown as (md: MarkdownIt) => void)
    .use(attributes, { leftDelimiter: "{:", rightDelimiter: "}", allowedAttributes: ["lang", "dir", "class"] })
    .use(addCaptions)
    .use(addDirections)
    .use(addListNumbers)
    .use(addContacts);
}

const parser = createParser();
