import { describe, expect, it } from "vitest";
import { countPages, padTo, type Job, type Panel } from "../../src/folds/fold.ts";
import { folds, type FoldName } from "../../src/folds/index.ts";
import { cellsOf } from "../../src/folds/leaves.ts";
import { backsInPrintOrder, frontsInPrintOrder, sidesInPrintOrder } from "../../src/folds/print-order.ts";
import { placePage } from "../../src/folds/place.ts";
import { divideIntoTiles, planTiles } from "../../src/folds/tiles.ts";
import { printFrontsThenBacks } from "../../src/verify/booklet.ts";
import { foldSheets } from "../../src/verify/folding.ts";

const a4 = { name: "A4", width: 297, height: 210 };
const a3 = { name: "A3", width: 420, height: 297 };
const a5 = { width: 148, height: 210 };
const a6 = { width: 105, height: 148 };
const a7 = { width: 74, height: 105 };
const dl = { width: 99, height: 210 };

const job = (count: number, page: Job["page"], more: Partial<Job> = {}): Job => ({
  pages: countPages(count),
  page,
  paper: a4,
  direction: "ltr",
  flip: "short-edge",
  thickness: 0,
  ...more,
});

/**
 * Sheets as one works them out by hand, without the program: fold a paper, number its panels in the order of reading, and
 * open it again. Fronts and backs row by row, the back as it lies when the paper is turned like a page;
 * v is a page head down. Those of eight and of sixteen pages are the usual schemes of a quarto and an octavo sheet.
 */
const byHand: { fold: FoldName; job: Job; front: string[]; back?: string[] }[] = [
  { fold: "saddle-stitch", job: job(4, a5), front: ["4 1"], back: ["2 3"] },
  { fold: "saddle-stitch", job: job(8, a5), front: ["8 1"], back: ["2 7"] },
  { fold: "sections", job: job(16, a5, { sheetsPerSection: 2 }), front: ["8 1"], back: ["2 7"] },
  { fold: "two-a-sheet", job: job(4, a6), front: ["4 1", "4 1"], back: ["2 3", "2 3"] },
  { fold: "eight-pages", job: job(8, a6), front: ["5v 4v", "8 1"], back: ["3v 6v", "2 7"] },
  {
    fold: "sixteen-pages",
    job: job(16, a6, { paper: a3 }),
    front: ["5v 12v 9v 8v", "4 13 16 1"],
    back: ["7v 10v 11v 6v", "2 15 14 3"],
  },
  { fold: "mini-zine", job: job(8, a7), front: ["5v 4v 3v 2v", "6 7 8 1"] },
  { fold: "tri-fold", job: job(6, dl), front: ["5 6 1"], back: ["2 3 4"] },
  { fold: "z-fold", job: job(6, dl), front: ["5 6 1"], back: ["2 3 4"] },
  { fold: "repeat", job: job(2, a6), front: ["1 1", "1 1"], back: ["2 2", "2 2"] },
  { fold: "repeat", job: job(1, dl), front: ["1 1 1"] },
  { fold: "n-up", job: job(8, a6), front: ["1 3", "5 7"], back: ["4 2", "8 6"] },
  { fold: "cut-and-stack", job: job(8, a5), front: ["1 5"], back: ["6 2"] },
  { fold: "work-and-turn", job: job(2, a5), front: ["1 2"], back: ["1 2"] },
];

// The panels of a side as the table above writes them.
const rowsOf = (panels: Panel[] | undefined): string[] | undefined => {
  if (!panels) return undefined;
  const rows = Map.groupBy
    ? [...Map.groupBy(panels, ({ frame }) => frame.y).values()]
    : [...new Set(panels.map(({ frame }) => frame.y))].map((y) => panels.filter(({ frame }) => frame.y === y));
  return rows.map((row) => row.map(({ page, turned }) => `${page}${turned ? "v" : ""}`).join(" "));
};

describe("the first sheet", () => {
  it.each(byHand)("of $fold is printed as one that is worked out by hand", ({ fold, job, front, back }) => {
    const [sheet] = folds[fold].sheets(flipLikePage(fold, job));
    expect({ front: rowsOf(sheet!.front), back: rowsOf(sheet!.back) }).toEqual({ front, back });
  });
});

// With the edge on which its printed back is as it lies when the paper is turned like a page.
function flipLikePage(fold: FoldName, job: Job): Job {
  const { width, height } = folds[fold].work(job).sheet;
  return { ...job, flip: width > height ? "short-edge" : "long-edge" };
}

/** Carries out the work with what is printed on the sheets. Returns the pages of each copy; those head down with a v. */
function read(fold: FoldName, job: Job): string[] {
  const sheets = folds[fold].sheets(job);
  return foldSheets(folds[fold].work(job)).map((faces) =>
    faces
      .map(({ sheet, side, area, turned }) => {
        const panel = sheets[sheet]![side]!.find(({ frame }) => {
          const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
          return x > area.x && x < area.x + area.width && y > area.y && y < area.y + area.height;
        });
        return panel?.page === undefined ? "" : `${panel.page}${panel.turned === turned ? "" : "v"}`;
      })
      .filter((page) => page !== "")
      .join(" "),
  );
}

const numbers = (count: number) => countPages(count).join(" ");

/** Jobs of many sizes, and how many copies come of each. */
const many: [FoldName, Job, copies: number][] = [
  ...[1, 4, 5, 6, 7, 8, 25, 26, 28].map((count): [FoldName, Job, number] => ["saddle-stitch", job(count, a5), 1]),
  ...[4, 22, 40, 61].map((count): [FoldName, Job, number] => ["sections", job(count, a5, { sheetsPerSection: 4 }), 1]),
  ...[4, 10, 28].map((count): [FoldName, Job, number] => ["two-a-sheet", job(count, a6), 2]),
  ...[3, 8, 15, 16].map((count): [FoldName, Job, number] => ["eight-pages", job(count, a6), 1]),
  ...[7, 16, 17, 32].map((count): [FoldName, Job, number] => ["sixteen-pages", job(count, a6, { paper: a3 }), 1]),
  ...[5, 8].map((count): [FoldName, Job, number] => ["mini-zine", job(count, a7), 1]),
  ...[4, 6].flatMap((count): [FoldName, Job, number][] => [
    ["tri-fold", job(count, dl), 1],
    ["z-fold", job(count, dl), 1],
  ]),
  ["repeat", job(1, a6), 4],
  ["repeat", job(2, a6, { paper: a3, gutter: 6 }), 4],
  ["repeat", job(2, dl), 3],
  ["n-up", job(13, a6), 1],
  ["n-up", job(20, a6, { paper: a3, gutter: 4 }), 1],
  ["cut-and-stack", job(14, a5), 1],
  ["cut-and-stack", job(50, a6, { paper: a3, gutter: 4 }), 1],
  ["work-and-turn", job(2, a5), 2],
  ["work-and-turn", job(6, a6), 4],
];

describe.each(["short-edge", "long-edge"] as const)("printed with the %s", (flip) => {
  it.each(["ltr", "rtl"] as const)("every fold reads 1 to N, upright, %s", (direction) => {
    for (const [fold, job, copies] of many) {
      const expected = Array.from({ length: copies }, () => numbers(job.pages.length));
      expect({ fold, read: read(fold, { ...job, flip, direction }) }).toEqual({ fold, read: expected });
    }
  });
});

describe("a fold that is printed or folded wrongly", () => {
  it("comes out head down if the printer turns the paper on the other edge", () => {
    const { sheets } = folds["saddle-stitch"];
    const printed = { sheets, work: () => folds["saddle-stitch"].work(job(8, a5, { flip: "long-edge" })) };
    const faces = foldSheets(printed.work())[0]!;
    const turned = faces.map(({ sheet, side, turned }) => {
      const [panel] = printed.sheets(job(8, a5))[sheet]![side]!;
      return panel!.turned !== turned;
    });
    expect(turned).toEqual([false, true, false, true, true, false, true, false]);
  });

  it("stays a strip without its slit", () => {
    const work = folds["mini-zine"].work(job(8, a7));
    const steps = work.steps.filter((step) => step.do !== "slit");
    expect(foldSheets(work)[0]).toHaveLength(8);
    expect(foldSheets({ ...work, steps })[0]).toHaveLength(2);
  });

  it("reads otherwise if its last two folds are exchanged", () => {
    const work = folds["sixteen-pages"].work(job(16, a6, { paper: a3 }));
    const [turn, first, second, third] = work.steps;
    const order = (steps: typeof work.steps) =>
      foldSheets({ ...work, steps })[0]!.map(({ side, area }) => `${side} ${area.x} ${area.y}`);
    expect(order([turn!, first!, third!, second!])).not.toEqual(order([turn!, first!, second!, third!]));
  });
});

describe("leaves that are cut from sheets", () => {
  const sizes = [a5, a6, a7, dl, { width: 148, height: 148 }, { width: 139.7, height: 215.9 }];
  const cutFolds: FoldName[] = ["repeat", "n-up", "cut-and-stack"];

  it.each(cutFolds)("%s: are cut where their pages are printed, on every paper, with gutters and without", (fold) => {
    for (const page of sizes)
      for (const paper of [a4, a3, { name: "SRA3", width: 450, height: 320 }])
        for (const gutter of [0, 0.5, 4, 6]) {
          const own = job(4, page, { paper, gutter });
          if (cellsOf(own) === 0) continue;
          const work = folds[fold].work(own);
          const [front] = folds[fold].sheets(own).map(({ front }) => front);
          const pieces = foldSheets(work)
            .flat()
            .filter(({ sheet, side }) => sheet === 0 && side === "front");
          for (const { area } of pieces) {
            const shown = front!
              .map((panel) => ({ panel, placed: placePage(panel, page, work.sheet, 0) }))
              .map(({ placed }) => placed.x - placed.reach.left)
              .filter((x) => x > area.x - 2 && x < area.x + 2);
            // The page begins where its leaf does, but for the little that is not trimmed.
            expect({ page, paper, gutter, begins: shown.some((x) => Math.abs(x - area.x) < 1.01) }).toEqual({
              page,
              paper,
              gutter,
              begins: true,
            });
          }
        }
  });
});

describe("a job that does not suit its fold", () => {
  it.each([
    ["mini-zine", job(9, a7), "eight pages, not 16"],
    ["tri-fold", job(7, dl), "six pages, not 12"],
    ["work-and-turn", job(2, dl), "even number of columns, not 3"],
  ] as const)("%s is refused", (fold, job, message) => {
    expect(() => folds[fold].sheets(job)).toThrow(message);
  });
});

describe("sheets", () => {
  it("get blanks before the back cover, up to a multiple of four", () => {
    expect(padTo(4, countPages(5))).toEqual([1, 2, 3, 4, undefined, undefined, undefined, 5]);
    expect(padTo(4, countPages(8))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(padTo(4, countPages(26)).slice(-4)).toEqual([25, undefined, undefined, 26]);
  });

  it("have their pages nearer to the spine by the thickness of every sheet around them, in each section anew", () => {
    const creeps = (fold: FoldName) =>
      folds[fold]
        .sheets(job(24, a5, { thickness: 0.1, sheetsPerSection: 3 }))
        .map(({ front, back }) => [...front, ...back!].map(({ creep }) => Math.round(creep * 10) / 10));
    const sheet = (creep: number) => [creep, creep, creep, creep];
    expect(creeps("saddle-stitch")).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5].map(sheet));
    expect(creeps("sections")).toEqual([0, 0.1, 0.2, 0, 0.1, 0.2].map(sheet));
  });

  it("make sections that are as thick as each other", () => {
    expect(folds.sections.work(job(28, a5, { sheetsPerSection: 4 })).sections).toEqual([4, 3]);
    expect(folds.sections.work(job(36, a5, { sheetsPerSection: 4 })).sections).toEqual([3, 3, 3]);
  });

  it("have a panel that is folded in narrower than the others, and none in a Z-fold", () => {
    const widths = (fold: FoldName, direction: Job["direction"]) => {
      const [sheet] = folds[fold].sheets(job(6, dl, { direction }));
      return [sheet!.front, sheet!.back!].map((panels) => panels.map(({ frame }) => frame.width));
    };
    expect(widths("tri-fold", "ltr")).toEqual([
      [97, 100, 100],
      [100, 100, 97],
    ]);
    expect(widths("tri-fold", "rtl")).toEqual([
      [100, 100, 97],
      [97, 100, 100],
    ]);
    expect(widths("z-fold", "ltr")).toEqual([
      [99, 99, 99],
      [99, 99, 99],
    ]);
  });

  it("that are printed on one side at a time are fed again, the last one first", () => {
    const sheets = folds["saddle-stitch"].sheets(job(26, a5));
    expect(printFrontsThenBacks(frontsInPrintOrder(sheets), backsInPrintOrder(sheets))).toEqual(
      sidesInPrintOrder(sheets),
    );
    expect(printFrontsThenBacks(frontsInPrintOrder(sheets).slice(1), backsInPrintOrder(sheets))).toHaveLength(13);
  });
});

describe("a poster in tiles", () => {
  const a2 = { width: 420, height: 594 };

  it("takes the fewest sheets, and shows every part of it", () => {
    const tiling = divideIntoTiles(a2, a4);
    expect([tiling.columns, tiling.rows, tiling.sheet.width]).toEqual([2, 4, 297]);
    const { area, step, columns, rows } = tiling;
    expect((columns - 1) * step.x + area.width).toBeGreaterThanOrEqual(a2.width);
    expect((rows - 1) * step.y + area.height).toBeGreaterThanOrEqual(a2.height);
  });

  it("is drawn with the next part of it on each sheet", () => {
    const tiling = divideIntoTiles(a2, a4);
    const placed = planTiles(tiling).map(({ front: [panel] }) => placePage(panel!, a2, tiling.sheet, 0));
    const { area } = tiling;
    for (const { reach, x, y } of placed) {
      expect([x, Math.round(tiling.sheet.height - y - (reach.top + a2.height + reach.bottom))]).toEqual([8, 8]);
      expect(reach.left + a2.width + reach.right).toBeLessThanOrEqual(area.width);
    }
    expect(placed.map(({ reach }) => -reach.left)).toEqual([0, 271, 0, 271, 0, 271, 0, 271]);
  });
});
