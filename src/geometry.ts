// Sizes of pages and of sheets. All lengths are in mm, unless a comment says otherwise.

export const pointsPerMm = 72 / 25.4;

/** Millimetres in a CSS px: an inch is 96 px (CSS Values and Units 4, 6.2) and 25.4 mm. */
export const mmPerPixel = 25.4 / 96;

/** The width and height of a page. */
export interface PageSize {
  width: number;
  height: number;
}

export interface PageGeometry extends PageSize {
  /** How far the artwork reaches beyond the trim, to be cut off. Each edition takes as much of it as it needs. */
  bleed: number;
  /** From the trim to the type area. */
  margins: { top: number; bottom: number; inner: number; outer: number };
  /** Of running text: its size in pt and its line in px; and the size of titles, where that of A5 is 1. */
  type?: { size: number; line: number; display: number };
}

/** The sizes in which a pamphlet can be made. DL (DIN 678) is a third of A4. */
export const pageFormats = ["A5", "A6", "DL", "half-letter"] as const;
export type PageFormat = (typeof pageFormats)[number];

/** Paper as it is sold, in landscape. */
export interface SheetSize extends PageSize {
  name: string;
}

/**
 * How far artwork reaches beyond the trim. Print shops ask for a bleed of 2 to 5 mm; more than that only fills sheets
 * that are larger than two pages.
 */
export const artworkBleed = 10;

const formats: Record<PageFormat, { page: PageSize; sheet: SheetSize; type: { size: number; line: number } }> = {
  A5: {
    page: { width: 148, height: 210 },
    sheet: { name: "A4", width: 297, height: 210 },
    type: { size: 10, line: 18 },
  },
  A6: {
    page: { width: 105, height: 148 },
    sheet: { name: "A5", width: 210, height: 148 },
    type: { size: 8.5, line: 15 },
  },
  // No paper is sold that is two pages wide, so a part of A4 is cut off on either side.
  DL: { page: { width: 99, height: 210 }, sheet: { name: "A4", width: 297, height: 210 }, type: { size: 9, line: 16 } },
  "half-letter": {
    page: { width: 139.7, height: 215.9 },
    sheet: { name: "US Letter", width: 279.4, height: 215.9 },
    type: { size: 10, line: 18 },
  },
};

/** The margins of A5, chosen by eye; those of other formats are in proportion. */
const a5Margins = { top: 18, inner: 16, outer: 18, bottom: 24.4 };

/** The height that a page has beyond a whole number of lines, so that rounding never costs the last line. */
const spareHeight = 0.9;

/** Returns a page of the pamphlet. The height of its type area is a whole number of lines and `spareHeight`. */
export function pamphletPageOf(format: PageFormat): PageGeometry {
  const { page, type } = formats[format];
  const { width, height } = page;
  const { page: a5 } = formats.A5;
  const top = roundToTenth((height * a5Margins.top) / a5.height);
  const inner = roundToTenth((width * a5Margins.inner) / a5.width);
  const outer = roundToTenth((width * a5Margins.outer) / a5.width);
  const line = type.line * mmPerPixel;
  const lines = Math.floor((height - top - (height * a5Margins.bottom) / a5.height) / line);
  const a5Measure = a5.width - a5Margins.inner - a5Margins.outer;
  const display = Math.round(((width - inner - outer) / a5Measure) * 100) / 100;
  return {
    ...page,
    bleed: artworkBleed,
    type: { ...type, display },
    margins: { top, inner, outer, bottom: roundToTenth(height - top - lines * line - spareHeight) },
  };
}

/**
 * Returns the spine of a perfect-bound pamphlet as a page that lies on its side; undefined without a spine (its width in
 * mm). Its title keeps the distance of the type from the upper edge of a page.
 */
export function spinePageOf(format: PageFormat, spine?: { width: number }): PageGeometry | undefined {
  if (!spine) return undefined;
  const { height, margins } = pamphletPageOf(format);
  const outer = margins.top;
  return {
    width: height,
    height: spine.width,
    bleed: artworkBleed,
    margins: { top: 0, bottom: 0, inner: outer, outer },
  };
}

/** Returns the sheet that has room for two pages of the pamphlet side by side. */
export function pamphletSheetOf(format: PageFormat): SheetSize {
  return formats[format].sheet;
}

/**
 * A leaflet of ISO 216 A5, with the same margins on both sides. They leave 120 × 187 mm of type, and are wider than the
 * edge that office printers cannot print on.
 */
export const leaflet: PageGeometry = {
  width: 148,
  height: 210,
  bleed: artworkBleed,
  margins: { top: 13, bottom: 10, inner: 14, outer: 14 },
};

/** ISO 216 A4 for large print. The margins leave room for 29 lines of 32 px, of some 55 letters of 18 pt each. */
export const largePrint: PageGeometry = {
  width: 210,
  height: 297,
  bleed: 3,
  margins: { top: 24, bottom: 27.5, inner: 22, outer: 22 },
};

/** ISO 216 A4 in landscape: the sheet that has room for two A5 pages. */
export const a4Landscape: PageSize = { width: 297, height: 210 };

/** A4 in landscape as one page, without bleed. */
export const a4Sheet: PageGeometry = { ...a4Landscape, bleed: 0, margins: { top: 15, bottom: 14, inner: 0, outer: 0 } };

/** How many pages a sheet has that is folded once and printed on both sides. */
export const pagesPerSheet = 4;

function roundToTenth(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}
