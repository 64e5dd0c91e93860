import { leastLastLine, shrink, stretch, type Room, type TextPiece } from "../../src/layout/setting/break-lines.ts";

/** How paragraphs are broken into lines. */
export interface Score {
  lines: number;
  /** How many justified lines have spaces. */
  justified: number;
  /** The sum over these lines of how far spaces differ from natural ones, as shares of their width. */
  deviation: number;
  /** The most by which spaces are wider. */
  widest: number;
  /** The sum over these lines of the squares of TeX's glue set ratio. */
  squares: number;
  hyphens: number;
}

export const noScore: Score = { lines: 0, justified: 0, deviation: 0, widest: 0, squares: 0, hyphens: 0 };

/** Returns the score of a paragraph with lines that end after the given pieces; the last line is not justified. */
export function scoreParagraph(pieces: TextPiece[], { measure, indent }: Room, ends: number[]): Score {
  const score = { ...noScore, lines: ends.length + 1 };
  ends.forEach((end, index) => {
    const start = index === 0 ? 0 : ends[index - 1]! + 1;
    const line = pieces.slice(start, end + 1);
    const [first, last] = [line[0]!, line.at(-1)!];
    if (last.hyphen !== undefined) score.hyphens += 1;
    const sum = (value: (piece: TextPiece) => number) => line.reduce((total, piece) => total + value(piece), 0);
    const elastic = sum(({ inside, space }) => inside + space) - last.space;
    if (elastic === 0) return;
    const natural = sum(({ width, space }) => width + space) - last.space + (last.hyphen ?? 0);
    const room = measure - (index === 0 ? indent : 0) + first.hangs.start + last.hangs.end;
    const share = (room - natural) / elastic;
    score.justified += 1;
    score.deviation += Math.abs(share);
    score.widest = Math.max(score.widest, share);
    score.squares += (share / (share < 0 ? shrink : stretch)) ** 2;
  });
  return score;
}

/**
 * Whether lines that end after the given pieces are as ours have to be and TeX's need not: no three in a row end with
 * hyphens, and the last line is not one short word.
 */
export function keepsRules(pieces: TextPiece[], { measure }: Room, ends: number[]): boolean {
  const hyphens = ends.map((end) => pieces[end]!.hyphen !== undefined || pieces[end]!.endsDashed === true);
  const hasThree = hyphens.some((_, index) => index >= 2 && hyphens.slice(index - 2, index + 1).every(Boolean));
  const isShort = ends.at(-1) === pieces.length - 2 && pieces.at(-1)!.width < leastLastLine * measure;
  return !hasThree && !isShort;
}

/** Returns the score of both together. */
export function addScores(one: Score, other: Score): Score {
  return {
    lines: one.lines + other.lines,
    justified: one.justified + other.justified,
    deviation: one.deviation + other.deviation,
    widest: Math.max(one.widest, other.widest),
    squares: one.squares + other.squares,
    hyphens: one.hyphens + other.hyphens,
  };
}
