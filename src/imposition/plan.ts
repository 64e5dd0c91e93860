// Plans which page goes where on which side of which sheet. Pages are numbered from 1; undefined is a blank.

export type PageNumber = number | undefined;

/** One side of a sheet: two pages beside each other. */
export interface Side {
  left: PageNumber;
  right: PageNumber;
  /** Whether it is printed head down, for a printer that turns the sheet on its long edge. */
  turned: boolean;
  /**
   * Creep in mm: how far the pages are moved towards the spine, so that the outer margins are equal when the folded
   * booklet is trimmed.
   */
  creep: number;
}

export interface Sheet {
  front: Side;
  back: Side;
}

/** The edge on which the printer turns the sheet between front and back. */
export type Flip = "short-edge" | "long-edge";

/** A sheet folded once has this many pages. */
const pagesPerSheet = 4;

/**
 * Returns the pages 1…count of a booklet with as many blanks as make them a multiple of four, or of another number. The
 * blanks stand before the last page, which is the back cover.
 */
export function padToSignatures(count: number, multiple = pagesPerSheet): PageNumber[] {
  const pages: PageNumber[] = Array.from({ length: count }, (_, index) => index + 1);
  const missing = (multiple - (count % multiple)) % multiple;
  const blanks: PageNumber[] = Array.from({ length: missing }, () => undefined);
  return [...pages.slice(0, -1), ...blanks, ...pages.slice(-1)];
}

/**
 * Returns the sheets of a saddle-stitched booklet, the outermost first. A text that is read from right to left has its
 * spine on the right. When the booklet is folded, each sheet is pushed outwards by the thickness (mm) of every sheet
 * around it; so its pages are moved inwards by as much, which is the creep. Throws an Error if the number of pages is not
 * a multiple of four.
 */
export function planSaddleStitch(
  pages: PageNumber[],
  flip: Flip,
  direction: "ltr" | "rtl" = "ltr",
  thickness = 0,
): Sheet[] {
  if (pages.length % pagesPerSheet !== 0)
    throw new Error(`The pages of a booklet must be a multiple of four, not ${pages.length}.`);
  const createSide = (first: PageNumber, second: PageNumber, turned: boolean, creep: number): Side =>
    direction === "ltr" ? { left: first, right: second, turned, creep } : { left: second, right: first, turned, creep };
  return Array.from({ length: pages.length / pagesPerSheet }, (_, index) => {
    // The indexes of the front's pages; those of the back stand next to them, further inside.
    const [low, high] = [2 * index, pages.length - 1 - 2 * index];
    const creep = index * thickness;
    return {
      front: createSide(pages[high], pages[low], false, creep),
      back: createSide(pages[low + 1], pages[high - 1], flip === "long-edge", creep),
    };
  });
}

/**
 * Returns for each of `pages` pages a side that has the page twice; the sheet is cut into two copies. Both halves are the
 * same, so a front has the right back behind it, on whichever edge the sheet is turned. If it is turned on the short
 * edge, back and front are the same way up; on the long edge, the back is head down.
 */
export function planTwoUp(pages: number): Side[] {
  return Array.from({ length: pages }, (_, index) => ({ left: index + 1, right: index + 1, turned: false, creep: 0 }));
}

/** Returns the sides in the order in which a printer that turns the sheet prints them. */
export function sidesInPrintOrder(sheets: Sheet[]): Side[] {
  return sheets.flatMap(({ front, back }) => [front, back]);
}

/** Returns the fronts in printing order, for a printer that prints one side only. */
export function frontsInPrintOrder(sheets: Sheet[]): Side[] {
  return sheets.map(({ front }) => front);
}

/**
 * Returns the backs in printing order, to be printed onto the fronts of the same sheets. The order assumes a printer
 * that lays sheets out face down, the last on top, and prints the upper side of what is fed by hand, short edge first.
 * The stack of fronts goes back in as it came out, neither turned over nor turned round. So the last sheet is fed
 * first, and the edge that came out last leads, which is the same as turning on the short edge. The printer test shows
 * whether a printer works like this.
 */
export function backsInPrintOrder(sheets: Sheet[]): Side[] {
  return sheets.map(({ back }) => back).toReversed();
}
