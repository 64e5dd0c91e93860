import { describe, expect, it } from "vitest";
import type { PrintedLine } from "../../src/inspect/printed-line.ts";
import { endsWithHyphen, measureLines } from "../../src/verify/line-measures.ts";

const area = { left: 10, right: 110 };

/**
 * A line from 10 pt on, of a font in which every letter is 5 pt wide and a space 2.5 pt; its spaces are `space` pt wide.
 */
function line(text: string, space = 2.5, change: Partial<PrintedLine> = {}): PrintedLine {
  const spaces: PrintedLine["spaces"] = [];
  let right = area.left;
  for (const letter of text) {
    const left = right;
    right += letter === " " ? space : 5;
    if (letter === " ") spaces.push({ left, right, natural: 2.5 });
  }
  return { page: 1, baseline: 100, left: area.left, right, size: 10, text, spaces, ...change };
}

const measure = (...blocks: PrintedLine[][]) => measureLines(blocks, () => area);

/** A line of 18 letters and two spaces, which fill the 100 pt of the measure when each is 5 pt wide. */
const justified = line("abcdef abcdef abcdef", 5);

describe("the lines of a text", () => {
  it("stretch by the width of their spaces beyond the natural one; last lines and ragged lines do not count", () => {
    expect(measure([justified, line("ab cd")])).toMatchObject({
      lines: 2,
      stretch: { mean: 100, widest: 100, tightest: 0 },
    });
    expect(measure([line("abcdef abcdef abc"), line("ab cd")])).not.toHaveProperty("stretch");
    expect(measure([line("abcdef abcdef abcdef", 5)])).not.toHaveProperty("stretch");
  });

  it("stretch and shrink, and the mean is that of what they differ by", () => {
    const tight = line("abcdefg abcdefg abcde", 2.5, { right: 110 });
    tight.spaces = tight.spaces.map(({ left }) => ({ left, right: left + 2, natural: 2.5 }));
    expect(measure([justified, tight, line("ab cd")]).stretch).toEqual({ mean: 60, widest: 100, tightest: -20 });
    // A last line counts only if its spaces are narrower than all others.
    expect(measure([justified, line("ab cd", 1.5)]).stretch).toEqual({ mean: 100, widest: 100, tightest: -40 });
  });

  it("are justified too if punctuation hangs beyond the edge, and not if they end before it", () => {
    const [hanging, short] = [
      { ...justified, right: 111.5 },
      { ...justified, right: 109.7 },
    ];
    expect(measure([hanging, line("ab cd")]).stretch?.widest).toBe(100);
    expect(measure([short, line("ab cd")])).not.toHaveProperty("stretch");
  });

  it("are uneven if they end before the edge, by less than an em, in a paragraph that is justified", () => {
    const ending = (right: number) => ({ ...justified, right });
    expect(measure([justified, ending(109.7), ending(101), ending(99), line("ab cd")]).uneven).toBe(2);
    expect(measure([justified, ending(109.9), { ...ending(105), spaces: [] }, ending(105)]).uneven).toBe(0);
    expect(measure([ending(105), ending(105)]).uneven).toBe(0);
  });

  it("reach the left edge if they are read from right to left", () => {
    const persian = line("ابپت جچحخ دذرز", 5);
    expect(measure([persian, line("اب")]).stretch?.mean).toBe(100);
    expect(measure([{ ...persian, left: 20 }, line("اب")])).not.toHaveProperty("stretch");
  });

  it("have hyphens at their ends, counted alone and in a row", () => {
    const [hyphen, none] = [line("ab cd-"), line("ab cd")];
    expect(measure([hyphen, none, hyphen, hyphen, hyphen, none])).toMatchObject({ hyphens: 4, hyphensInARow: 3 });
    // A row does not go on from one paragraph to the next.
    expect(measure([none, hyphen], [hyphen, none])).toMatchObject({ hyphens: 2, hyphensInARow: 1 });
    expect(measure()).toMatchObject({ lines: 0, hyphens: 0, hyphensInARow: 0 });
  });

  it.each([
    ["ab cd-", true],
    ["ab cd\u2010", true],
    ["ab cd\u00ad", true],
    ["the 1990-", true],
    ["ab –", false],
    ["ab -", false],
    ["a-b", false],
  ])("end with a hyphen, or do not: “%s”", (text, expected) => expect(endsWithHyphen(line(text))).toBe(expected));

  it("have a short end: one word, narrower than twice an indent, after a justified line", () => {
    expect(measure([justified, line("abcd")]).shortLastLines).toBe(1);
    expect(measure([justified, line("abcde")]).shortLastLines).toBe(0);
    expect(measure([justified, line("a b")]).shortLastLines).toBe(0);
    expect(measure([line("a verse"), line("abcd")]).shortLastLines).toBe(0);
    expect(measure([line("abcd")]).shortLastLines).toBe(0);
  });
});

describe("rivers", () => {
  /** A line with spaces of 4 pt that begin at these places. */
  const gaps = (...lefts: number[]): PrintedLine => ({
    ...line("ab"),
    spaces: lefts.map((left) => ({ left, right: left + 4, natural: 2.5 })),
  });

  it("are spaces over each other on three lines or more", () => {
    expect(measure([gaps(30, 60), gaps(31, 70), gaps(32, 80)]).rivers).toBe(1);
    expect(measure([gaps(30), gaps(31), gaps(32), gaps(33), gaps(34)]).rivers).toBe(1);
    expect(measure([gaps(30), gaps(31)]).rivers).toBe(0);
  });

  it("are not there where spaces have less than half of their width over each other", () => {
    expect(measure([gaps(30), gaps(32), gaps(34)]).rivers).toBe(1);
    expect(measure([gaps(30), gaps(32.5), gaps(35)]).rivers).toBe(0);
  });

  it("count by their ends, and end with the page and the paragraph", () => {
    expect(measure([gaps(30), gaps(30), gaps(28.5, 32.6)]).rivers).toBe(1);
    expect(measure([gaps(30, 60), gaps(30, 60), gaps(30, 60)]).rivers).toBe(2);
    expect(measure([gaps(30), gaps(30), { ...gaps(30), page: 2 }, { ...gaps(30), page: 2 }]).rivers).toBe(0);
    expect(measure([gaps(30), gaps(30)], [gaps(30), gaps(30)]).rivers).toBe(0);
  });
});
