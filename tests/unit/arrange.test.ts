import { describe, expect, it } from "vitest";
import { leaflet } from "../../src/geometry.ts";
import { countPages } from "../../src/folds/fold.ts";
import { folds } from "../../src/folds/index.ts";
import { sidesInPrintOrder } from "../../src/folds/print-order.ts";
import { arrange, type Spread } from "../../src/preview/client/arrange.ts";
import type { Pages } from "../../src/preview/messages.ts";

const pages = (count: number, dir: "ltr" | "rtl" = "ltr"): Pages => ({
  count,
  dir,
  page: { ...leaflet, bleed: 10 },
  facing: true,
  remarks: [],
});

/** Each spread as the pages on its left and right half. */
const halves = (spreads: Spread[]) =>
  spreads.map(({ width, frames }) =>
    [0, width / 2].map((left) => frames.find((frame) => Math.abs(frame.left - left) < 2)?.page ?? 0).join(" "),
  );

describe("the pages of the preview", () => {
  it("face each other as in the open pamphlet, the covers alone", () => {
    expect(halves(arrange(pages(5), "facing", false))).toEqual(["0 1", "2 3", "4 5"]);
    expect(halves(arrange(pages(4), "facing", false))).toEqual(["0 1", "2 3", "4 0"]);
  });

  it("face each other from right to left, and are named in the order of reading", () => {
    const spreads = arrange(pages(4, "rtl"), "facing", false);
    expect(halves(spreads)).toEqual(["1 0", "3 2", "0 4"]);
    expect(spreads.map(({ label }) => label)).toEqual(["1", "2–3", "4"]);
  });

  it("stand one by one in a narrow window", () => {
    expect(arrange(pages(3), "single", false).map(({ label }) => label)).toEqual(["1", "2", "3"]);
  });

  it("show their bleed if that is asked for", () => {
    const [cut] = arrange(pages(1), "single", false);
    const [whole] = arrange(pages(1), "single", true);
    expect([cut!.width, cut!.frames[0]!.from]).toEqual([148, { x: 10, y: 10 }]);
    expect([whole!.width, whole!.frames[0]!.from]).toEqual([168, { x: 0, y: 0 }]);
  });

  it("meet in the middle of the sheet, and move towards the fold by the creep", () => {
    const sheets = folds["saddle-stitch"].sheets({
      pages: countPages(8),
      page: leaflet,
      paper: { name: "A4", width: 297, height: 210 },
      direction: "ltr",
      flip: "short-edge",
      thickness: 0.5,
    });
    const sides = sidesInPrintOrder(sheets);
    const spreads = arrange({ ...pages(8), sheets: { width: 297, height: 210, sides } }, "sheets", false);
    expect(halves(spreads)).toEqual(["8 1", "2 7", "6 3", "4 5"]);
    expect(spreads.map(({ label }) => label)).toEqual([
      "Sheet 1, front",
      "Sheet 1, back",
      "Sheet 2, front",
      "Sheet 2, back",
    ]);
    // A half shows half a mm of the bleed at its outer edge; the pages of the second sheet are half a mm nearer.
    expect(spreads[0]!.frames.map(({ from }) => from)).toEqual([
      { x: 9.5, y: 10 },
      { x: 10, y: 10 },
    ]);
    expect(spreads[2]!.frames.map(({ from }) => from.x)).toEqual([9, 10.5]);
  });
});
