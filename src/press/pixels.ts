import { loadSharp, printQuality } from "../image.ts";

// What a press needs of images, as sharp makes it.

/** Returns an image as a grey JPEG, for a press that prints with black ink alone. */
export async function encodeGreyJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bytes).toColourspace("b-w").jpeg({ quality: printQuality }).toBuffer();
}

/** Turns pixels of three bytes, red, green and blue, into grey pixels of one byte. */
export async function toGreyPixels(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
}

/** Returns the pixels of an image, of three bytes: red, green and blue. */
export async function toLightPixels(bytes: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(bytes).toColourspace("srgb").removeAlpha().raw().toBuffer();
}

/**
 * Turns pixels of three bytes, red, green and blue, into pixels of four: cyan, magenta, yellow and black, as the ICC profile
 * of a press has them. `profile` is the path of its file, or “cmyk”, the generic one of libvips.
 */
export async function toInkPixels(
  pixels: Uint8Array,
  width: number,
  height: number,
  profile: string,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toColourspace("cmyk")
    .withIccProfile(profile)
    .raw()
    .toBuffer();
}

/** Returns the ICC profile of a generic CMYK press that libvips has: by Graeme W. Gill, in the public domain. */
export async function readPressProfile(): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const sample = sharp({ create: { width: 1, height: 1, channels: 3, background: "#ffffff" } });
  const tiff = await sample.toColourspace("cmyk").withIccProfile("cmyk").tiff().toBuffer();
  return (await sharp(tiff).metadata()).icc!;
}
