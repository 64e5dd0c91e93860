import { loadSharp } from "../image.ts";

/** An image as it can be put into a publication. */
export interface BroughtImage {
  /** The end of its name: `.png`. */
  extension: string;
  bytes: Uint8Array;
}

const kept: Record<string, string> = { jpeg: ".jpg", png: ".png", gif: ".gif", webp: ".webp" };

/**
 * Returns an image as it is if a publication can have it, and as PNG if it is in another format that can be read.
 * Returns nothing for what cannot be, such as the drawings of Windows (EMF, WMF).
 */
export async function convertImage(bytes: Uint8Array): Promise<BroughtImage | undefined> {
  const sharp = await loadSharp();
  try {
    const { format } = await sharp(bytes).metadata();
    const extension = kept[format];
    if (extension) return { extension, bytes };
    return { extension: ".png", bytes: await sharp(bytes).autoOrient().png().toBuffer() };
  } catch {
    // sharp has no kinds of errors; whatever it is, this image cannot be used.
    return undefined;
  }
}
