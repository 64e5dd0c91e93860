/** Sizes of a printed page, in mm. */
export interface PageSize {
  width: number;
  height: number;
}

export interface PageGeometry extends PageSize {
  /** Paper printed beyond the trim, to be cut off. */
  bleed: number;
  /** From the trim to the type area. */
  margins: { top: number; bottom: number; inner: number; outer: number };
}

export const pointsPerMm = 72 / 25.4;

/** ISO 216 A5, with margins for 35 lines of 18 px: 114 × 167.6 mm of type. */
export const a5: PageGeometry = { width: 148, height: 210, bleed: 3, margins: { top: 18, bottom: 24.4, inner: 16, outer: 18 } };

/** ISO 216 A4 on its side: the sheet that carries two A5 pages. */
export const a4Landscape: PageSize = { width: 297, height: 210 };
