// Sizes of pages and of sheets. All lengths are in mm, unless a comment says otherwise.

export const pointsPerMm = 72 / 25.4;

/** Millimetres in a CSS px: an inch is 96 px (CSS Values and Units 4, 6.2) and 25.4 mm. */
export const mmPerPixel = 25.4 / 96;

/** The width and height of a page. */
export interface PageSize {
  width: number;
  height: number;
}

/** From the trim to the type area. The inner margin is at the spine. */
export interface Margins {
  top: number;
  bottom: number;
  inner: number;
  outer: number;
}

export interface PageGeometry extends PageSize {
  /** How far the artwork reaches beyond the trim, to be cut off. Each edition takes as much of it as it needs. */
  bleed: number;
  margins: Margins;
  /** Of running text: its size in pt and its line in px; and the size of titles, where that of A5 is 1. */
  type?: { size: number; line: number; display: number };
}

/** The sizes in which a pamphlet can be made. DL (DIN 678) is a third of A4; a square page has the width of A5. */
export const pageFormats = ["A5", "A6", "DL", "half-letter", "A4", "Letter", "square"] as const;
export type PageFormat = (typeof pageFormats)[number];

/** Paper as it is sold. */
export interface SheetSize extends PageSize {
  name: string;
}

/**
 * How far artwork reaches beyond the trim. Print shops ask for a bleed of 2 to 5 mm; more than that only fills sheets
 * that are larger than two pages.
 */
export const artworkBleed = 10;

/** How the text of a page is set, in pt and px. */
interface Format {
  page: PageSize;
  type: { size: number; line: number };
  /** Where they are not in proportion to those of A5. */
  margins?: Margins;
}

const formats: Record<PageFormat, Format> = {
  A5: { page: { width: 148, height: 210 }, type: { size: 10, line: 18 } },
  A6: { page: { width: 105, height: 148 }, type: { size: 8.5, line: 15 } },
  DL: { page: { width: 99, height: 210 }, type: { size: 9, line: 16 } },
  "half-letter": { page: { width: 139.7, height: 215.9 }, type: { size: 10, line: 18 } },
  // With the margins of A5 in proportion, a line would hold ninety letters.
  A4: {
    page: { width: 210, height: 297 },
    type: { size: 12, line: 22 },
    margins: { top: 26, inner: 29, outer: 41, bottom: 34 },
  },
  Letter: {
    page: { width: 215.9, height: 279.4 },
    type: { size: 12, line: 22 },
    margins: { top: 25, inner: 32, outer: 44, bottom: 32 },
  },
  square: {
    page: { width: 148, height: 148 },
    type: { size: 9.5, line: 17 },
    margins: { top: 13, inner: 17, outer: 20, bottom: 17 },
  },
};

/** The margins of A5, chosen by eye. */
const a5Margins: Margins = { top: 18, inner: 16, outer: 18, bottom: 24.4 };

/** The height that a page has beyond a whole number of lines, so that rounding never costs the last line. */
const spareHeight = 0.9;

/** By how much all lines of a pamphlet may be wider to save a sheet (setting/fit-sheets.ts). */
const mostWider = 1;

/** Returns a page of the pamphlet. The height of its type area is a whole number of lines and `spareHeight`. */
export function pamphletPageOf(format: PageFormat): PageGeometry {
  const { page, type, margins = inProportion(page) } = formats[format];
  const { width, height } = page;
  const { top, inner, outer } = margins;
  const line = type.line * mmPerPixel;
  const lines = Math.floor((height - top - margins.bottom) / line);
  const a5Measure = formats.A5.page.width - a5Margins.inner - a5Margins.outer;
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

// Returns the margins of A5, for a page of another size. The lower one is not rounded: that of the page follows from it.
function inProportion({ width, height }: PageSize): Margins {
  const { page: a5 } = formats.A5;
  return {
    top: roundToTenth((height * a5Margins.top) / a5.height),
    inner: roundToTenth((width * a5Margins.inner) / a5.width),
    outer: roundToTenth((width * a5Margins.outer) / a5.width),
    bottom: (height * a5Margins.bottom) / a5.height,
  };
}

/**
 * Returns how far text is from the edges of a page of the pamphlet, running heads and folios too. styles/pamphlet.css
 * says where these are: a running head ends two thirds of a line above the type area, a folio begins a line below it.
 */
export function clearanceOf(format: PageFormat): Margins {
  const { margins, type } = pamphletPageOf(format);
  const line = type!.line * mmPerPixel;
  return {
    top: margins.top - (5 / 3) * line,
    bottom: margins.bottom - 2 * line,
    inner: margins.inner - mostWider / 2,
    outer: margins.outer - mostWider / 2,
  };
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

/** How many pages a sheet has that is folded once and printed on both sides. */
export const pagesPerSheet = 4;

function roundToTenth(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}
