/**
 * The code points that an sfnt font has a glyph for: what its `cmap` maps to anything but .notdef (OpenType 1.9,
 * formats 4 and 12).
 */
export function codePoints(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, "cmap");
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4),
  );
  const found = new Set<number>();
  for (const at of subtables) {
    const format = view.getUint16(at);
    const mapped = format === 4 ? segments(view, at) : format === 12 ? groups(view, at) : [];
    for (const code of mapped) found.add(code);
  }
  return found;
}

/** The name by which an sfnt font is called in a PDF: its PostScript name (OpenType 1.9, `name`, 6). */
export function postScriptName(font: Uint8Array): string | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tableOffset(view, "name");
  const strings = table + view.getUint16(table + 4);
  for (let record = table + 6; record < table + 6 + view.getUint16(table + 2) * 12; record += 12) {
    if (view.getUint16(record + 6) !== 6) continue;
    const start = strings + view.getUint16(record + 10);
    const bytes = [...font.subarray(start, start + view.getUint16(record + 8))];
    // In two bytes a letter or in one: the name has none beyond ASCII.
    return String.fromCharCode(...bytes.filter((byte) => byte !== 0));
  }
  return undefined;
}

/**
 * Whether an sfnt font may be embedded: not where OS/2 fsType says that its licence forbids it (OpenType 1.9: bit 1
 * alone).
 */
export function mayBeEmbedded(font: Uint8Array): boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return (view.getUint16(tableOffset(view, "OS/2") + 8) & 0x000e) !== 0x0002;
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    if ([0, 1, 2, 3].every((letter) => view.getUint8(record + letter) === tag.charCodeAt(letter)))
      return view.getUint32(record + 8);
  }
  throw new Error(`A font has no table ${tag}.`);
}

function segments(view: DataView, at: number): number[] {
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
    return codes(start, end).filter((code) => code !== 0xffff && glyph(code) !== 0);
  }).flat();
}

function groups(view: DataView, at: number): number[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return codes(view.getUint32(group), view.getUint32(group + 4));
  }).flat();
}

function codes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
