import { describe, expect, it } from "vitest";
import { breakLines, shrink, stretch, type TextPiece, type Setting } from "../../src/layout/setting/break-lines.ts";
import { random } from "../support/random.ts";

const piece = (width: number, more: Partial<TextPiece> = {}): TextPiece => ({
  width,
  inside: 0,
  space: 3,
  hangs: { start: 0, end: 0 },
  ...more,
});
const bestOf = (settings: Map<number, Setting>) =>
  [...settings.values()].toSorted((one, other) => one.demerits - other.demerits)[0]!;
const linesOf = (pieces: TextPiece[], { ends }: Setting) =>
  [...ends, pieces.length - 1].map((end, line) => pieces.slice(line === 0 ? 0 : ends[line - 1]! + 1, end + 1));
const naturalOf = (line: TextPiece[]) =>
  line.reduce((sum, { width, space }, index) => sum + width + (index < line.length - 1 ? space : 0), 0);

// Words of random widths; one in six may be divided.
function randomPieces(seed: number, words: number): TextPiece[] {
  const { below } = random(seed);
  return Array.from({ length: words }, (_, index) => {
    const isDivided = below(6) === 0 && index < words - 1;
    return piece(8 + below(40), isDivided ? { space: 0, hyphen: 4 } : {});
  });
}

// What a browser does: as many pieces on a line as fit, without hyphens where a word fits whole.
function greedyRatios(pieces: TextPiece[], measure: number): number[] {
  const ratios: number[] = [];
  let start = 0;
  for (let end = 1; end <= pieces.length; end++) {
    const next = pieces.slice(start, end + 1);
    const last = next.at(-1)!;
    if (end < pieces.length && naturalOf(next) + (last.hyphen ?? 0) <= measure) continue;
    if (end === pieces.length) break;
    const line = pieces.slice(start, end);
    const spaces = line.slice(0, -1).reduce((sum, { space }) => sum + space, 0);
    if (spaces > 0) ratios.push((measure - naturalOf(line) - (line.at(-1)!.hyphen ?? 0)) / (spaces * stretch));
    start = end;
  }
  return ratios;
}

describe("paragraphs broken as a whole", () => {
  it("have every piece on one line, in order, and no line beyond the measure", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const pieces = randomPieces(seed, 60);
      const settings = breakLines(pieces, { measure: 250, indent: 16 });
      expect(settings.size, `seed ${seed}`).toBeGreaterThan(0);
      for (const [count, setting] of settings) {
        const lines = linesOf(pieces, setting);
        expect(lines.flat()).toEqual(pieces);
        expect(lines.length).toBe(count);
        lines.forEach((line, index) => {
          const last = line.at(-1)!;
          const spaces = line.slice(0, -1).reduce((sum, { space }) => sum + space, 0);
          const hyphen = index < lines.length - 1 ? (last.hyphen ?? 0) : 0;
          const room = 250 - (index === 0 ? 16 : 0);
          expect(naturalOf(line) + hyphen - spaces * shrink, `seed ${seed}, line ${index}`).toBeLessThanOrEqual(
            room + 1e-6,
          );
          expect(setting.hyphens[index]).toBe(index < lines.length - 1 && last.hyphen !== undefined);
        });
      }
    }
  });

  it("have more even spaces than lines that are filled one by one", () => {
    const squares = (ratios: number[]) => ratios.reduce((sum, ratio) => sum + ratio ** 2, 0);
    let [whole, greedy] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const pieces = randomPieces(seed, 80);
      whole += squares(bestOf(breakLines(pieces, { measure: 260, indent: 0 })).ratios.slice(0, -1));
      greedy += squares(greedyRatios(pieces, 260));
    }
    expect(whole).toBeLessThan(greedy / 2);
  });

  it("come with one line more or fewer where their spaces allow it", () => {
    // 30 words of 20 px with spaces of 3: 687 px. In lines of 230 px they fill three to the brim.
    const pieces = Array.from({ length: 30 }, () => piece(20));
    const settings = breakLines(pieces, { measure: 230, indent: 0 });
    expect([...settings.keys()].toSorted()).toEqual([3, 4]);
  });

  it("are never joined by the browser: two lines have more than room for one", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const pieces = randomPieces(seed, 24);
      for (const setting of breakLines(pieces, { measure: 200, indent: 0 }).values()) {
        const lines = linesOf(pieces, setting);
        for (let line = 1; line < lines.length; line++) {
          const hyphen = line < lines.length - 1 ? (lines[line]!.at(-1)!.hyphen ?? 0) : 0;
          expect(naturalOf([...lines[line - 1]!, ...lines[line]!]) + hyphen).toBeGreaterThan(200);
        }
      }
    }
  });

  it("avoid three hyphens in a row, and a last line of one short word", () => {
    let runs = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { hyphens } = bestOf(breakLines(randomPieces(seed, 90), { measure: 300, indent: 0 }));
      runs += hyphens.filter((_, line) => hyphens.slice(line, line + 3).filter(Boolean).length === 3).length;
    }
    // In two paragraphs of a hundred, any other setting would be worse than that.
    expect(runs).toBeLessThanOrEqual(2);
    // Seventeen words fill a line to the last px; the eighteenth, short, would be alone.
    const pieces = Array.from({ length: 18 }, () => piece(10, { space: 5 }));
    const { ends } = bestOf(breakLines(pieces, { measure: 250, indent: 0 }));
    expect(ends.at(-1)).toBeLessThan(16);
  });

  it("count what hangs as room", () => {
    const pieces = [
      ...Array.from({ length: 9 }, () => piece(25)),
      piece(25, { hangs: { start: 0, end: 4 } }),
      piece(200),
    ];
    const [first] = bestOf(breakLines(pieces, { measure: 273, indent: 0 })).ratios;
    // 10 words and 9 spaces are 277 px, of which 4 hang.
    expect(first).toBeCloseTo(0, 5);
  });

  it("have no setting if a piece is wider than the measure, so that the browser breaks it", () => {
    expect(breakLines([piece(20), piece(300), piece(20)], { measure: 250, indent: 0 }).size).toBe(0);
  });

  it("may have ten thousand words", () => {
    const pieces = randomPieces(7, 10_000);
    expect(linesOf(pieces, bestOf(breakLines(pieces, { measure: 400, indent: 0 }))).flat().length).toBe(10_000);
  });
});
