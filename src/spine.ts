import type { Publication } from "./publication.ts";

/** The spine of a perfect-bound pamphlet. */
export interface Spine {
  /** In mm. */
  width: number;
  hasTitle: boolean;
}

/** The pages of a cover: the two sides of its front and of its back. */
export const coverPages = 4;

/** How many pages a leaf has. */
export const pagesPerLeaf = 2;

/** On a narrower spine, in mm, print shops want no text: the fold may be half a millimetre beside its place. */
const narrowestWithTitle = 5;

/**
 * Returns the spine of a pamphlet of so many pages, with its cover; undefined if it is stapled. Its width is that of the
 * leaves and of what glue and cover add, in steps of 0.1 mm; or the one that the shop has told.
 */
export function describeSpine({ print }: Pick<Publication, "print">, pages: number): Spine | undefined {
  const { binding, spine, glue } = print.shop;
  if (binding !== "perfect") return undefined;
  const leaves = Math.ceil((pages - coverPages) / pagesPerLeaf);
  const width = spine ?? Math.round((leaves * print.paper + glue) * 10) / 10;
  return { width, hasTitle: width >= narrowestWithTitle };
}
