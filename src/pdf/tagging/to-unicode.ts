// Reads and writes the ToUnicode CMap of a font, which says what text each glyph is (ISO 32000-1, 9.10.3).

/** Reads a CMap. Returns the text of each glyph by its code in hexadecimal. */
export function readToUnicode(cmap: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [, body] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, text] of body!.matchAll(/<([^>]*)>\s*<([^>]*)>/g))
      texts.set(code!.toUpperCase(), fromHex(text!));
  }
  for (const [, body] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first, last, start, list] of body!.matchAll(/<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])/g)) {
      const items = list && [...list.matchAll(/<([^>]*)>/g)].map(([, text]) => fromHex(text!));
      const from = Number.parseInt(first!, 16);
      for (let code = from; code <= Number.parseInt(last!, 16); code++) {
        const text = items ? items[code - from] : addToLast(fromHex(start!), code - from);
        if (text !== undefined) texts.set(hex(code, first!.length), text);
      }
    }
  }
  return texts;
}

/** Lines between beginbfchar and endbfchar, at most (Adobe Technical Note 5014). */
const mostInBlock = 100;

/** Writes a CMap for glyph codes of two bytes. */
export function writeToUnicode(texts: Map<string, string>): string {
  const lines = [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, text]) => `<${code}> <${toHex(text)}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / mostInBlock) }, (_, index) =>
    lines.slice(index * mostInBlock, (index + 1) * mostInBlock),
  );
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, "endbfchar"]),
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

/** Converts text to UTF-16BE in hexadecimal. */
export function toHex(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index), 4)).join("");
}

// Converts UTF-16BE in hexadecimal to text.
function fromHex(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

// Returns a text whose last UTF-16 unit is larger, as the codes of a range count on.
function addToLast(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

function hex(number: number, digits: number): string {
  return number.toString(16).toUpperCase().padStart(digits, "0");
}
