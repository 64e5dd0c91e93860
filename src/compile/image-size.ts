import type { Dom } from "../html/dom.ts";
import type { Image } from "../publication.ts";
import { leastPpi } from "../resolution.ts";

/** CSS pixels in an inch (CSS Values and Units, 6.2). */
const pixelsPerInch = 96;

/**
 * Makes no image so wide that it is printed with fewer than `leastPpi` pixels to the inch. The style sheets make images
 * narrower that are wider than their column.
 */
export function limitImages($: Dom, images: Pick<Image, "name" | "width">[]): void {
  $("img").each((_, element) => {
    const width = widestPrintOf(decodeURI($(element).attr("src") ?? ""), images);
    if (width !== undefined) $(element).attr("width", String(width));
  });
}

/** Returns the width, in px, at which an image has `leastPpi` pixels to the inch; undefined if there is no such image. */
export function widestPrintOf(name: string, images: Pick<Image, "name" | "width">[]): number | undefined {
  const image = images.find((image) => image.name === name);
  return image && Math.floor((image.width * pixelsPerInch) / leastPpi);
}
