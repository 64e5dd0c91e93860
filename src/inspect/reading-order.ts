import type { TextRun } from "./pdf-text.ts";

// Puts the runs of a page into lines, and those of a line into the order in which they are read. A PDF has them from
// left to right. The order of reading follows from the direction of each run and of the paragraph, by rule L2 of
// Unicode's bidirectional algorithm (UAX 9), which is undone here. A PDF says neither the direction of a paragraph nor
// on which side a number or a sign belongs, so a line has a reading for each possibility; most lines have only one.

/** A line of a page with every way in which it can be read, without doubles. */
export interface Line {
  readings: string[];
}

/** Has a match in text with a letter that is written from right to left. */
export const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Returns the lines of a page in the order in which they are drawn. If `mixed`, any paragraph may be set from right to
 * left, even one without a letter that is written so.
 */
export function groupIntoLines(runs: TextRun[], mixed: boolean): Line[] {
  const lines: TextRun[][] = [];
  for (const run of runs) {
    const last = lines.at(-1)?.at(-1);
    if (last && isOnSameLine(last, run)) lines.at(-1)!.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => ({ readings: readingsOf(line, mixed) }));
}

/**
 * How far the baselines of two runs on a line may differ, in parts of the larger type size. Note marks are raised by
 * 0.45 (styles/prose.css) and vowel signs stand a little above their letters; the next line is lower by 1 or more.
 */
const mostRise = 0.6;

// A run that begins further left than the one before it, by an em or more, begins another cell of a table, or the text
// of a list item after its number.
function isOnSameLine(last: TextRun, run: TextRun): boolean {
  return (
    Math.abs(run.y - last.y) < mostRise * Math.max(last.size, run.size) &&
    run.x > last.x - last.size &&
    run.upright === last.upright
  );
}

/** The direction of a run: of its letters, or neutral as digits and signs are. */
type Kind = "right-to-left" | "left-to-right" | "number" | "sign";

/**
 * To which words numbers beside words from right to left belong, in a paragraph from left to right: to the paragraph
 * ("outside"); to the words beside them ("inside"); or, at the end of a line, also to such words in the line before or
 * after it ("across lines").
 */
type NumberReading = "outside" | "inside" | "across lines";

/** Embedding levels of UAX 9: even ones are read from left to right, odd ones from right to left. */
type Level = 0 | 1 | 2;

interface LeveledText {
  text: string;
  level: Level;
}

function readingsOf(line: TextRun[], mixed: boolean): string[] {
  const plain = line.map(({ text }) => text).join("");
  if (!mixed && !line.some(({ reversed }) => reversed) && !rightToLeftLetter.test(plain)) return [plain];
  const readings = [false, true].flatMap((fromRight) =>
    [false, true].flatMap((joinsSigns) =>
      (["outside", "inside", "across lines"] as const).map((numbers) =>
        readInOrder(assignLevels(line, fromRight, joinsSigns, numbers)),
      ),
    ),
  );
  // The comparison of words passes over spaces, so readings that differ in them alone are the same.
  return [...new Map(readings.map((reading) => [reading.replace(/\s/g, ""), reading])).values()];
}

// The level of each run in a paragraph set from the right or from the left. If `joinsSigns`, a sign between two runs of
// the same level goes with them.
function assignLevels(runs: TextRun[], fromRight: boolean, joinsSigns: boolean, numbers: NumberReading): LeveledText[] {
  const kinds = runs.map((run, index) =>
    isNoteMark(run, runs[index + 1]) || isNoteMark(run, runs[index - 1]) ? "sign" : kindOf(run),
  );
  const isInside = runs.map(
    (_, index) => numbers !== "outside" && !fromRight && belongsInside(runs, kinds, index, numbers === "across lines"),
  );
  const levels = kinds.map((kind, index): Level => {
    if (kind === "right-to-left") return 1;
    if (fromRight) return kind === "sign" ? 1 : 2;
    return isInside[index] ? 2 : 0;
  });
  const levelOfSign = (index: number): Level => {
    const neighbours = [index - 1, index + 1];
    const isBesideNumber = neighbours.some((other) => isInside[other]);
    const isBetween = neighbours.every((other) => kinds[other] === "right-to-left" || isInside[other]);
    if (isBesideNumber && (isBetween || numbers === "across lines")) return 1;
    const [before, after] = neighbours.map((other) => levels[other]);
    return joinsSigns && before !== undefined && before === after ? before : levels[index]!;
  };
  return runs.map(({ text }, index) => ({
    text,
    level: kinds[index] === "sign" ? levelOfSign(index) : levels[index]!,
  }));
}

/** The size of a note mark is less than this part of the size of its text: styles/prose.css sets it in 0.7. */
const largestNoteMark = 0.8;

// A note mark is a number whose direction is separate from its text's: among other runs it is read as a sign is.
function isNoteMark(run: TextRun, other: TextRun | undefined): boolean {
  return (
    other !== undefined && run.size < largestNoteMark * other.size && run.y > other.y && /^\p{Nd}+$/u.test(run.text)
  );
}

function kindOf({ text, reversed }: TextRun): Kind {
  if (reversed || rightToLeftLetter.test(text)) return "right-to-left";
  if (/\p{L}/u.test(text)) return "left-to-right";
  return /\p{N}/u.test(text) ? "number" : "sign";
}

// Whether nothing but numbers and signs stands between a number and words from right to left; if `acrossLines`, these
// words may also stand in the line before. A number that is none of theirs has the spaces beside it in its own run.
function belongsInside(runs: TextRun[], kinds: Kind[], index: number, acrossLines: boolean): boolean {
  const isBareNumber = (at: number) => kinds[at] === "number" && !/\s/.test(runs[at]!.text);
  const reaches = (step: 1 | -1) => {
    let at = index + step;
    while (kinds[at] === "sign" || isBareNumber(at)) at += step;
    return kinds[at] === "right-to-left" || (acrossLines && at < 0);
  };
  return isBareNumber(index) && (reaches(1) || reaches(-1));
}

// Rule L2 undone: from the lowest odd level up, every stretch at that level or above is reversed.
function readInOrder(texts: LeveledText[]): string {
  let order = texts;
  for (const level of [1, 2]) {
    const next: LeveledText[] = [];
    for (let at = 0; at < order.length;) {
      let end = at;
      while (end < order.length && order[end]!.level >= level) end++;
      next.push(...order.slice(at, end).toReversed());
      if (end === at) next.push(order[end++]!);
      at = end;
    }
    order = next;
  }
  return order.map(({ text }) => text).join("");
}
