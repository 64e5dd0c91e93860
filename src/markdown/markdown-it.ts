import createMarkdownIt, { type Env, type MarkdownIt, type RendererRule, type Token } from "markdown-it";

// The only file that imports markdown-it.

export { createMarkdownIt };
export type { Env, MarkdownIt, RendererRule, Token };
