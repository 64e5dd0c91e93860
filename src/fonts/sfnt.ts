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
    // A character has one byte or two, by the platform. The name is ASCII, so the first byte of two is 0.
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

/** The last segment of format 4 always has this code, which is no character. */
const lastCode = 0xffff;

// Returns where a table begins in the file, in bytes. Throws if the font lacks it.
function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    if ([0, 1, 2, 3].every((letter) => view.getUint8(record + letter) === tag.charCodeAt(letter)))
      return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

// Reads a subtable of format 4: segments of 16-bit codes. The ends of all segments come first, then their starts,
// deltas and offsets. The glyph of a code is the code and the delta, modulo 65536; in a segment with an offset, it is
// in an array that begins so many bytes after the place of the offset itself.
function readSegments(view: DataView, at: number): number[] {
  const count = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = at + 16 + count * 2;
  const deltas = at + 16 + count * 4;
  const offsets = at + 16 + count * 6;
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [view.getUint16(starts + index * 2), view.getUint16(ends + index * 2)];
    const delta = view.getUint16(deltas + index * 2);
    const placeOfOffset = offsets + index * 2;
    const offset = view.getUint16(placeOfOffset);
    const glyphOf = (code: number): number =>
      offset === 0 ? (code + delta) & 0xffff : view.getUint16(placeOfOffset + offset + (code - start) * 2);
    return range(start, end).filter((code) => code !== lastCode && glyphOf(code) !== 0);
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
