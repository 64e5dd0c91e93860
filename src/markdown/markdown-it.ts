import createMarkdownIt, { type Env, type MarkdownIt, type RendererRule, type Token } from "markdown-it";

// The only file that imports markdown-it.

export { createMarkdownIt };
export type { Env, MarkdownIt, RendererRule, Token };

/** Returns a function that creates a parser when a language is first asked for, and returns the same one afterwards. */
export function oncePerLanguage(create: (language: string) => MarkdownIt): (language: string) => MarkdownIt {
  const parsers = new Map<string, MarkdownIt>();
  return (language) => {
    const parser = parsers.get(language) ?? create(language);
    parsers.set(language, parser);
    return parser;
  };
}
