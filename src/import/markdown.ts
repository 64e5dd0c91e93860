import { parseMarkdown } from "../markdown/parse.ts";
import { readStrands } from "../markdown/strands.ts";
import type { Word } from "../words.ts";
import type { Received } from "./document.ts";
import { decodeText } from "./encoding.ts";
import type { ReadBeside } from "./html.ts";

/** Reads Markdown. Its words are those of a reader, without the signs of markup, on the lines where they are. */
export async function readMarkdownDocument(bytes: Uint8Array, readBeside: ReadBeside): Promise<Received> {
  const { text } = await decodeText(bytes);
  const frontMatter = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? "";
  const body = text.slice(frontMatter.length);
  const bodyLine = frontMatter.split("\n").length;
  const title = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(frontMatter)?.[2];
  return {
    words: readWords(body, bodyLine, title),
    placeOf: (line) => `:${line}`,
    readContents: async () => ({
      html: "",
      markdown: title ? `# ${title}\n\n${body}` : body,
      images: await readImages(body, readBeside),
      facts: {},
      notices: [],
    }),
  };
}

// The title of the front matter stands on the first line, which is that of its hyphens.
function readWords(body: string, bodyLine: number, title = ""): string {
  const file = { file: "", line: 1, column: 1 };
  const strands = readStrands({ slug: "", file: "", lang: "en", dir: "ltr", body, bodyLine, at: () => file });
  const words: Word[] = [...strands.body, ...strands.notes.flat()].filter(({ mark }) => !mark);
  const lines = [title];
  for (const { text, line } of words) {
    // Notes come after the text, also where they stand in the middle of it.
    const row = Math.max(line, lines.length);
    while (lines.length < row) lines.push("");
    lines[row - 1] = `${lines[row - 1]} ${text}`.trim();
  }
  return lines.join("\n");
}

async function readImages(body: string, readBeside: ReadBeside): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const { children } of parseMarkdown({ body }).tokens)
    for (const child of children ?? []) {
      const src = child.type === "image" ? String(child.attrGet("src")) : "";
      const bytes = src === "" || /^\w+:/.test(src) ? undefined : await readBeside(src);
      if (bytes) images.set(src, bytes);
    }
  return images;
}
