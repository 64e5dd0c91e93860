// Which page stands where on which side of which sheet. Pure arithmetic; pages count from 1, undefined is a blank.

export type PageNumber = number | undefined;

/** One side of a sheet, two pages beside each other. */
export interface Side {
  left: PageNumber;
  right: PageNumber;
  /** Printed head down, for a printer that turns the sheet on its long edge. */
  turned: boolean;
  /**
   * How far its pages are moved towards the spine, in mm, so that outer margins are equal when the folded booklet is
   * trimmed.
   */
  creep: number;
}

export interface Sheet {
  front: Side;
  back: Side;
}

/** The edge on which the printer turns the sheet between front and back. */
export type Flip = "short-edge" | "long-edge";

/**
 * Pages 1…count as they come in a booklet: padded with blanks to a multiple of four, before the last page, which is the
 * back cover.
 */
export function padded(count: number): PageNumber[] {
  const pages: PageNumber[] = Array.from({ length: count }, (_, index) => index + 1);
  const blanks: PageNumber[] = Array.from({ length: (4 - (count % 4)) % 4 }, () => undefined);
  return [...pages.slice(0, -1), ...blanks, ...pages.slice(-1)];
}

/**
 * Sheets of a saddle-stitched booklet, the outermost first. A text that reads from right to left has its spine on the
 * right. Folded, every sheet is pushed out by the thickness (mm) of each sheet around it: its creep.
 */
export function saddleStitch(
  pages: PageNumber[],
  flip: Flip,
  direction: "ltr" | "rtl" = "ltr",
  thickness = 0,
): Sheet[] {
  if (pages.length % 4 !== 0) throw new Error(`A booklet has a multiple of four pages, not ${pages.length}.`);
  const side = (first: PageNumber, second: PageNumber, turned: boolean, creep: number): Side =>
    direction === "ltr" ? { left: first, right: second, turned, creep } : { left: second, right: first, turned, creep };
  return Array.from({ length: pages.length / 4 }, (_, index) => {
    const [low, high] = [2 * index, pages.length - 1 - 2 * index];
    const creep = index * thickness;
    return {
      front: side(pages[high], pages[low], false, creep),
      back: side(pages[low + 1], pages[high - 1], flip === "long-edge", creep),
    };
  });
}

/**
 * Sides that carry a page twice, two copies to cut apart. Both halves being the same, every front has its back behind
 * it whichever edge the sheet is turned on: turned on the short edge both stand head up, on the long edge the back
 * stands head down.
 */
export function twoUp(pages: number): Side[] {
  return Array.from({ length: pages }, (_, index) => ({ left: index + 1, right: index + 1, turned: false, creep: 0 }));
}

/** The sides in the order in which a printer that turns the sheet prints them. */
export function bothSides(sheets: Sheet[]): Side[] {
  return sheets.flatMap(({ front, back }) => [front, back]);
}

/** The fronts, for a printer that prints one side only. */
export function fronts(sheets: Sheet[]): Side[] {
  return sheets.map(({ front }) => front);
}

/**
 * The backs of such sheets. The printer is taken to lay sheets out face down, the last on top, and to print the upper
 * side of what is fed by hand, short edge first. So the stack goes back in as it came out, neither turned over nor
 * turned round: the last sheet is first, and the edge that came out last now leads, which is turning on the short edge.
 * The printer test shows whether a printer does so.
 */
export function backs(sheets: Sheet[]): Side[] {
  return sheets.map(({ back }) => back).toReversed();
}
