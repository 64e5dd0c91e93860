import type { PageSize, SheetSize } from "../geometry.ts";

// A fold says how paper becomes a booklet, a leaflet or a pile of leaves. It has two halves that do not know each other:
// what is printed on the sheets, and what is done with the paper. The imposition draws the first; the proof carries out
// the second with the finished file, and the drawings of the guide show it. Lengths are in mm. On a side of a sheet, as it
// is printed, x counts from the left and y from the upper edge.

/** A page, from 1; undefined is a blank. */
export type PageNumber = number | undefined;

/** The edge on which the paper is turned to print its back. */
export type Flip = "short-edge" | "long-edge";

export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place for a page on a side of a sheet, as the side is printed. */
export interface Panel {
  page: PageNumber;
  /** What the page may fill, with its bleed. A page that is larger is cut at its edges. */
  frame: Region;
  /** The edge of the frame at which the page stands, or its middle. From top to bottom it stands in the middle. */
  hold: "left" | "right" | "middle";
  /** Instead: where the upper left corner of the page is, from that of the frame. */
  corner?: { x: number; y: number };
  /** Whether the page is printed head down. */
  turned: boolean;
  /**
   * Creep: how far the page is moved towards the edge that it is held at, so that outer margins are equal when the folded
   * booklet is trimmed.
   */
  creep: number;
}

/** What is printed on a sheet: on its front, and on its back if that is printed. */
export interface Sheet {
  front: Panel[];
  back?: Panel[];
}

/** Lines from the upper to the lower edge of the paper, or from the left to the right one. */
export type Lines = { x: number[] } | { y: number[] };

/** A side of a line on paper. */
export type PaperPart = "left" | "right" | "upper" | "lower";

/**
 * Something that is done with sheets, or with the piles into which they were cut. Places are those of the sheet as it was
 * laid down: paper that is folded or turned lies in the same place, and a part that does not move stays where it is.
 */
export type Step =
  /** All are turned over as a page is turned, or only the piles on one side. */
  | { do: "turn"; part?: PaperPart }
  /** One part is folded over the other, or behind it. */
  | { do: "fold"; along: Lines; part: PaperPart; to: "over" | "behind" }
  /**
   * Cut along lines. The piles stay apart, each a copy, or are laid on each other, the left or upper one on top. With
   * `waste`, every other strip is thrown away, beginning with the first.
   */
  | { do: "cut"; along: Lines; piles: "apart" | "stacked"; waste?: true }
  /** A cut inside the sheet, from one x to another. */
  | { do: "slit"; y: number; from: number; to: number }
  /**
   * A strip of four columns and two layers with a slit in its fold is pushed together from both ends, until four leaves
   * stand round the middle; they are laid on each other, the one of the end `top` uppermost.
   */
  | { do: "push"; top: "left" | "right" }
  /** The folds at the upper edge are cut open. */
  | { do: "open" }
  /** The fold at this edge is stapled or sewn. */
  | { do: "bind"; edge: "left" | "right" };

/** What is done with the paper when it has been printed. */
export interface Work {
  /** The paper, as the front of a sheet is printed. */
  sheet: SheetSize;
  /** The edge on which it is turned; undefined if only one side is printed. */
  flip?: Flip;
  /**
   * How many sheets are laid on each other, the first on top, front up; the steps are done with them together. What comes
   * of the sections is laid on each other in the same order.
   */
  sections: number[];
  steps: Step[];
  /**
   * How it is read: leaf by leaf; or opened flat: first the panel that is on top, then the side behind it from the left
   * or from the right, then the other panels of its own side.
   */
  read: "leaves" | "from-left" | "from-right";
}

/** What is to be printed and folded. */
export interface Job {
  /** The pages in reading order. A fold adds the blanks that it needs, before the last page. */
  pages: PageNumber[];
  /** The size of a page, trimmed. */
  page: PageSize;
  /** The paper; each fold lays it upright or across. */
  paper: SheetSize;
  direction: "ltr" | "rtl";
  /** The edge on which the printer turns paper. */
  flip: Flip;
  /** The thickness of a leaf. */
  thickness: number;
  /** How many sheets make a section, if the fold has several. */
  sheetsPerSection?: number;
  /** The room between pages that are cut apart, half of it for the bleed of each. */
  gutter?: number;
}

export interface Fold {
  /** Returns what is done with the paper. Throws an Error if the job does not suit the fold. */
  work(job: Job): Work;
  /** Returns what is printed, sheet by sheet. Throws as work() does. */
  sheets(job: Job): Sheet[];
}

/** Returns the pages with as many blanks before the last one as make them a multiple of `count`. */
export function padTo(count: number, pages: PageNumber[]): PageNumber[] {
  const missing = (count - (pages.length % count)) % count;
  const blanks: PageNumber[] = Array.from({ length: missing }, () => undefined);
  return [...pages.slice(0, -1), ...blanks, ...pages.slice(-1)];
}

/** Returns the numbers of pages, 1…count. */
export function countPages(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Returns paper lying across. */
export function across({ name, width, height }: SheetSize): SheetSize {
  return { name, width: Math.max(width, height), height: Math.min(width, height) };
}

/** Returns paper standing upright. */
export function upright({ name, width, height }: SheetSize): SheetSize {
  return { name, width: Math.min(width, height), height: Math.max(width, height) };
}

/** Returns how many sheets are printed. */
export function countSheets({ sections }: Work): number {
  return sections.reduce((sum, sheets) => sum + sheets, 0);
}

/** Returns the edge on which paper is turned as a page is: about an axis from its upper to its lower edge. */
export function flipLikePage({ width, height }: PageSize): Flip {
  return width > height ? "short-edge" : "long-edge";
}

/** Returns whether the paper is turned as a page is. */
export function turnsLikePage(paper: PageSize, flip: Flip): boolean {
  return flip === flipLikePage(paper);
}

/**
 * Returns the back of a sheet as it must be printed: `panels` is the back as it lies when the sheet is turned as a page
 * is. If the printer turns paper on the other edge, the whole side is printed head down.
 */
export function printBack(panels: Panel[], sheet: PageSize, flip: Flip): Panel[] {
  return turnsLikePage(sheet, flip) ? panels : panels.map((panel) => turnPanel(panel, sheet));
}

/** Returns a panel of a side that is printed head down. */
function turnPanel(panel: Panel, sheet: PageSize): Panel {
  const { frame, hold, turned } = panel;
  const x = sheet.width - frame.x - frame.width;
  const y = sheet.height - frame.y - frame.height;
  return { ...panel, frame: { ...frame, x, y }, hold: oppositeOf(hold), turned: !turned };
}

export function oppositeOf(hold: Panel["hold"]): Panel["hold"] {
  if (hold === "middle") return hold;
  return hold === "left" ? "right" : "left";
}
