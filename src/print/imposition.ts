// Which page stands where on which side of which sheet. Pure arithmetic; pages count from 1, undefined is a blank.

export type PageNumber = number | undefined;

/** One side of a sheet, two pages beside each other. */
export interface Side {
  left: PageNumber;
  right: PageNumber;
  /** Printed head down, for a printer that turns the sheet on its long edge. */
  turned: boolean;
}

export interface Sheet {
  front: Side;
  back: Side;
}

/** The edge on which the printer turns the sheet between front and back. */
export type Flip = "short-edge" | "long-edge";

/** Pages 1…count as they come in a booklet: padded with blanks to a multiple of four, before the last page, which is the back cover. */
export function padded(count: number): PageNumber[] {
  const pages: PageNumber[] = Array.from({ length: count }, (_, index) => index + 1);
  const blanks: PageNumber[] = Array.from({ length: (4 - (count % 4)) % 4 }, () => undefined);
  return [...pages.slice(0, -1), ...blanks, ...pages.slice(-1)];
}

/** Sheets of a saddle-stitched booklet, the outermost first. A text that reads from right to left has its spine on the right. */
export function saddleStitch(pages: PageNumber[], flip: Flip, direction: "ltr" | "rtl" = "ltr"): Sheet[] {
  if (pages.length % 4 !== 0) throw new Error(`A booklet has a multiple of four pages, not ${pages.length}.`);
  const side = (first: PageNumber, second: PageNumber, turned: boolean): Side =>
    direction === "ltr" ? { left: first, right: second, turned } : { left: second, right: first, turned };
  return Array.from({ length: pages.length / 4 }, (_, index) => {
    const [low, high] = [2 * index, pages.length - 1 - 2 * index];
    return {
      front: side(pages[high], pages[low], false),
      back: side(pages[low + 1], pages[high - 1], flip === "long-edge"),
    };
  });
}
