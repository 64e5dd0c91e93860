/** Sizes of a printed page, in mm. */
export interface PageSize {
  width: number;
  height: number;
}

export interface PageGeometry extends PageSize {
  /**
   * How far the artwork reaches beyond the trim, to be cut off: as far as any print shop asks for; an edition takes
   * what it needs.
   */
  bleed: number;
  /** From the trim to the type area. */
  margins: { top: number; bottom: number; inner: number; outer: number };
  /** Of running text: its size in pt, its line in px; and how large titles are, by the width that A5 has for them. */
  type?: { size: number; line: number; display: number };
}

/** The sizes in which a pamphlet can be made. DL (DIN 678) is a third of A4. */
export const pageFormats = ["A5", "A6", "DL", "half-letter"] as const;
export type PageFormat = (typeof pageFormats)[number];

export const pointsPerMm = 72 / 25.4;

/** Paper as it is sold, on its side. */
export interface Sheet extends PageSize {
  name: string;
}

const formats: Record<PageFormat, { page: PageSize; sheet: Sheet; type: { size: number; line: number } }> = {
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
  // No paper is two of it wide: A4 is cut to it on both sides.
  DL: { page: { width: 99, height: 210 }, sheet: { name: "A4", width: 297, height: 210 }, type: { size: 9, line: 16 } },
  "half-letter": {
    page: { width: 139.7, height: 215.9 },
    sheet: { name: "US Letter", width: 279.4, height: 215.9 },
    type: { size: 10, line: 18 },
  },
};

/**
 * A page of the pamphlet: margins in the proportions of A5, where they are 18 mm at the head and the fore edge, 16 mm
 * at the spine and some 24 mm at the foot; between head and foot a whole number of lines, and a little for what is
 * rounded.
 */
export function pamphletPage(format: PageFormat): PageGeometry {
  const { page, type } = formats[format];
  const { width, height } = page;
  const [top, inner, outer] = [(height * 18) / 210, (width * 16) / 148, (width * 18) / 148].map(tenth) as [
    number,
    number,
    number,
  ];
  const line = (type.line * 25.4) / 96;
  const lines = Math.floor((height - top - (height * 24.4) / 210) / line);
  const display = Math.round(((width - inner - outer) / 114) * 100) / 100;
  return {
    ...page,
    bleed: 10,
    type: { ...type, display },
    margins: { top, inner, outer, bottom: tenth(height - top - lines * line - 0.9) },
  };
}

/** The sheet that carries two pages of the pamphlet side by side. */
export function pamphletSheet(format: PageFormat): Sheet {
  return formats[format].sheet;
}

/**
 * ISO 216 A5 as a leaflet, alike on both sides: 120 × 187 mm of type, and clear of the edge that office printers leave
 * white.
 */
export const leaflet: PageGeometry = {
  width: 148,
  height: 210,
  bleed: 10,
  margins: { top: 13, bottom: 10, inner: 14, outer: 14 },
};

/** ISO 216 A4 for large print: 29 lines of 32 px, some 55 letters of 18 pt to a line. */
export const largePrint: PageGeometry = {
  width: 210,
  height: 297,
  bleed: 3,
  margins: { top: 24, bottom: 27.5, inner: 22, outer: 22 },
};

/** ISO 216 A4 on its side: the sheet that carries two A5 pages. */
export const a4Landscape: PageSize = { width: 297, height: 210 };

/** The same sheet, printed as a page of its own. */
export const a4Sheet: PageGeometry = { ...a4Landscape, bleed: 0, margins: { top: 15, bottom: 14, inner: 0, outer: 0 } };

function tenth(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}
