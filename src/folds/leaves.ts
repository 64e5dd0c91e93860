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
  type Step,
  type Work,
} from "./fold.ts";
import type { PageSize, SheetSize } from "../geometry.ts";

// Leaves that are cut from sheets: copies of one leaf, or the leaves of a pamphlet that is glued or punched.

/** A leaf has two pages. */
const pagesPerLeaf = 2;

/** A sheet that is divided into equal cells, each with room for a page and its part of the gutter. */
interface Grid {
  sheet: SheetSize;
  columns: number;
  rows: number;
  cell: PageSize;
  /** The upper left corner of the first cell. */
  x: number;
  y: number;
  /** Whether leaves are cut to the width and to the height of the page, and not only from each other. */
  trimmed: { x: boolean; y: boolean };
}

/** As many copies of each leaf as a sheet has room for. */
export const repeat: Fold = {
  work: (job) => cutCells(job, countLeaves(job, 1), "apart"),
  sheets: (job) => planLeaves(job, (sheet) => sheet),
};

/** Leaves in the order of reading, cell by cell and sheet by sheet; those of each sheet are laid on each other. */
export const nUp: Fold = {
  work: (job) => cutCells(job, countLeaves(job, cellsOf(job)), "stacked"),
  sheets: (job) => planLeaves(job, (sheet, cell) => sheet * cellsOf(job) + cell, cellsOf(job)),
};

/** Leaves in such an order that the piles of all sheets, cut at once, are laid on each other as they are. */
export const cutAndStack: Fold = {
  work: (job) => cutCells(job, [countLeaves(job, cellsOf(job)).length], "stacked"),
  sheets(job) {
    const sheets = countLeaves(job, cellsOf(job)).length;
    return planLeaves(job, (sheet, cell) => cell * sheets + sheet, cellsOf(job));
  },
};

/**
 * Both pages of a leaf beside each other, and the same on the back of the sheet, so that one forme prints both sides. The
 * copies on the right come out back side up.
 */
export const workAndTurn: Fold = {
  work(job) {
    const work = cutCells(job, countLeaves(job, 1), "apart");
    return { ...work, steps: [...work.steps, { do: "turn", part: "right" }] };
  },
  sheets(job) {
    const grid = gridOf(job);
    if (grid.columns % 2 === 1) throw new Error(`The sheet needs an even number of columns, not ${grid.columns}.`);
    const pages = padTo(pagesPerLeaf, job.pages);
    return countLeaves(job, 1).map((_, leaf): Sheet => {
      const [recto, verso] = [pages[pagesPerLeaf * leaf], pages[pagesPerLeaf * leaf + 1]];
      const side = planCells(grid, (column) => (column < grid.columns / 2 ? recto : verso));
      return { front: side, back: printBack(side, grid.sheet, job.flip) };
    });
  },
};

/** Returns how many pages of the job's size a side of its paper has room for; 0 if it is too small for one. */
export function cellsOf(job: Pick<Job, "page" | "paper" | "gutter">): number {
  const { columns, rows } = gridOf(job);
  return columns * rows;
}

/** Returns how many columns of the job's pages a side has. */
export function columnsOf(job: Pick<Job, "page" | "paper" | "gutter">): number {
  return gridOf(job).columns;
}

/** Returns the paper as it lies, so that it has room for more of the job's pages. */
export function sheetOf(job: Pick<Job, "page" | "paper" | "gutter">): SheetSize {
  return gridOf(job).sheet;
}

function gridOf({ page, paper, gutter = 0 }: Pick<Job, "page" | "paper" | "gutter">): Grid {
  const [best] = [across(paper), upright(paper)]
    .map((sheet) => {
      const columns = Math.floor((sheet.width + roundingRoom) / (page.width + gutter));
      const rows = Math.floor((sheet.height + roundingRoom) / (page.height + gutter));
      // Without gutters the cells share the whole sheet.
      const cell =
        gutter > 0
          ? { width: page.width + gutter, height: page.height + gutter }
          : { width: sheet.width / columns, height: sheet.height / rows };
      const x = gutter > 0 ? (sheet.width - columns * cell.width) / 2 : 0;
      const y = gutter > 0 ? (sheet.height - rows * cell.height) / 2 : 0;
      const trimmed = {
        x: cell.width - page.width > spareEdge || x > 0,
        y: cell.height - page.height > spareEdge || y > 0,
      };
      return { sheet, columns, rows, cell, x, y, trimmed };
    })
    .sort((one, other) => other.columns * other.rows - one.columns * one.rows);
  return best!;
}

/** Lengths that are a quotient may be this much too long, in mm. */
const roundingRoom = 0.001;

function countLeaves({ pages }: Job, leavesPerSheet: number): number[] {
  const sheets = Math.ceil(Math.ceil(pages.length / pagesPerLeaf) / leavesPerSheet);
  return Array.from({ length: sheets }, () => 1);
}

/** Cells that are larger than the page by no more than this, in mm, are not trimmed. */
const spareEdge = 1;

function cutCells(job: Job, sections: number[], piles: "apart" | "stacked"): Work {
  const { sheet, columns, rows, cell, x, y, trimmed } = gridOf(job);
  const part = (count: number, size: number) => ({
    along: Array.from({ length: count - 1 }, (_, index) => (index + 1) * size),
  });
  const trim = (count: number, from: number, size: number, wanted: number) => {
    const edges = Array.from({ length: count }, (_, index) => from + index * size + (size - wanted) / 2);
    return { along: edges.flatMap((edge) => [edge, edge + wanted]), waste: true as const };
  };
  const { along: vertical, ...atSides } = trimmed.x
    ? trim(columns, x, cell.width, job.page.width)
    : part(columns, cell.width);
  const { along: horizontal, ...atEnds } = trimmed.y
    ? trim(rows, y, cell.height, job.page.height)
    : part(rows, cell.height);
  const steps: Step[] = [
    { do: "cut", along: { x: vertical }, piles, ...atSides },
    { do: "cut", along: { y: horizontal }, piles, ...atEnds },
  ];
  return {
    sheet,
    ...(job.pages.length > 1 && { flip: job.flip }),
    sections,
    steps: steps.filter(isCut),
    read: "leaves",
  };
}

function isCut(step: Step): boolean {
  return step.do !== "cut" || Object.values(step.along).flat().length > 0;
}

/**
 * Returns the sheets on which leaves are printed in cells, row by row; `leafAt` says which leaf, from 0, is in a cell of a
 * sheet.
 */
function planLeaves(job: Job, leafAt: (sheet: number, cell: number) => number, leavesPerSheet = 1): Sheet[] {
  const grid = gridOf(job);
  const hasBacks = job.pages.length > 1;
  const pages = hasBacks ? padTo(pagesPerLeaf, job.pages) : job.pages;
  return countLeaves(job, leavesPerSheet).map((_, sheet): Sheet => {
    const side = (verso: 0 | 1, mirrored: boolean) =>
      planCells(grid, (column, row) => {
        const cell = row * grid.columns + (mirrored ? grid.columns - 1 - column : column);
        return pages[pagesPerLeaf * leafAt(sheet, cell) + verso];
      });
    return {
      front: side(0, false),
      ...(hasBacks && { back: printBack(side(1, true), grid.sheet, job.flip) }),
    };
  });
}

// Two columns stand at the cut between them; pages that are trimmed, and those of more columns, in the middle of their
// cells.
function planCells(grid: Grid, pageAt: (column: number, row: number) => PageNumber): Panel[] {
  const { columns, rows, cell, x, y, trimmed } = grid;
  return Array.from({ length: rows * columns }, (_, index): Panel => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const hold = columns === 2 && !trimmed.x ? (["right", "left"] as const)[column]! : "middle";
    const frame = { x: x + column * cell.width, y: y + row * cell.height, ...cell };
    return { page: pageAt(column, row), frame, hold, turned: false, creep: 0 };
  });
}
