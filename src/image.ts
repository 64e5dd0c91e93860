import { MachineError } from "./errors.ts";
import type { Image } from "./publication.ts";

/** What the file of an image contains. */
type ImageFacts = Pick<Image, "format" | "width" | "height">;

const extensions: Record<Image["format"], RegExp> = {
  jpeg: /\.jpe?g$/,
  png: /\.png$/,
  gif: /\.gif$/,
  webp: /\.webp$/,
};

const megapixel = 1e6;

/** The most pixels of an image of the publication: A4 at 600 ppi has 35 megapixels, and the rest is reserve. */
const mostPixels = 50 * megapixel;

/** The most pixels of a side: the web edition has images as WebP, which has no more (RFC 9649). */
const longestSide = 16_383;

/** The most pixels of an image in a book: shops of e-books refuse more, and an e-reader may show nothing. */
const mostBookPixels = 4 * megapixel;

/** The highest of a PNG's compression levels. It makes the smallest file, and loses nothing. */
const bestCompression = 9;

/** The width of a book's cover, in px; chosen by eye. */
const coverWidth = 1200;

/**
 * A cover has type on two areas of colour. 16 colours are enough for its edges, and make a third of the bytes of a JPEG,
 * with sharper letters.
 */
const coverPng = { palette: true, colors: 16, dither: 0, compressionLevel: bestCompression };

/** Quality of a JPEG or WebP for print, 0 to 100; chosen by eye. */
export const printQuality = 92;

/** Qualities of images for the web, 0 to 100; chosen by eye. */
const webQuality = { avif: 55, webp: 80, jpg: 82 };

/** How long the encoder of AVIF searches, 0 to 9: more gives smaller files, and takes longer. */
const avifEffort = 3;

const white = "#ffffff";

// The settings of mozjpeg, except that the JPEG is not progressive, which old e-readers do not show.
const bookJpeg = {
  quality: 85,
  progressive: false,
  trellisQuantisation: true,
  overshootDeringing: true,
  quantisationTable: 3,
};

// How the messages of libvips begin when it knows the format of a file but cannot decode it. They were collected by
// cutting off and changing the bytes of files of each format, with sharp 0.35. libvips keeps its messages in one place for
// all images that are decoded at a time, so that one may lose its message to another; sharp then says “Unknown error”.
const damage = /corrupt header|^(?:VipsJpeg|vipspng|gifload_buffer|webp2vips|webpload_buffer): |^Unknown error$/m;

/**
 * Decodes an image. Returns what it contains, or a clause that says what is wrong with its file: “is damaged”. Throws a
 * MachineError if sharp fails for any other reason than the file.
 */
export async function inspectImage(name: string, bytes: Uint8Array): Promise<ImageFacts | string> {
  const sharp = await loadSharp();
  if (bytes.byteLength === 0) return "is empty";
  try {
    const { format, width, height, autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!isFormat(format)) return `is in the format ${format.toUpperCase()}, which cannot be used`;
    if (!extensions[format].test(name)) return `is in the format ${format.toUpperCase()}, but its name says otherwise`;
    if (pages > 1 || isAnimatedPng(bytes)) return "is animated, and paper cannot show that: use one frame of it";
    if (width * height > mostPixels) {
      const megapixels = Math.ceil((width * height) / megapixel);
      return `has ${megapixels} megapixels, and the most is ${mostPixels / megapixel}: A4 at 600 ppi has 35`;
    }
    const side = Math.max(width, height);
    if (side > longestSide) return `is ${side} pixels long, and the most is ${longestSide}`;
    // metadata() reads only the beginning of the file. The whole file is decoded to find out whether the rest is there;
    // sharp's stats() does not always notice that a part is missing.
    await sharp(bytes, { failOn: "truncated" }).greyscale().raw().toBuffer();
    return { format, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (message.includes("unsupported image format")) return "is in an unknown format";
    if (damage.test(message)) return "is damaged";
    throw new MachineError(`The image ${name} cannot be decoded: ${message}`, { cause: error });
  }
}

/**
 * Returns an image as every edition can show it: upright, in sRGB, and without metadata, in which cameras write who
 * owns them and where they are. An image that is so already is returned as it is.
 */
export async function normalizeImage({
  bytes,
  format,
}: {
  bytes: Uint8Array;
  format: Image["format"];
}): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { orientation = 1, space, exif, xmp, iptc } = await sharp(bytes).metadata();
  if (orientation === 1 && space !== "cmyk" && !exif && !xmp && !iptc) return bytes;
  // sharp takes a quality for a PNG as the wish to have it reduced to 256 colours.
  const options = format === "png" ? {} : { quality: printQuality };
  return sharp(bytes).autoOrient().toColourspace("srgb").toFormat(format, options).toBuffer();
}

/**
 * Returns an image for the web in each of the formats, cut to a width and height in px. sharp writes neither date nor
 * metadata, so the same image gives the same bytes.
 */
export async function encodeWebImages(
  bytes: Uint8Array,
  width: number,
  height: number,
  formats = ["avif", "webp", "jpg"],
): Promise<{ extension: string; bytes: Uint8Array }[]> {
  const sharp = await loadSharp();
  // The resized image is kept in memory as a PNG without compression, to be resized only once for all formats.
  const resized = sharp(
    await sharp(bytes).resize(width, height).flatten({ background: white }).png({ compressionLevel: 0 }).toBuffer(),
  );
  const encoded = [
    { extension: "avif", image: resized.clone().avif({ quality: webQuality.avif, effort: avifEffort }) },
    { extension: "webp", image: resized.clone().webp({ quality: webQuality.webp, smartSubsample: true }) },
    { extension: "jpg", image: resized.clone().jpeg({ quality: webQuality.jpg, mozjpeg: true }) },
    { extension: "png", image: resized.clone().png({ compressionLevel: bestCompression, palette: true }) },
  ];
  return Promise.all(
    encoded
      .filter(({ extension }) => formats.includes(extension))
      .map(async ({ extension, image }) => ({ extension, bytes: await image.toBuffer() })),
  );
}

/**
 * Draws the site's icon, an SVG, for programs that do not show SVG: `favicon.ico`, a PNG for home screens (180 px) and
 * one for manifests (512 px).
 */
export async function encodeIcons(drawing: Uint8Array): Promise<{ name: string; bytes: Uint8Array }[]> {
  const [small, home, large] = await Promise.all([32, 180, 512].map((size) => drawIcon(drawing, size)));
  return [
    { name: "favicon.ico", bytes: encodeIco(small!, 32) },
    { name: "icon-180.png", bytes: home! },
    { name: "icon-512.png", bytes: large! },
  ];
}

/** Returns the cover of a book as a PNG of few colours; the same image gives the same bytes. */
export async function encodeCover(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bytes).flatten({ background: white }).resize({ width: coverWidth }).png(coverPng).toBuffer();
}

/**
 * Returns an image for a book: of no more pixels than an e-reader has memory for, in sRGB, as JPEG or PNG, which every
 * e-reader shows. An image that is so already is returned as it is.
 */
export async function encodeBookImage(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { format, width, height, space, icc, isProgressive } = await sharp(bytes).metadata();
  const scale = Math.min(1, Math.sqrt(mostBookPixels / (width * height)));
  const isShownEverywhere = (format === "jpeg" || format === "png") && (space === "srgb" || space === "b-w");
  if (scale === 1 && isShownEverywhere && !icc && !isProgressive) return bytes;
  const image = sharp(bytes)
    .resize({ width: Math.max(1, Math.floor(width * scale)) })
    .toColourspace("srgb");
  return (format === "jpeg" ? image.jpeg(bookJpeg) : image.png({ compressionLevel: bestCompression })).toBuffer();
}

async function drawIcon(drawing: Uint8Array, size: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const margin = Math.round(size / 16);
  const width = size - 2 * margin;
  // At a density of 72 per inch, sharp draws one px for each unit of an SVG, and the icon is 32 units wide. It is drawn
  // four times as large as it is needed and then scaled down, which makes its edges smooth.
  const density = (72 / 32) * 4 * size;
  return sharp(drawing, { density })
    .resize(width, width, { fit: "contain", background: white })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: white })
    .flatten({ background: white })
    .png({ compressionLevel: bestCompression })
    .toBuffer();
}

// An icon file of Windows with one image, which may be a PNG: a header of 6 bytes, an entry of 16 bytes, the image.
function encodeIco(image: Buffer, size: number): Uint8Array {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // type: icon
  header.writeUInt16LE(1, 4); // number of images
  header.writeUInt8(size, 6); // width, in px
  header.writeUInt8(size, 7); // height, in px
  header.writeUInt16LE(1, 10); // colour planes
  header.writeUInt16LE(32, 12); // bits per pixel
  header.writeUInt32LE(image.byteLength, 14);
  header.writeUInt32LE(header.byteLength, 18); // where the image begins
  return Buffer.concat([header, image]);
}

// libvips reads the first frame of an animated PNG and does not say that there are more. The chunk acTL, which comes
// before the first IDAT, has their number (Portable Network Graphics, third edition).
function isAnimatedPng(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.readUInt32BE(0) !== 0x89504e47) return false;
  // Each chunk is its length, its type, its data and a checksum; the first stands after the signature of 8 bytes.
  for (let start = 8; start + 12 <= file.length; start += file.readUInt32BE(start) + 12) {
    const type = file.toString("latin1", start + 4, start + 8);
    if (type === "acTL") return file.readUInt32BE(start + 8) > 1;
    if (type === "IDAT") return false;
  }
  return false;
}

function isFormat(format: string): format is Image["format"] {
  return Object.hasOwn(extensions, format);
}

/** Returns sharp, which takes long to start: a publication without images needs it late or not at all. */
export async function loadSharp() {
  return (await import("sharp")).default;
}
