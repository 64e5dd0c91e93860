import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { findMisfit, imposedAs, planSheets, planWork } from "../../src/folds/jobs.ts";
import { drawMoment } from "../../src/guide/drawing.ts";
import { seePaper } from "../../src/guide/lying-paper.ts";
import { listMoments } from "../../src/guide/steps.ts";
import { imposeNames, paperNames, type ImposeName, type PaperName } from "../../src/papers.ts";

const factsOf = (dir: "ltr" | "rtl") => ({ dir, print: { page: "A6" as const, paper: 0.1 } });

function showFold(fold: ImposeName, paper: PaperName, pages: number, dir: "ltr" | "rtl" = "ltr") {
  const folded = imposedAs({ fold, paper }, factsOf(dir), pages);
  const [work, sheets] = [planWork(folded), planSheets(folded)];
  const moments = listMoments(work, folded.job.page);
  // The part that is drawn last lies on top. A page head down has a v.
  const onTop = moments.map(({ step, piles, stacked }) => {
    const { pages } = seePaper(piles, work, sheets, stacked).at(-1)!;
    pages.sort((one, other) => Math.round(one.y - other.y) || one.x - other.x);
    return `${step.do}: ${pages.map(({ number, turned }) => `${number}${turned ? "v" : ""}`).join(" ")}`;
  });
  const drawings = moments.map((moment) => load(drawMoment(moment, work, sheets, `“${moment.step.do}” & so on`)));
  return { onTop, drawings };
}

describe("the drawings of a fold", () => {
  // Folded from paper, and looked at before each step.
  it("show what lies on top before each step", () => {
    expect(showFold("eight-pages", "A4", 8).onTop).toEqual([
      "lay: 5v 4v 8 1",
      "turn: 5v 4v 8 1",
      "fold: 3v 6v 2 7",
      "fold: 4 5",
      "open: 1",
      "bind: 1",
      "read: 1",
    ]);
    expect(showFold("sixteen-pages", "A3", 16).onTop).toEqual([
      "lay: 5v 12v 9v 8v 4 13 16 1",
      "turn: 5v 12v 9v 8v 4 13 16 1",
      "fold: 7v 10v 11v 6v 2 15 14 3",
      "fold: 5v 12v 4 13",
      "fold: 8 9",
      "open: 1",
      "bind: 1",
      "read: 1",
    ]);
    expect(showFold("work-and-turn", "A5", 2).onTop).toEqual(["lay: 1 2", "cut: 1 2", "turn: 2", "read: 1"]);
  });

  it("show how the parts of a sheet that is cut are laid on each other", () => {
    expect(showFold("cut-and-stack", "A4", 16).onTop).toEqual([
      "lay: 1 5 9 13",
      "cut: 1 5 9 13",
      "cut: 1 9",
      "read: 1",
    ]);
  });

  it.each(imposeNames)("end with page 1 on top, from the left and from the right: %s", (fold) => {
    for (const dir of ["ltr", "rtl"] as const)
      for (const paper of paperNames) {
        if (findMisfit(imposedAs({ fold, paper }, factsOf(dir)))) continue;
        expect(showFold(fold, paper, 16, dir).onTop.at(-1), `${paper}, ${dir}`).toBe("read: 1");
      }
  });

  it("have the lines of folds and cuts, arrows and staples, and their words", () => {
    const { drawings } = showFold("eight-pages", "A4", 8);
    const has = (drawing: number, selector: string) => drawings[drawing]!(selector).length;
    expect([has(1, ".fold-arrow"), has(2, ".fold-over"), has(3, ".fold-over")]).toEqual([1, 1, 1]);
    expect([has(4, ".fold-cut"), has(4, ".fold-scissors"), has(5, ".fold-staple"), has(6, "path.fold-cut")]).toEqual([
      1, 1, 2, 0,
    ]);
    expect(drawings[0]!("svg").attr("aria-label")).toBe("“lay” & so on");
  });
});
