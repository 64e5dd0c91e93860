import { across, padTo, printBack, type Fold, type Job, type Panel } from "./fold.ts";
import { planRows } from "./signatures.ts";
import type { SheetSize } from "../geometry.ts";

// Leaflets of one sheet that is only folded.

/** Eight pages on one side of a sheet. Those of the upper row are head down. */
export const miniZine: Fold = {
  work({ paper, direction }) {
    const sheet = across(paper);
    const { width, height } = sheet;
    return {
      sheet,
      sections: [1],
      steps: [
        { do: "slit", y: height / 2, from: width / 4, to: (3 * width) / 4 },
        { do: "fold", along: { y: [height / 2] }, part: "upper", to: "behind" },
        { do: "push", top: direction === "ltr" ? "right" : "left" },
      ],
      read: "leaves",
    };
  },
  sheets(job) {
    const pages = padTo(8, job.pages);
    if (pages.length > 8) throw new Error(`A mini-zine has eight pages, not ${pages.length}.`);
    const rows = [
      [-5, -4, -3, -2],
      [6, 7, 8, 1],
    ];
    return [{ front: planRows(rows, pages, job, across(job.paper)) }];
  },
};

/** How much narrower than the others the panel is that is folded in, in mm: so much that it does not rub in the fold. */
const foldedIn = 3;

/** The pages of three panels beside each other, from the outside and from the inside, as read from left to right. */
const outside = [5, 6, 1];
const inside = [2, 3, 4];

/** The widths of three panels, from that with page 5 on its outside to the cover. */
type Thirds = [outer: number, middle: number, cover: number];

/** Six panels of a third of a sheet. The one with page 5 is folded in first, and that with page 1 over it. */
export const triFold = foldThirds("over", ({ width }) => {
  const full = (width + foldedIn) / 3;
  return [full - foldedIn, full, full];
});

/** Six panels of a third of a sheet, folded to and fro. */
export const zFold = foldThirds("behind", ({ width }) => [width / 3, width / 3, width / 3]);

function foldThirds(to: "over" | "behind", widthsOf: (sheet: SheetSize) => Thirds): Fold {
  return {
    work(job) {
      const sheet = across(job.paper);
      const [, middle, cover] = widthsOf(sheet);
      // The inside lies on top; the cover is on the left, under the first panel of the inside.
      const fromLeft = [cover, cover + middle];
      const [first, second] = job.direction === "ltr" ? fromLeft : fromLeft.map((x) => sheet.width - x);
      const [start, end] = job.direction === "ltr" ? (["left", "right"] as const) : (["right", "left"] as const);
      return {
        sheet,
        flip: job.flip,
        sections: [1],
        steps: [
          { do: "turn" },
          { do: "fold", along: { x: [second!] }, part: end, to },
          { do: "fold", along: { x: [first!] }, part: start, to: "over" },
        ],
        read: `from-${start}`,
      };
    },
    sheets: (job) => planThirds(job, widthsOf(across(job.paper))),
  };
}

function planThirds(job: Job, widths: Thirds) {
  const pages = padTo(6, job.pages);
  if (pages.length > 6) throw new Error(`A leaflet of three panels has six pages, not ${pages.length}.`);
  const sheet = across(job.paper);
  const plan = (numbers: number[], widths: number[]): Panel[] => {
    const order = (list: number[]) => (job.direction === "ltr" ? list : list.toReversed());
    const ordered = order(widths);
    return order(numbers).map((number, index) => {
      const x = ordered.slice(0, index).reduce((sum, width) => sum + width, 0);
      const frame = { x, y: 0, width: ordered[index]!, height: sheet.height };
      return { page: pages[number - 1], frame, hold: "middle", turned: false, creep: 0 };
    });
  };
  return [
    {
      front: plan(outside, widths),
      back: printBack(plan(inside, widths.toReversed()), sheet, job.flip),
    },
  ];
}
