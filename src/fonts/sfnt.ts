// Reads tables of a font in the sfnt format (OpenType 1.9). All fonts come through HarfBuzz first (font.ts), which
// unpacks WOFF2 and writes the characters in no other formats than 4 and 12.

/**
 * Returns the code points that a font has a glyph for: those that its table `cmap`, in the formats 4 and 12, maps to any
 * other glyph than .notdef.
 */
export function readCodePoints(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, "cmap");
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4),
  );
  const found = new Set<number>();
  for (const at of subtables) {
    const format = view.getUint16(at);
    const codes = format === 4 ? readSegments(view, at) : format === 12 ? readGroups(view, at) : [];
    for (const code of codes) found.add(code);
  }
  return found;
}

/** Returns the name that PDFs have for a font: its PostScript name (table `name`, name ID 6). */
export function readPostScriptName(font: Uint8Array): string | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tableOffset(view, "name");
  const strings = table + view.getUint16(table + 4);
  for (let record = table + 6; record < table + 6 + view.getUint16(table + 2) * 12; record += 12) {
    if (view.getUint16(record + 6) !== postScriptNameId) continue;
    const start = strings + view.getUint16(record + 10);
    const bytes = [...font.subarray(start, start + view.getUint16(record + 8))];
    // A character has one byte or two, by the platform. The name is ASCII, so the second byte is 0.
    return String.fromCharCode(...bytes.filter((byte) => byte !== 0));
  }
  return undefined;
}

/**
 * Returns whether a font may be embedded. Its licence forbids it where, of the bits 1 to 3 of `fsType` (table `OS/2`),
 * bit 1 alone is set; bits 2 and 3 allow it again.
 */
export function isEmbeddable(font: Uint8Array): boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return (view.getUint16(tableOffset(view, "OS/2") + 8) & licenceBits) !== restrictedLicence;
}

const postScriptNameId = 6;
const licenceBits = 0x000e;
const restrictedLicence = 0x0002;

// Returns where a table begins in the file, in bytes. Throws if the font lacks it.
function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    if ([0, 1, 2, 3].every((letter) => view.getUint8(record + letter) === tag.charCodeAt(letter)))
      return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

// Reads a subtable of format 4: segments of 16-bit codes, each with a delta or an array of glyphs.
function readSegments(view: DataView, at: number): number[] {
  const count = view.getUint16(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + count * 2, 16 + count * 4, 16 + count * 6].map(
    (field) => at + field,
  ) as [number, number, number, number];
  return Array.from({ length: count }, (_, segment) => {
    const [start, end, delta, offset] = [starts, ends, deltas, offsets].map((field) =>
      view.getUint16(field + segment * 2),
    ) as [number, number, number, number];
    const glyph = (code: number): number =>
      (offset === 0 ? code + delta : view.getUint16(offsets + segment * 2 + offset + (code - start) * 2)) & 0xffff;
    return range(start, end).filter((code) => code !== 0xffff && glyph(code) !== 0);
  }).flat();
}

// Reads a subtable of format 12: groups of 32-bit codes.
function readGroups(view: DataView, at: number): number[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return range(view.getUint32(group), view.getUint32(group + 4));
  }).flat();
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
