import { artworkBleed, pamphletPageOf, type PageFormat, type PageGeometry } from "./geometry.ts";
import { officePaperOf, paperOf } from "./papers.ts";

// The forms in which a text or an event is printed by itself, and their pages. All lengths are in mm.

/** What an editor may write under `as:`. */
export const forms = ["leaflet", "tri-fold", "z-fold", "mini-zine", "quarter-fold", "poster"] as const;
export type Form = (typeof forms)[number];

/** The forms that are folded from one sheet, each of whose panels is a page. */
export const foldedForms = ["tri-fold", "z-fold", "mini-zine", "quarter-fold"] as const;
export type FoldedForm = (typeof foldedForms)[number];

/** A page of a leaflet or a panel. `scale` is the size of all but its text, where that of a leaflet of A5 is 1. */
export interface FormPage extends PageGeometry {
  scale: number;
}

/** The sizes of type of the running text, in pt. */
export interface TypeBounds {
  largest: number;
  smallest: number;
}

interface Folding {
  /** How many panels a side of the sheet has beside each other and below each other, and whether it is upright. */
  columns: number;
  rows: number;
  isUpright?: true;
  /** The pages that a reader finds. */
  pages: number;
  /** All chosen by eye. Below the smallest type no one can read in the street; above the largest a line has few words. */
  type: TypeBounds;
  scale: number;
  margins: { top: number; bottom: number; side: number };
}

const thirds: Folding = {
  columns: 3,
  rows: 1,
  pages: 6,
  type: { largest: 19, smallest: 8.5 },
  scale: 0.85,
  // The panel that is folded in is narrower by 2 mm. What is cut off stays well outside the type.
  margins: { top: 12, bottom: 12, side: 9 },
};

const foldings: Record<FoldedForm, Folding> = {
  "tri-fold": thirds,
  "z-fold": thirds,
  "mini-zine": {
    columns: 4,
    rows: 2,
    pages: 8,
    type: { largest: 15, smallest: 7.5 },
    scale: 0.62,
    margins: { top: 8, bottom: 8, side: 7.5 },
  },
  "quarter-fold": {
    columns: 2,
    rows: 2,
    isUpright: true,
    pages: 8,
    type: { largest: 17, smallest: 8 },
    scale: 0.75,
    margins: { top: 11, bottom: 11, side: 10 },
  },
};

/** Returns how many pages a sheet has that is folded into a form. */
export function pagesOf(form: FoldedForm): number {
  return foldings[form].pages;
}

/** Returns the bounds of the type of a folded form. */
export function typeBoundsOf(form: FoldedForm): TypeBounds {
  return foldings[form].type;
}

/** Returns a panel of a form, folded from the paper of the printer. */
export function panelOf(form: FoldedForm, page: PageFormat): FormPage {
  const { columns, rows, isUpright, scale, margins } = foldings[form];
  const paper = officePaperOf(page);
  const [width, height] = isUpright ? [paper.height, paper.width] : [paper.width, paper.height];
  const { top, bottom, side } = margins;
  return {
    width: roundToHundredth(width / columns),
    height: roundToHundredth(height / rows),
    bleed: panelBleed,
    margins: { top, bottom, inner: side, outer: side },
    scale,
  };
}

/** A panel has others beside it, so that only what it lacks at a fold is taken from its bleed. */
const panelBleed = 3;

/** The margins of a leaflet of A5; they are wider than the edge that office printers cannot print on. */
const leafletMargins = { top: 13, bottom: 10, side: 14 };

/**
 * Returns a page of a leaflet. That of A5 has the same margins on both sides, which leave 120 × 187 mm of type; those of
 * other sizes are in proportion.
 */
export function leafletPageOf(page: PageFormat): FormPage {
  const { width, height } = pamphletPageOf(page);
  const [across, down] = [width / 148, height / 210];
  const side = roundToHundredth(leafletMargins.side * across);
  return {
    width,
    height,
    bleed: artworkBleed,
    margins: {
      top: roundToHundredth(leafletMargins.top * down),
      bottom: roundToHundredth(leafletMargins.bottom * down),
      inner: side,
      outer: side,
    },
    scale: roundToHundredth(Math.min(across, down)),
  };
}

/** The sizes of posters, upright. */
const posterSizes = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  A2: { width: 420, height: 594 },
  A1: { width: 594, height: 841 },
  letter: { width: 215.9, height: 279.4 },
  tabloid: { width: 279.4, height: 431.8 },
} as const;
export type PosterSize = keyof typeof posterSizes;

/** The sizes of posters that can be put together from sheets of the printer. */
export const tiledSizes = ["A3", "A2", "A1"] as const satisfies PosterSize[];

/** Returns the sizes in which a poster is made: two that can be printed on one sheet. */
export function posterSizesOf(page: PageFormat): [smaller: PosterSize, larger: PosterSize] {
  return officePaperOf(page) === paperOf("Letter") ? ["letter", "tabloid"] : ["A4", "A3"];
}

/** The margin of a poster, as a part of its width: 12 mm of A4. */
const posterMargin = 12 / 210;

/** Returns the page of a poster. */
export function posterPageOf(size: PosterSize): FormPage {
  const { width, height } = posterSizes[size];
  const margin = roundToHundredth(width * posterMargin);
  return {
    width,
    height,
    bleed: 0,
    margins: { top: margin, bottom: margin, inner: margin, outer: margin },
    scale: roundToHundredth(width / 148),
  };
}

function roundToHundredth(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}
