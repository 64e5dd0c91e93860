import { describe, expect, it } from "vitest";
import type { Filling } from "../../src/layout/setting/fill-pages.ts";
import { findFit, type TypeChange } from "../../src/layout/setting/fit-sheets.ts";
import { fitRemarksOf } from "../../src/layout/remarks.ts";

const filling = (pages: number, cost = 0, lastLines = 20): Filling => ({ pages, cost, lastLines, chosen: [] });
const step = 0.005;
const sheets = { fit: "sheets", fixed: 4, step } as const;

describe("the fit of a pamphlet to its sheets", () => {
  it("changes nothing if the pages are a multiple of four", () => {
    expect(findFit(() => [[filling(1, 10), filling(2)], [filling(2)]], sheets)).toMatchObject({
      natural: 8,
      plan: { pages: 4 },
      change: { size: 1 },
    });
  });

  it("takes settings of paragraphs that save a page, before it touches the type", () => {
    const evaluate = () => [[filling(3)], [filling(1, 40), filling(2)]];
    expect(findFit(evaluate, sheets)).toMatchObject({ natural: 9, plan: { pages: 4 }, change: { size: 1, lines: 0 } });
  });

  it("takes the largest type that saves the page", () => {
    const evaluate = ({ size }: TypeChange) => [[filling(3)], [size < 0.983 ? filling(1) : filling(2)]];
    expect(findFit(evaluate, sheets).change.size).toBeCloseTo(0.98);
  });

  it("then puts lines closer, and then makes them wider", () => {
    const evaluate = ({ lines }: TypeChange) => [[filling(3)], [lines > 0 ? filling(1) : filling(2)]];
    expect(findFit(evaluate, sheets).change).toEqual({ size: 1, lines: 1, measure: 0 });
    const wide = ({ measure, size }: TypeChange) => [
      [filling(3)],
      [measure > 0 && size < 0.98 ? filling(1) : filling(2)],
    ];
    expect(findFit(wide, sheets).change).toMatchObject({ lines: 0, measure: 1 });
  });

  it("takes nothing that can be seen, and says which texts are too long, by how many lines", () => {
    const texts = [[filling(3, 0, 17)], [filling(1, 4000), filling(2, 0, 6)]];
    expect(findFit(() => texts, sheets)).toMatchObject({
      natural: 9,
      plan: { pages: 5 },
      change: { size: 1 },
      over: [{ text: 1, lines: 6 }],
    });
  });

  it("may be left alone, or save pages without regard to sheets", () => {
    const texts = [[filling(1, 100), filling(2)], [filling(2)]];
    expect(findFit(() => texts, { ...sheets, fixed: 5, fit: "none" }).plan.pages).toBe(4);
    expect(findFit(() => texts, { ...sheets, fixed: 5, fit: "pages" }).plan.pages).toBe(3);
  });
});

describe("what a build says of it", () => {
  const usual = { size: 10, line: 18 };

  it("is what was changed, and what that saved", () => {
    expect(fitRemarksOf({ pages: 24, natural: 25, size: 9.8, over: [] }, 24, usual)).toEqual([
      "24 pages: 6 sheets, not 7; type 9.8 pt, not 10.",
    ]);
    expect(fitRemarksOf({ pages: 24, natural: 25, line: 17.5, measure: 1, over: [] }, 24, usual)).toEqual([
      "24 pages: 6 sheets, not 7; lines 13.13 pt apart, not 13.5; lines 1 mm wider.",
    ]);
  });

  it("is how many lines are over, and where", () => {
    const over = [
      { text: "One", lines: 6 },
      { text: "Two", lines: 1 },
    ];
    expect(fitRemarksOf({ pages: 26, natural: 26, over }, 26, usual)).toEqual([
      "26 pages: 7 sheets. To save one, shorten “One” by 6 lines and “Two” by 1 line.",
    ]);
  });

  it("is nothing if no sheet was saved", () => {
    expect(fitRemarksOf({ pages: 24, natural: 24, over: [] }, 24, usual)).toEqual([]);
  });
});
