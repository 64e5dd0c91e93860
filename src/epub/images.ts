import { listWithImprint, type Image, type Publication } from "../publication.ts";

// An EPUB has the images that its texts show, as JPEG or PNG: many e-readers are older than EPUB 3.3, which added WebP.

/** Returns the path of an image in the book. An image in a format other than JPEG and PNG becomes a PNG. */
export function bookImagePath(name: string): string {
  return /\.(jpe?g|png)$/.test(name) ? name : `${name}.png`;
}

/** Returns the media type of an image in the book. */
export function bookImageType({ format }: Pick<Image, "format">): string {
  return format === "jpeg" ? "image/jpeg" : "image/png";
}

/** Returns the images that the texts of the book and its imprint show. */
export function findShownImages(publication: Publication): Image[] {
  const texts = listWithImprint(publication);
  return publication.images.filter(({ name }) => texts.some(({ body }) => body.includes(name)));
}
