import {
  across,
  padTo,
  printBack,
  upright,
  type Fold,
  type Job,
  type PageNumber,
  type Panel,
  type Sheet,
} from "./fold.ts";
import { pagesPerSheet, type SheetSize } from "../geometry.ts";

// Booklets of sheets that are folded once, laid in each other, and stapled or sewn in the fold.

/** A saddle-stitched booklet: all sheets are laid in each other. */
export const saddleStitch: Fold = {
  work: (job) => foldInTheMiddle(across(job.paper), job, [countSheets(job)]),
  sheets: (job) => planBooklet(job, across(job.paper), [countSheets(job)]),
};

/** A thick booklet: some sheets at a time are laid in each other, and the sections sewn together. */
export const sections: Fold = {
  work: (job) => foldInTheMiddle(across(job.paper), job, sectionsOf(job)),
  sheets: (job) => planBooklet(job, across(job.paper), sectionsOf(job)),
};

/** Two copies of a saddle-stitched booklet on the same sheets, one above the other. */
export const twoASheet: Fold = {
  work(job) {
    const sheet = upright(job.paper);
    const work = foldInTheMiddle(sheet, job, [countSheets(job)]);
    return { ...work, steps: [{ do: "cut", along: { y: [sheet.height / 2] }, piles: "apart" }, ...work.steps] };
  },
  sheets(job) {
    const sheet = upright(job.paper);
    const half = { ...sheet, height: sheet.height / 2 };
    // Turned as a page is: the back of each half is behind it, on whichever edge the printer turns the paper.
    const halves = planBooklet({ ...job, flip: "short-edge" }, half, [countSheets(job)]);
    const twice = (panels: Panel[]) =>
      [0, half.height].flatMap((y) => panels.map((panel) => ({ ...panel, frame: { ...panel.frame, y } })));
    return halves.map(({ front, back }) => ({
      front: twice(front),
      back: printBack(twice(back!), sheet, job.flip),
    }));
  },
};

function countSheets({ pages }: Job): number {
  return Math.ceil(pages.length / pagesPerSheet);
}

// Sections that are as equal as they can be, none with more sheets than asked for; thicker ones come first.
function sectionsOf(job: Job): number[] {
  const sheets = countSheets(job);
  const count = Math.ceil(sheets / (job.sheetsPerSection ?? sheets));
  return Array.from({ length: count }, (_, index) => Math.floor((sheets + count - 1 - index) / count));
}

function foldInTheMiddle(sheet: SheetSize, { flip, direction }: Job, counts: number[]) {
  const part = direction === "ltr" ? "left" : "right";
  return {
    sheet,
    flip,
    sections: counts,
    // As on a table: the cover lies below, the middle of the booklet on top.
    steps: [
      { do: "turn" },
      { do: "fold", along: { x: [sheet.width / 2] }, part, to: "over" },
      { do: "bind", edge: part },
    ],
    read: "leaves",
  } satisfies ReturnType<Fold["work"]>;
}

function planBooklet(job: Job, sheet: SheetSize, counts: number[]): Sheet[] {
  const pages = padTo(pagesPerSheet, job.pages);
  let done = 0;
  return counts.flatMap((count) => {
    const section = pages.slice(done, done + count * pagesPerSheet);
    done += section.length;
    return planSection(section, job, sheet);
  });
}

// Returns the sheets of a section, the outermost first. When it is folded, each sheet is pushed outwards by the thickness
// of every sheet around it; so its pages are moved inwards by as much.
function planSection(pages: PageNumber[], { flip, direction, thickness }: Job, sheet: SheetSize): Sheet[] {
  const { height } = sheet;
  const width = sheet.width / 2;
  const plan = (first: PageNumber, second: PageNumber, creep: number): Panel[] => {
    const [left, right] = direction === "ltr" ? [first, second] : [second, first];
    return [
      { page: left, frame: { x: 0, y: 0, width, height }, hold: "right", turned: false, creep },
      { page: right, frame: { x: width, y: 0, width, height }, hold: "left", turned: false, creep },
    ];
  };
  return Array.from({ length: pages.length / pagesPerSheet }, (_, index) => {
    // The indexes of the front's pages; those of the back stand next to them, further inside.
    const [low, high] = [2 * index, pages.length - 1 - 2 * index];
    const creep = index * thickness;
    return {
      front: plan(pages[high], pages[low], creep),
      back: printBack(plan(pages[low + 1], pages[high - 1], creep), sheet, flip),
    };
  });
}
