// ICC profiles that describe a press: what an output intent holds (ICC.1:2001-04, version 2, which every preflight
// reads).

/** Dot gain of 20 % in the middle tone, as offset on uncoated paper has it. */
const gain = 0.2;
const steps = 33;

/**
 * An output profile of a press that prints with black ink alone: a tone curve from the share of light to the luminance
 * of the paper.
 */
export function blackProfile(): Uint8Array {
  const curve = Array.from({ length: steps }, (_, step) => {
    const ink = 1 - step / (steps - 1);
    return 1 - (ink + 4 * gain * ink * (1 - ink));
  });
  // Version 2 takes luminance from the curve and white from the profile connection space: D50.
  return profile([
    ["desc", description("Black ink, 20% dot gain")],
    ["cprt", tag("text", ascii("In the public domain"))],
    ["wtpt", tag("XYZ ", ...[0.9642, 1, 0.8249].map((value) => uint32(Math.round(value * 65536))))],
    ["kTRC", tag("curv", uint32(steps), ...curve.map((value) => uint16(Math.round(value * 65535))))],
  ]);
}

/** A profile without the tags named: measurements from which it was made, for one, which nobody needs to print. */
export function withoutTags(bytes: Uint8Array, names: string[]): Uint8Array {
  const view = Buffer.from(bytes);
  const tags = Array.from({ length: view.readUInt32BE(128) }, (_, index) => {
    const at = 132 + 12 * index;
    const start = view.readUInt32BE(at + 4);
    return [view.toString("latin1", at, at + 4), view.subarray(start, start + view.readUInt32BE(at + 8))] as const;
  });
  return assembled(
    view.subarray(0, 128),
    tags.filter(([name]) => !names.includes(name)),
  );
}

function profile(tags: (readonly [string, Buffer])[]): Uint8Array {
  const header = Buffer.alloc(128);
  header.writeUInt32BE(0x02100000, 8);
  header.write("prtrGRAYXYZ ", 12, "latin1");
  // A date must stand there; a fixed one, so that the same profile is the same bytes.
  [2020, 1, 1].forEach((part, index) => header.writeUInt16BE(part, 24 + 2 * index));
  header.write("acsp", 36, "latin1");
  [0.9642, 1, 0.8249].forEach((value, index) => header.writeUInt32BE(Math.round(value * 65536), 68 + 4 * index));
  return assembled(header, tags);
}

// Tags that share their bytes, as the tables of several intents may, are written once.
function assembled(header: Buffer, tags: (readonly [string, Buffer])[]): Uint8Array {
  const table: Buffer[] = [];
  const data: Buffer[] = [];
  const placed: { bytes: Buffer; start: number }[] = [];
  let end = 132 + 12 * tags.length;
  for (const [name, bytes] of tags) {
    let place = placed.find((other) => other.bytes.equals(bytes));
    if (!place) {
      place = { bytes, start: end };
      placed.push(place);
      const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
      data.push(bytes, padding);
      end += bytes.length + padding.length;
    }
    table.push(Buffer.from(name, "latin1"), uint32(place.start), uint32(bytes.length));
  }
  const made = Buffer.concat([header, uint32(tags.length), ...table, ...data]);
  made.writeUInt32BE(made.length, 0);
  return made;
}

function description(text: string): Buffer {
  // After the text, empty: its Unicode and its Macintosh form, in fields of fixed size.
  return tag("desc", uint32(text.length + 1), ascii(text), Buffer.alloc(8 + 3 + 67));
}

function tag(type: string, ...parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(type, "latin1"), uint32(0), ...parts]);
}

function ascii(text: string): Buffer {
  return Buffer.from(`${text}\0`, "latin1");
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
