/** Sizes of a printed page, in mm. */
export interface PageSize {
  width: number;
  height: number;
}

export interface PageGeometry extends PageSize {
  /** How far the artwork reaches beyond the trim, to be cut off: as far as any print shop asks for; an edition takes what it needs. */
  bleed: number;
  /** From the trim to the type area. */
  margins: { top: number; bottom: number; inner: number; outer: number };
}

export const pointsPerMm = 72 / 25.4;

/** ISO 216 A5, with margins for 35 lines of 18 px: 114 × 167.6 mm of type. */
export const a5: PageGeometry = { width: 148, height: 210, bleed: 10, margins: { top: 18, bottom: 24.4, inner: 16, outer: 18 } };

/** The same page as a leaflet, alike on both sides: 120 × 187 mm of type, and clear of the edge that office printers leave white. */
export const leaflet: PageGeometry = { ...a5, margins: { top: 13, bottom: 10, inner: 14, outer: 14 } };

/** ISO 216 A4 for large print: 29 lines of 32 px, some 55 letters of 18 pt to a line. */
export const largePrint: PageGeometry = { width: 210, height: 297, bleed: 3, margins: { top: 24, bottom: 27.5, inner: 22, outer: 22 } };

/** ISO 216 A4 on its side: the sheet that carries two A5 pages. */
export const a4Landscape: PageSize = { width: 297, height: 210 };

/** The same sheet, printed as a page of its own. */
export const a4Sheet: PageGeometry = { ...a4Landscape, bleed: 0, margins: { top: 15, bottom: 14, inner: 0, outer: 0 } };
