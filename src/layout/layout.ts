import type { PageStart } from "../artifact.ts";

/** Where everything is in a document that was laid out. Pages count from 1. */
export interface Layout {
  pages: number;
  /** The page of every id. */
  pageOf: [id: string, page: number][];
  /** The elements with `data-bookmark`, in reading order. */
  bookmarks: Bookmark[];
  /** What each page begins with; none for a page that is blank, or that continues something other than a text. */
  starts: PageStart[];
  /** Every link, in reading order. */
  links: LaidOutLink[];
  remarks: LayoutRemark[];
}

export interface Bookmark {
  id: string;
  title: string;
  page: number;
  /** The name of the part of the contents in which it is. */
  part?: string;
}

/** A link: its words, the page that it leads to if that is inside the document, and whether it belongs to a note. */
export interface LaidOutLink {
  text: string;
  page?: number;
  /** Leads from a note mark to its note, or back. */
  ofNote: boolean;
}

/** What could be better set: a widow, an orphan, a last page of three lines, words that are cut off with a slip. */
export interface LayoutRemark {
  kind: RemarkKind;
  page: number;
}

export type RemarkKind = "widow" | "orphan" | "short-page" | "behind-slip";

/** How a document is to be fitted to pages. */
export interface FitOptions {
  /** Whether it is to take no sheet more than needed, or no page, or is left as it comes. */
  fit: "sheets" | "pages" | "none";
  /** The size of its type, in pt. */
  size: number;
}

/** How a document was fitted. Nothing has been divided into pages yet, so these are foreseen. */
export interface Fitted {
  /** Its pages as it is set, and without any fit. */
  pages: number;
  natural: number;
  /** What was changed: the size of the type (pt), the distance of its lines (px), the length of lines (mm more). */
  size?: number;
  line?: number;
  measure?: number;
  /** Where no change saves a sheet: the texts, by their names, that would have to be so many lines shorter. */
  over: { text: string; lines: number }[];
}

/** A rectangle, in CSS px from the upper left corner. */
export interface PageRectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
