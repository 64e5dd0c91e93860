import { expect, it } from "vitest";
import { countPages, type Job } from "../../src/folds/fold.ts";
import { folds, type FoldName } from "../../src/folds/index.ts";
import { planTestSheets } from "../../src/folds/marks.ts";

const a4 = { name: "A4", width: 297, height: 210 };

function linesOf(fold: FoldName, count: number, page: Job["page"]): string[] {
  const pages = countPages(count);
  const job: Job = { pages, page, paper: a4, direction: "ltr", flip: "short-edge", thickness: 0 };
  return planTestSheets(folds[fold].work(job), folds[fold].sheets(job)).marks.map(
    ({ from, to, dashed }) => `${from.x},${from.y} to ${to.x},${to.y} ${dashed ? "dashed" : "solid"}`,
  );
}

it("the lines of a test sheet are dashed where it is folded, and solid where it is cut, if only for a part", () => {
  expect(linesOf("mini-zine", 8, { width: 74, height: 105 })).toEqual([
    "222.75,0 to 222.75,210 dashed",
    "148.5,0 to 148.5,210 dashed",
    "74.25,0 to 74.25,210 dashed",
    "0,105 to 74.25,105 dashed",
    "74.25,105 to 222.75,105 solid",
    "222.75,105 to 297,105 dashed",
  ]);
  expect(linesOf("two-a-sheet", 4, { width: 105, height: 148 }).slice(0, 2)).toEqual([
    "105,0 to 105,297 dashed",
    "0,148.5 to 210,148.5 solid",
  ]);
});
