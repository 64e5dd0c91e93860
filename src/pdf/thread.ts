import type { PageGeometry } from "../geometry.ts";
import type { Bookmark, LaidOutLink } from "../layout/layout.ts";
import { formatInteger } from "../locale-format.ts";
import { makeAccessible, type LinkLabels } from "./accessible.ts";
import { cutToTrim, openPdf, setBookmarks, setDescription, setPageLabels, type Description } from "./document.ts";
import { savePdf } from "./save.ts";

// What reading-copy.ts runs on a thread.

/** A PDF as the browser prints it, and what is to be added. */
export interface PrintedPdf {
  pdf: Uint8Array;
  geometry: PageGeometry;
  description: Description;
  links: LaidOutLink[];
  linkLabels: LinkLabels;
  /** Bookmarks, and the labels of the covers, if it is a whole publication. */
  whole?: { bookmarks: Bookmark[]; cover: string; backCover: string };
}

/**
 * Makes a PDF for reading of one that the browser printed: cut to its trim, tagged (PDF/UA-1), if it is a whole
 * publication with bookmarks and page labels.
 */
export async function finishReadingCopy(printed: PrintedPdf): Promise<Uint8Array> {
  const { geometry, description, links, linkLabels, whole } = printed;
  const pdf = await openPdf(printed.pdf);
  cutToTrim(pdf, geometry);
  setDescription(pdf, description);
  makeAccessible(pdf, geometry, description, links, linkLabels);
  if (whole) {
    setBookmarks(pdf, whole.bookmarks);
    setPageLabels(pdf, whole.cover, whole.backCover, (page) => formatInteger(page, description.language));
  }
  return savePdf(pdf);
}
