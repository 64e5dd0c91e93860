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
    const image = images.find(({ name }) => name === decodeURI($(element).attr("src") ?? ""));
    if (image) $(element).attr("width", String(Math.floor((image.width * pixelsPerInch) / leastPpi)));
  });
}
