// ICC profiles for an output intent (ICC.1:2001-04, version 2, which every preflight reads). A profile is a header, a
// table of tags (name, start and length of each), and the data of the tags. All numbers are big-endian.

/** Lengths in bytes (ICC.1:2001-04, 6.1 and 6.2). */
const headerLength = 128;
const countLength = 4;
const entryLength = 12;
/** The data of each tag begin at a multiple of so many bytes. */
const alignment = 4;

/** The white of the profile connection space, D50, as XYZ. */
const d50 = [0.9642, 1, 0.8249];

/** Dot gain at the half tone, as a share: 20 %, a usual figure for offset on uncoated paper; not measured. */
const dotGain = 0.2;
/** Points of the tone curve: the straight lines between them differ from it by 0.02 % at the most. */
const curvePoints = 33;

type Tag = readonly [name: string, data: Buffer];

/**
 * Returns an output profile of a press that prints with black ink alone: a tone curve from the grey value (0 is full
 * ink) to the luminance of the print.
 */
export function makeBlackProfile(): Uint8Array {
  const curve = Array.from({ length: curvePoints }, (_, point) => {
    const ink = 1 - point / (curvePoints - 1);
    // A parabola: no gain without ink and at full ink, the most at the half tone.
    return 1 - (ink + 4 * dotGain * ink * (1 - ink));
  });
  // A monochrome profile of version 2 has no colorants: the curve gives the luminance, and the colour is always that of
  // the white of the profile connection space.
  return writeProfile(greyHeader(), [
    ["desc", describeProfile("Black ink, 20% dot gain")],
    ["cprt", typed("text", ascii("In the public domain"))],
    ["wtpt", typed("XYZ ", ...d50.map(fixed))],
    ["kTRC", typed("curv", uint32(curvePoints), ...curve.map((value) => uint16(Math.round(value * 0xffff))))],
  ]);
}

/** Returns a profile without the tags named, such as the measurements from which it was computed. */
export function removeProfileTags(bytes: Uint8Array, names: string[]): Uint8Array {
  const view = Buffer.from(bytes);
  const tags = Array.from({ length: view.readUInt32BE(headerLength) }, (_, index): Tag => {
    const entry = headerLength + countLength + entryLength * index;
    const start = view.readUInt32BE(entry + 4);
    const length = view.readUInt32BE(entry + 8);
    return [view.toString("latin1", entry, entry + 4), view.subarray(start, start + length)];
  });
  return writeProfile(
    view.subarray(0, headerLength),
    tags.filter(([name]) => !names.includes(name)),
  );
}

// The fields of the header by their offsets (ICC.1:2001-04, 6.1).
function greyHeader(): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt32BE(0x02100000, 8); // version 2.1
  header.write("prtrGRAYXYZ ", 12, "latin1"); // output device, grey, connection space XYZ
  // The date is required; a fixed one gives the same bytes each time.
  [2020, 1, 1].forEach((part, index) => header.writeUInt16BE(part, 24 + 2 * index));
  header.write("acsp", 36, "latin1"); // signature of every profile
  header.set(Buffer.concat(d50.map(fixed)), 68); // illuminant
  return header;
}

// Tags whose data are equal share them, as the tables of several rendering intents may.
function writeProfile(header: Buffer, tags: Tag[]): Uint8Array {
  const table: Buffer[] = [];
  const data: Buffer[] = [];
  const written: { bytes: Buffer; start: number }[] = [];
  let end = headerLength + countLength + entryLength * tags.length;
  for (const [name, bytes] of tags) {
    let shared = written.find((other) => other.bytes.equals(bytes));
    if (!shared) {
      shared = { bytes, start: end };
      written.push(shared);
      const padding = Buffer.alloc((alignment - (bytes.length % alignment)) % alignment);
      data.push(bytes, padding);
      end += bytes.length + padding.length;
    }
    table.push(Buffer.from(name, "latin1"), uint32(shared.start), uint32(bytes.length));
  }
  const profile = Buffer.concat([header, uint32(tags.length), ...table, ...data]);
  profile.writeUInt32BE(profile.length, 0);
  return profile;
}

// textDescriptionType: after the ASCII text come its Unicode form (language and length, 8 bytes) and its Macintosh form
// (3 bytes and a fixed field of 67), both left empty.
function describeProfile(text: string): Buffer {
  return typed("desc", uint32(text.length + 1), ascii(text), Buffer.alloc(8 + 3 + 67));
}

// The data of a tag begin with the signature of their type and four reserved bytes.
function typed(type: string, ...parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(type, "latin1"), uint32(0), ...parts]);
}

function ascii(text: string): Buffer {
  return Buffer.from(`${text}\0`, "latin1");
}

// s15Fixed16Number: units of 1/65536.
function fixed(value: number): Buffer {
  return uint32(Math.round(value * 0x10000));
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
