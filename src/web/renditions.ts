import type { Image } from "../publication.ts";

/** An image in one of the sizes in which the web edition has it. */
export interface Rendition {
  /** Width and height in px. */
  width: number;
  height: number;
  /** Path without the extension: `images/crowd-jpg-400`. */
  name: string;
}

/** Widths in px: for a telephone, for the column of text, and for the column on a screen of twice the resolution. */
const widths = [400, 640, 1280];

/**
 * The width at which a page shows an image, as HTML’s attribute `sizes` writes it: the column of text, or the width of a
 * narrow window less its margins. Estimated from web.css; it only chooses among the renditions.
 */
export const imageSizes = "(min-width: 42rem) 38rem, 92vw";

/** Returns the sizes in which an image is offered, the narrowest first. None is wider than the image itself. */
export function renditionsOf({ name, width, height }: Pick<Image, "name" | "width" | "height">): Rendition[] {
  const most = Math.min(width, widths.at(-1)!);
  return [...widths.filter((other) => other < most), most].map((offered) => ({
    width: offered,
    height: Math.max(1, Math.round((height * offered) / width)),
    name: `${name.replace(/\.([^.]+)$/, "-$1")}-${offered}`,
  }));
}

/** Returns the formats in which an image is offered, the smallest file first. Every browser shows the last. */
export function formatsOf({ format }: Pick<Image, "format">): ("avif" | "webp" | "jpg" | "png")[] {
  return ["avif", "webp", format === "png" || format === "gif" ? "png" : "jpg"];
}
