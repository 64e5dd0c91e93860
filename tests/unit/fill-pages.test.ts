import { describe, expect, it } from "vitest";
import { fillPages, type PageBlock, type Choice, type Filling } from "../../src/layout/setting/fill-pages.ts";

/** Pages of ten lines. */
const room = { height: 100, line: 10, noteFrame: 5 };

const way = (lines: number, more: Partial<Choice> = {}): Choice => ({
  lines,
  space: 0,
  cost: 0,
  notes: [],
  hyphens: [],
  ...more,
});
const paragraph = (choices: Choice[], more: Partial<PageBlock> = {}): PageBlock => ({
  gap: 0,
  line: 10,
  choices,
  staysWithNext: false,
  staysWithBefore: false,
  ...more,
});
const solid = (lines: number, more: Partial<PageBlock> = {}): PageBlock => ({
  gap: 0,
  height: lines * 10,
  choices: [way(0)],
  staysWithNext: false,
  staysWithBefore: false,
  ...more,
});
const bestOf = (fillings: Filling[]) => fillings.toSorted((one, other) => one.cost - other.cost)[0]!;

describe("pages filled as a whole", () => {
  it("are as many as the lines need", () => {
    expect(fillPages([paragraph([way(8)]), paragraph([way(15)])], room)).toMatchObject([{ pages: 3, lastLines: 3 }]);
  });

  it("never begin or end with one line of a paragraph", () => {
    // Nine lines and three: of the three, two cannot stay alone at either side, so all move overleaf.
    expect(fillPages([paragraph([way(9)]), paragraph([way(4)])], room)).toMatchObject([{ pages: 2, lastLines: 4 }]);
    expect(fillPages([paragraph([way(8)]), paragraph([way(3)])], room)).toMatchObject([{ pages: 2, lastLines: 3 }]);
    expect(fillPages([paragraph([way(8)]), paragraph([way(4)])], room)).toMatchObject([{ pages: 2, lastLines: 2 }]);
  });

  it("are full, if a paragraph with one line more or less makes them so", () => {
    const [filling] = fillPages([paragraph([way(9), way(10, { cost: 3 })]), paragraph([way(14)])], room);
    expect(filling).toMatchObject({ pages: 3, chosen: [1, 0] });
  });

  it("do not end a text with three lines or fewer, if a paragraph can be set otherwise", () => {
    const fillings = fillPages([paragraph([way(6)]), paragraph([way(6), way(4, { cost: 20 })])], room);
    expect(bestOf(fillings)).toMatchObject({ pages: 1, chosen: [0, 1] });
    expect(fillings.map(({ pages }) => pages)).toEqual([1, 2]);
  });

  it("keep a heading with two lines of what follows, and a signature with two lines of what is before it", () => {
    const heading = solid(1, { gap: 10, staysWithNext: true });
    expect(fillPages([paragraph([way(7)]), heading, paragraph([way(6)])], room)).toMatchObject([{ lastLines: 7 }]);
    const signature = solid(2, { gap: 10, staysWithBefore: true });
    expect(fillPages([paragraph([way(9)]), signature], room)).toMatchObject([{ pages: 2, lastLines: 5 }]);
  });

  it("have no space at their head", () => {
    expect(fillPages([paragraph([way(10)]), solid(4, { gap: 20 })], room)).toMatchObject([{ pages: 2, lastLines: 4 }]);
  });

  it("have less room where notes stand at their foot", () => {
    const noted = way(9, { notes: [{ line: 0, height: 20 }] });
    // 100 px less 20 for the note and 5 for its frame: seven lines.
    expect(fillPages([paragraph([noted])], room)).toMatchObject([{ pages: 2, lastLines: 2 }]);
  });

  it("do not end with a hyphen, if another setting costs little", () => {
    const hyphens = Array.from({ length: 14 }, (_, line) => line === 9);
    const [filling] = fillPages([paragraph([way(14, { hyphens }), way(14, { cost: 5 })])], room);
    expect(filling!.chosen).toEqual([1]);
  });

  it("divide what is higher than a page", () => {
    expect(fillPages([solid(25)], room)).toMatchObject([{ pages: 3, lastLines: 5 }]);
  });
});
