import { readingOrder, type Image, type Publication } from "../publication.ts";

// The pictures of an EPUB are those that its texts show, as JPEG or PNG: WebP is of EPUB 3.3, and many e-readers are
// older.

/** Where a picture stands in the book, by its own name; what is no JPEG has become a PNG. */
export function bookPath(name: string): string {
  return /\.(jpe?g|png)$/.test(name) ? name : `${name}.png`;
}

/** The media type of a picture in the book. */
export function bookType({ format }: Pick<Image, "format">): string {
  return format === "jpeg" ? "image/jpeg" : "image/png";
}

/** The pictures that a text in the book shows. */
export function picturesShown(publication: Publication): Image[] {
  const texts = readingOrder(publication);
  return publication.images.filter(({ name }) =>
    texts.some(({ body }) => body.includes(name) || body.includes(encodeURI(name))),
  );
}
