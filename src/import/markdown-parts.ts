import { parseMarkdown } from "../markdown/parse.ts";
import type { MarkdownDocument } from "./to-markdown.ts";
import type { Block } from "./writing.ts";

/** Divides Markdown at its headings, and leaves everything else as it is. `imagePath` gives images their new names. */
export function divideMarkdown(markdown: string, imagePath: (src: string) => string | undefined): MarkdownDocument {
  const { tokens } = parseMarkdown({ body: markdown });
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  let from = 0;
  const addLines = (to: number) => {
    const text = lines.slice(from, to).join("\n").trim();
    if (text !== "") blocks.push({ text: renameImages(text, imagePath) });
    from = to;
  };
  for (const [index, { type, level, map, tag }] of tokens.entries()) {
    if (type !== "heading_open" || level !== 0 || !map) continue;
    addLines(map[0]);
    const children = tokens[index + 1]?.children ?? [];
    const words = children.map(({ content }) => content).join("");
    addLines(map[1]);
    Object.assign(blocks.at(-1)!, { heading: Number(tag.slice(1)), words });
  }
  addLines(lines.length);
  return { blocks, notes: new Map(), sentences: [] };
}

function renameImages(text: string, imagePath: (src: string) => string | undefined): string {
  return text.replace(/(!\[[^\]]*\]\()([^\s)]+)/g, (whole, start: string, src: string) => {
    const path = imagePath(src);
    return path ? start + path : whole;
  });
}
