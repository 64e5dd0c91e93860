import sharp from "sharp";

/** What a picture is, found by decoding all of it. */
export interface Picture {
  format: "jpeg" | "png" | "gif" | "webp";
  width: number;
  height: number;
}

const extensions: Record<Picture["format"], RegExp> = { jpeg: /\.jpe?g$/, png: /\.png$/, gif: /\.gif$/, webp: /\.webp$/ };

/** The picture that a file holds, or a clause that says what is wrong with it: "is damaged or no picture". */
export async function inspect(name: string, bytes: Uint8Array): Promise<Picture | string> {
  try {
    const { format, width, height } = await sharp(bytes).metadata();
    if (!isFormat(format)) return `is ${format.toUpperCase()}, which cannot be set`;
    if (!extensions[format].test(name)) return `is in truth a ${format.toUpperCase()}`;
    // The size stands in the head of the file; a picture cut short is found by decoding it.
    await sharp(bytes, { failOn: "truncated", sequentialRead: true }).stats();
    return { format, width, height };
  } catch {
    return "is damaged or no picture";
  }
}

/** A picture for the web, cut to a width and height, as AVIF, WebP and JPEG. The same picture gives the same bytes: no date, no metadata is written. */
export async function webPictures(bytes: Uint8Array, width: number, height: number): Promise<{ extension: string; bytes: Uint8Array }[]> {
  const cut = sharp(await sharp(bytes).resize(width, height).flatten({ background: "#ffffff" }).png({ compressionLevel: 0 }).toBuffer());
  const encoded = [
    { extension: "avif", picture: cut.clone().avif({ quality: 55, effort: 3 }) },
    { extension: "webp", picture: cut.clone().webp({ quality: 80, smartSubsample: true }) },
    { extension: "jpg", picture: cut.clone().jpeg({ quality: 82, mozjpeg: true }) },
  ];
  return Promise.all(encoded.map(async ({ extension, picture }) => ({ extension, bytes: await picture.toBuffer() })));
}

/** The cover of a book, from a picture of it: a JPEG of a size that any reading system shows; no date and no metadata, so the same bytes each time. */
export async function coverPicture(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes).flatten({ background: "#ffffff" }).resize({ width: 1200 }).jpeg({ quality: 85, mozjpeg: true }).toBuffer();
}

function isFormat(format: string): format is Picture["format"] {
  return format in extensions;
}
