import { cleanText } from "./document.ts";

/** A text, and the name of its encoding if that was guessed. */
export interface Decoded {
  text: string;
  guessed?: string;
}

/**
 * Decodes a text: by its byte order mark, by what the document says of itself, as UTF-8, or else by the frequencies of
 * its letters. The same bytes give the same text every time, whatever the machine.
 */
export async function decodeText(bytes: Uint8Array, declared?: string): Promise<Decoded> {
  const marked = markedEncoding(bytes);
  if (marked) return { text: cleanText(new TextDecoder(marked).decode(bytes)) };
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== undefined) return { text: cleanText(utf8) };
  const said = declared === undefined ? undefined : decodeAs(declared, bytes);
  if (said !== undefined) return { text: cleanText(said) };
  const guessed = await guessEncoding(bytes);
  return { text: cleanText(new TextDecoder(guessed).decode(bytes)), guessed };
}

// The byte order marks of Unicode; TextDecoder leaves them out.
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : undefined;
}

// Returns undefined if the bytes are not a text in that encoding, or there is no such encoding.
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

// The usual one on Windows, of which its ISO 8859-1 is a part.
const usual = "windows-1252";

async function guessEncoding(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import("chardet");
  const found = analyse(bytes).find(({ name }) => decodeAs(name, bytes) !== undefined);
  return new TextDecoder(found?.name ?? usual).encoding;
}
