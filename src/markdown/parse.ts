import { remember } from "../remember.ts";
import attributes from "markdown-it-attrs";
import spans from "markdown-it-bracketed-spans";
import footnotes from "markdown-it-footnote";
import type { Prose } from "../publication.ts";
import { addCaptions } from "./captions.ts";
import { addContacts } from "./contacts.ts";
import { addLetters } from "./letters.ts";
import { addListNumbers } from "./list-numbers.ts";
import { createMarkdownIt, type MarkdownIt, type Token } from "./markdown-it.ts";
import { addDirections, addUnmarkedPassages } from "./passages.ts";
import { addProgrammes } from "./programmes.ts";
import { addSlips } from "./slips.ts";
import { addSpeakers } from "./speakers.ts";
import { addVerse } from "./verse.ts";

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

function parseText(prose: Pick<Prose, "body"> & Partial<Pick<Prose, "lang">>): Parsed {
  // markdown-it and its plugins leave here what they find: `:label` for each note, with −1 where no mark refers to it.
  const env: {
    language?: string;
    footnotes?: { refs?: Record<string, number> };
    references?: Record<string, { href: string; title: string }>;
  } = { language: prose.lang };
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
 * spans (`[words]{: lang=fa }`), captions, directions, the numbers of lists, and classes for what is told from the text:
 * programmes, lists of addresses, verse, interviews, plays and letters. HTML in the text is text.
 */
export function createParser(): MarkdownIt {
  return createMarkdownIt({ html: false, xhtmlOut: true })
    .use(footnotes)
    .use(spans as unknown as (md: MarkdownIt) => void)
    .use(attributes, { leftDelimiter: "{:", rightDelimiter: "}", allowedAttributes: ["lang", "dir", "class"] })
    .use(addSlips)
    .use(addCaptions)
    .use(addUnmarkedPassages)
    .use(addDirections)
    .use(addListNumbers)
    .use(addProgrammes)
    .use(addVerse)
    .use(addSpeakers)
    .use(addLetters)
    .use(addContacts);
}

const parser = createParser();
