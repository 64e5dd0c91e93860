import sharp from "sharp";

/** What a picture is, found by decoding all of it. */
export interface Picture {
  format: "jpeg" | "png" | "gif" | "webp";
  width: number;
  height: number;
}

const extensions: Record<Picture["format"], RegExp> = {
  jpeg: /\.jpe?g$/,
  png: /\.png$/,
  gif: /\.gif$/,
  webp: /\.webp$/,
};

const mostPixels = 50e6;

// The shops of e-books refuse more, and an e-reader may show nothing.
const mostInBook = 4e6;

// What mozjpeg does, without its progressive scans, which old e-readers do not show.
const baseline = {
  quality: 85,
  progressive: false,
  trellisQuantisation: true,
  overshootDeringing: true,
  quantisationTable: 3,
};

/** The picture that a file holds, or a clause that says what is wrong with it: "is damaged or no picture". */
export async function inspect(name: string, bytes: Uint8Array): Promise<Picture | string> {
  try {
    const { format, width, height, autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!isFormat(format)) return `is ${format.toUpperCase()}, which cannot be set`;
    if (!extensions[format].test(name)) return `is in truth a ${format.toUpperCase()}`;
    if (pages > 1) return "moves, and paper cannot show that: one frame of it can be set";
    if (width * height > mostPixels)
      return `has ${Math.round((width * height) / 1e6)} megapixels, and ${mostPixels / 1e6} are the most: A4 at 600 dots an inch has 35`;
    // The size stands in the head of the file; a picture cut short is found by decoding it, which sharp's stats() does
    // not always do.
    await sharp(bytes, { failOn: "truncated" }).greyscale().raw().toBuffer();
    return { format, width: autoOrient.width, height: autoOrient.height };
  } catch {
    return "is damaged or no picture";
  }
}

/**
 * The picture as every edition can show it, if it is not so already: upright, in sRGB, and without what a camera writes
 * into it of its owner and the place.
 */
export async function settled({
  bytes,
  format,
}: {
  bytes: Uint8Array;
  format: Picture["format"];
}): Promise<Uint8Array> {
  const { orientation = 1, space, exif, xmp, iptc } = await sharp(bytes).metadata();
  if (orientation === 1 && space !== "cmyk" && !exif && !xmp && !iptc) return bytes;
  return sharp(bytes).autoOrient().toColourspace("srgb").toFormat(format, { quality: 92 }).toBuffer();
}

/**
 * A picture for the web, cut to a width and height, in each of the formats. The same picture gives the same bytes: no
 * date, no metadata is written.
 */
export async function webPictures(
  bytes: Uint8Array,
  width: number,
  height: number,
  formats = ["avif", "webp", "jpg"],
): Promise<{ extension: string; bytes: Uint8Array }[]> {
  const cut = sharp(
    await sharp(bytes).resize(width, height).flatten({ background: "#ffffff" }).png({ compressionLevel: 0 }).toBuffer(),
  );
  const encoded = [
    { extension: "avif", picture: cut.clone().avif({ quality: 55, effort: 3 }) },
    { extension: "webp", picture: cut.clone().webp({ quality: 80, smartSubsample: true }) },
    { extension: "jpg", picture: cut.clone().jpeg({ quality: 82, mozjpeg: true }) },
    { extension: "png", picture: cut.clone().png({ compressionLevel: 9, palette: true }) },
  ];
  return Promise.all(
    encoded
      .filter(({ extension }) => formats.includes(extension))
      .map(async ({ extension, picture }) => ({ extension, bytes: await picture.toBuffer() })),
  );
}

/**
 * The site's icon, drawn as SVG, for those who cannot show it so: for a home screen, for a manifest, and as
 * `favicon.ico`.
 */
export async function iconPictures(drawing: Uint8Array): Promise<{ name: string; bytes: Uint8Array }[]> {
  const drawn = async (size: number) => {
    const edge = Math.round(size / 16);
    const icon = sharp(drawing, { density: 9 * size }).resize(size - 2 * edge, size - 2 * edge, {
      fit: "contain",
      background: "#ffffff",
    });
    return icon
      .extend({ top: edge, bottom: edge, left: edge, right: edge, background: "#ffffff" })
      .flatten({ background: "#ffffff" })
      .png({ compressionLevel: 9 })
      .toBuffer();
  };
  const [small, home, large] = await Promise.all([drawn(32), drawn(180), drawn(512)]);
  return [
    { name: "favicon.ico", bytes: iconFile(small, 32) },
    { name: "icon-180.png", bytes: home },
    { name: "icon-512.png", bytes: large },
  ];
}

// An icon file of Windows with one picture in it, which may be a PNG: a head of 6 bytes, an entry of 16, the picture.
function iconFile(picture: Buffer, size: number): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(picture.byteLength, 14);
  head.writeUInt32LE(head.byteLength, 18);
  return Buffer.concat([head, picture]);
}

/**
 * The cover of a book, from a picture of it: a JPEG of a size that any reading system shows; no date and no metadata,
 * so the same bytes each time.
 */
export async function coverPicture(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes).flatten({ background: "#ffffff" }).resize({ width: 1200 }).jpeg(baseline).toBuffer();
}

/**
 * A picture for a book, if it is not so already: of no more dots than an e-reader has memory for, in sRGB, in a format
 * that every one shows.
 */
export async function bookPicture(bytes: Uint8Array): Promise<Uint8Array> {
  const { format, width, height, space, icc, isProgressive } = await sharp(bytes).metadata();
  const scale = Math.min(1, Math.sqrt(mostInBook / (width * height)));
  const shown = (format === "jpeg" || format === "png") && (space === "srgb" || space === "b-w");
  if (scale === 1 && shown && !icc && !isProgressive) return bytes;
  const picture = sharp(bytes)
    .resize({ width: Math.max(1, Math.floor(width * scale)) })
    .toColourspace("srgb");
  return (format === "jpeg" ? picture.jpeg(baseline) : picture.png({ compressionLevel: 9 })).toBuffer();
}

/** A JPEG in grey, for a press that prints with black ink alone. */
export async function greyJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes).toColourspace("b-w").jpeg({ quality: 92 }).toBuffer();
}

/** Pixels of red, green and blue, a byte each, in grey: a byte a pixel. */
export async function greyPixels(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
}

/** The ICC profile of a generic CMYK press that comes with libvips: by Graeme W. Gill, in the public domain. */
export async function pressProfile(): Promise<Uint8Array> {
  const sample = sharp({ create: { width: 1, height: 1, channels: 3, background: "#ffffff" } });
  const tiff = await sample.toColourspace("cmyk").withIccProfile("cmyk").tiff().toBuffer();
  return (await sharp(tiff).metadata()).icc!;
}

function isFormat(format: string): format is Picture["format"] {
  return format in extensions;
}
