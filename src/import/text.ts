import type { Received } from "./document.ts";
import { decodeText } from "./encoding.ts";
import { textToHtml } from "./plain.ts";

/** Reads plain text. */
export async function readTextFile(bytes: Uint8Array): Promise<Received> {
  const { text, guessed } = await decodeText(bytes);
  return {
    words: text,
    placeOf: (line) => `:${line}`,
    readContents: async () => ({
      html: textToHtml(text.split("\n")),
      images: new Map(),
      facts: {},
      notices: guessed
        ? [`The document does not say its encoding. It was read as ${guessed}; look at letters with accents.`]
        : [],
    }),
  };
}
