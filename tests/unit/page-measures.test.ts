import { describe, expect, it } from "vitest";
import type { PrintedLine } from "../../src/inspect/printed-line.ts";
import { measurePages } from "../../src/verify/page-measures.ts";

/** A block with so many lines on each page, by page; with `hyphen`, each ends with one. */
function block(lines: Record<number, number>, text = "ab cd"): PrintedLine[] {
  return Object.entries(lines).flatMap(([page, count]) =>
    Array.from({ length: count }, (_, index) => ({
      page: Number(page),
      baseline: 500 - 13.5 * index,
      left: 10,
      right: 100,
      size: 10,
      text,
      spaces: [],
    })),
  );
}

const measure = (pages: { first: number; last: number }, blocks: PrintedLine[][], feet: (number | undefined)[] = []) =>
  measurePages(pages, blocks, blocks.flat(), feet, 13.5);

describe("the pages of a text", () => {
  it("have widows and orphans: one line of a divided paragraph alone", () => {
    const blocks = [block({ 3: 9, 4: 1 }), block({ 4: 1, 5: 3 }), block({ 5: 2, 6: 2 }), block({ 6: 1 })];
    expect(measure({ first: 3, last: 6 }, blocks)).toMatchObject({ pages: 4, widows: 1, orphans: 1 });
  });

  it("end with hyphens, within a paragraph", () => {
    const blocks = [block({ 3: 2, 4: 2 }, "ab-"), block({ 4: 2, 5: 2 }), block({ 5: 1 }, "ab-")];
    expect(measure({ first: 3, last: 5 }, blocks).hyphensOverPages).toBe(1);
  });

  it("end on a short page, if there is another one before it; lines at one height are one", () => {
    const long = block({ 3: 30, 4: 1 });
    expect(measure({ first: 3, last: 4 }, [long, block({ 4: 3 })]).shortLastPage).toBe(3);
    expect(measure({ first: 3, last: 4 }, [long, block({ 4: 4 })])).not.toHaveProperty("shortLastPage");
    expect(measure({ first: 4, last: 4 }, [block({ 4: 3 })])).not.toHaveProperty("shortLastPage");
  });

  it("have feet that differ, in lines, where two pages face each other and the text goes on", () => {
    const text = [block({ 3: 9, 4: 9, 5: 9, 6: 9 })];
    // Pages 4 and 5 face each other; page 3 faces what comes before the text.
    expect(measure({ first: 3, last: 6 }, text, [0, 0, 300, 72, 99, 200]).unequalFeet).toBe(2);
    expect(measure({ first: 3, last: 6 }, text, [0, 0, 300, 72, 72, 200]).unequalFeet).toBe(0);
    expect(measure({ first: 3, last: 5 }, text, [0, 0, 300, 72, 99])).not.toHaveProperty("unequalFeet");
    expect(measure({ first: 3, last: 6 }, text, [0, 0, 300, 72, undefined, 200])).not.toHaveProperty("unequalFeet");
  });
});
