import { describe, expect, it } from "vitest";
import { breakLines, type TextPiece } from "../../src/layout/setting/break-lines.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { keepsRules, scoreParagraph } from "./score.ts";
import { breakWithTex, findNoTex } from "./tex.ts";

const temporary = temporaryFolder();
const noTex = await findNoTex();

const word = (width: number, change: Partial<TextPiece> = {}): TextPiece => ({
  width,
  inside: 0,
  space: 3,
  hangs: { start: 0, end: 0 },
  ...change,
});
const room = { measure: 100, indent: 10 };

/** Nine words of 24 px; three to a line are 78 px wide with their spaces, four are 105. */
const words = Array.from({ length: 9 }, () => word(24));

describe("the score of a paragraph", () => {
  it("is that of its justified lines: how far spaces stretch, and the squares of TeX's ratios", () => {
    // The first line has 90 px for 78, the second 100: 12 and 22 px more for two spaces of 3 px.
    expect(scoreParagraph(words, room, [2, 5])).toEqual({
      lines: 3,
      justified: 2,
      deviation: 12 / 6 + 22 / 6,
      widest: 22 / 6,
      squares: (12 / 3) ** 2 + (22 / 3) ** 2,
      hyphens: 0,
    });
  });

  it("counts spaces that shrink by a third of their width, added hyphens, and what hangs", () => {
    const pieces = [
      word(53.5, { inside: 3 }),
      word(32, { space: 0, hyphen: 6, hangs: { start: 0, end: 2.5 } }),
      word(9),
    ];
    // 53.5 + 3 + 32 + 6 is 94.5 px for 92.5: two px less for two spaces of 3 px.
    const score = scoreParagraph(pieces, room, [1]);
    expect(score).toMatchObject({ lines: 2, justified: 1, hyphens: 1, widest: 0 });
    expect(score.deviation).toBeCloseTo(1 / 3);
    expect(score.squares).toBeCloseTo(1);
  });
});

describe("our rules", () => {
  const hyphenated = Array.from({ length: 8 }, () => word(30, { hyphen: 4 }));

  it("allow two hyphens in a row, and not three, also where one is the word's own", () => {
    expect(keepsRules(hyphenated, room, [1, 3])).toBe(true);
    expect(keepsRules(hyphenated, room, [1, 3, 5])).toBe(false);
    const dashed = hyphenated.map((piece, index) => (index === 3 ? word(30, { endsDashed: true }) : piece));
    expect(keepsRules(dashed, room, [1, 3, 5])).toBe(false);
  });

  it("allow a last line of one long word, or of two short ones", () => {
    const ending = (width: number) => [...words, word(width)];
    expect(keepsRules(ending(12), room, [2, 5, 8])).toBe(false);
    expect(keepsRules(ending(13), room, [2, 5, 8])).toBe(true);
    expect(keepsRules(ending(12), room, [2, 5, 7])).toBe(true);
  });
});

describe.skipIf(noTex !== undefined)("TeX", () => {
  const breakOne = async (pieces: TextPiece[]) => (await breakWithTex([{ pieces, room }], temporary))[0];

  it("breaks several paragraphs in lines of words", async () => {
    const tight = Array.from({ length: 7 }, () => word(22));
    expect(
      await breakWithTex(
        [
          { pieces: words, room },
          { pieces: tight, room },
        ],
        temporary,
      ),
    ).toEqual([[2, 5], [2]]);
  });

  it("takes the hyphen's width for that of a line that ends with it", async () => {
    const divided = (hyphen: number) => [word(44), word(40, { space: 0, hyphen }), word(20), word(20)];
    expect(await breakOne(divided(3))).toEqual([1]);
    expect(await breakOne(divided(9))).toEqual([0]);
  });

  it("lets punctuation hang at the end of a line, and quotation marks at its beginning", async () => {
    const hanging = (end: number) => [word(44), word(46, { hangs: { start: 0, end } }), word(40), word(20)];
    expect(await breakOne(hanging(0))).toEqual([0, 2]);
    expect(await breakOne(hanging(3))).toEqual([1]);
    const quoted = (start: number) => [word(87), word(51, { hangs: { start, end: 0 } }), word(48), word(20)];
    expect(await breakOne(quoted(0))).toEqual([0, 1]);
    expect(await breakOne(quoted(2))).toEqual([0, 2]);
  });

  it("stretches no-break spaces as it does others", async () => {
    const pieces = [word(85), word(40, { inside: 12 }), word(40), word(20)];
    expect(await breakOne(pieces)).toEqual([0, 2]);
  });

  it("breaks as we do", async () => {
    const widths = [31, 12, 45, 9, 27, 38, 14, 22, 41, 8, 19, 33, 26, 11, 47, 16, 29, 35, 7, 24, 43, 18, 21, 39, 13];
    const pieces = widths.map((width) => word(width));
    const wide = { measure: 200, indent: 12 };
    const settings = [...breakLines(pieces, wide).values()];
    const best = settings.toSorted((one, other) => one.demerits - other.demerits)[0]!;
    expect(await breakWithTex([{ pieces, room: wide }], temporary)).toEqual([best.ends]);
  });
});
