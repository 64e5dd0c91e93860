import { describe, expect, it } from "vitest";
import {
  backsInPrintOrder,
  sidesInPrintOrder,
  frontsInPrintOrder,
  padToSignatures,
  planSaddleStitch,
  type Flip,
  type Side,
} from "../../src/imposition/plan.ts";
import { printFrontsThenBacks, fold, type PrintedSide } from "../../src/verify/fold.ts";

describe("padded", () => {
  it("puts blanks before the back cover, up to a multiple of four", () => {
    expect(padToSignatures(5)).toEqual([1, 2, 3, 4, undefined, undefined, undefined, 5]);
    expect(padToSignatures(8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(padToSignatures(26).slice(-4)).toEqual([25, undefined, undefined, 26]);
  });
});

describe("saddleStitch", () => {
  it("lays 28 pages on 7 sheets, the cover outermost", () => {
    const sheets = planSaddleStitch(padToSignatures(28), "short-edge");
    expect(sheets).toHaveLength(7);
    expect(sheets.map(({ front, back }) => `${front.left}|${front.right} ${back.left}|${back.right}`)).toEqual([
      "28|1 2|27",
      "26|3 4|25",
      "24|5 6|23",
      "22|7 8|21",
      "20|9 10|19",
      "18|11 12|17",
      "16|13 14|15",
    ]);
  });

  it("turns the backs for a printer that turns on the long edge, and nothing else", () => {
    const sheets = planSaddleStitch(padToSignatures(8), "long-edge");
    expect(sheets.map(({ front, back }) => [front.turned, back.turned])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it("moves the pages of inner sheets towards the spine, by the thickness of every sheet around them", () => {
    const sheets = planSaddleStitch(padToSignatures(12), "short-edge", "ltr", 0.1);
    expect(sheets.map(({ front, back }) => [front.creep, back.creep])).toEqual([
      [0, 0],
      [0.1, 0.1],
      [0.2, 0.2],
    ]);
  });

  it("refuses what is no multiple of four", () => {
    expect(() => planSaddleStitch([1, 2, 3], "short-edge")).toThrow("multiple of four");
  });
});

describe("a folded booklet", () => {
  // A side as a reader of the file meets it: a turned side has its halves exchanged.
  const asPrinted = ({ left, right, turned }: Side): PrintedSide<number | undefined> => {
    const half = (content: number | undefined) => ({ content, upright: !turned });
    return turned ? { left: half(right), right: half(left) } : { left: half(left), right: half(right) };
  };

  for (const flip of ["short-edge", "long-edge"] as Flip[]) {
    for (const direction of ["ltr", "rtl"] as const) {
      it(`reads 1 to N, upright: ${flip}, ${direction}`, () => {
        for (const count of [4, 5, 6, 7, 8, 25, 26, 28]) {
          const sides = sidesInPrintOrder(planSaddleStitch(padToSignatures(count), flip, direction)).map(asPrinted);
          const read = fold(sides, flip, direction);
          expect(read.map(({ content }) => content).filter((page) => page !== undefined)).toEqual(
            Array.from({ length: count }, (_, index) => index + 1),
          );
          expect(read.every(({ upright }) => upright)).toBe(true);
        }
      });
    }
  }

  it("reads 1 to N, upright, from fronts and backs fed by hand", () => {
    for (const direction of ["ltr", "rtl"] as const) {
      const sheets = planSaddleStitch(padToSignatures(26), "short-edge", direction);
      const read = fold(
        printFrontsThenBacks(frontsInPrintOrder(sheets).map(asPrinted), backsInPrintOrder(sheets).map(asPrinted)),
        "short-edge",
        direction,
      );
      expect(read.map(({ content }) => content).filter((page) => page !== undefined)).toEqual(
        Array.from({ length: 26 }, (_, index) => index + 1),
      );
      expect(read.every(({ upright }) => upright)).toBe(true);
    }
  });

  it("lacks the pages of a side that is missing", () => {
    const sheets = planSaddleStitch(padToSignatures(8), "short-edge");
    const sides = sidesInPrintOrder(sheets).map(asPrinted).slice(0, -1);
    expect(fold(sides, "short-edge").map(({ content }) => content)).toEqual([1, 2, 3, 6, 7, 8]);
    const [fronts, backs] = [frontsInPrintOrder(sheets), backsInPrintOrder(sheets)].map((half) => half.map(asPrinted));
    expect(printFrontsThenBacks(fronts!.slice(1), backs!)).toHaveLength(3);
  });

  it("comes out head down when the printer turns on the other edge", () => {
    const sides = sidesInPrintOrder(planSaddleStitch(padToSignatures(8), "short-edge")).map(asPrinted);
    expect(fold(sides, "long-edge").some(({ upright }) => !upright)).toBe(true);
  });
});
