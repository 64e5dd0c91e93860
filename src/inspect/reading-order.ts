import type { TextRun } from "./pdf-text.ts";

// Puts the runs of a page into lines, and those of a line into the order in which they are read. In a PDF they stand
// from left to right. The browser put them there by rule L2 of Unicode's bidirectional algorithm (UAX 9), from the
// direction of each run and of the paragraph; here this rule is undone. A PDF does not have the direction of a
// paragraph, nor the words to which a number or a sign belongs. So a line is read in every possible way; for most lines
// all of these are the same.

/** A line of a page. */
export interface Line {
  /**
   * Its text in every order in which it can be read, without doubles; the last one is that of a line in a paragraph from
   * right to left, if it has such a reading.
   */
  readings: string[];
  /** In the order in which they are drawn; never empty. */
  runs: TextRun[];
}

/** Matches a letter of a script that is written from right to left. */
export const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Returns the lines of a page in the order in which they are drawn. `mixed` is true for a publication in which any
 * paragraph may be set from right to left, even one that has no letter of such a script.
 */
export function groupIntoLines(runs: TextRun[], mixed: boolean): Line[] {
  const lines: TextRun[][] = [];
  for (const run of runs) {
    const last = lines.at(-1)?.at(-1);
    if (last && isOnSameLine(last, run)) lines.at(-1)!.push(run);
    else lines.push([run]);
  }
  return lines.map((runs) => ({ readings: readingsOf(runs, mixed), runs }));
}

/**
 * How far the baselines of two runs on a line may differ, in parts of the larger type size. Note marks are raised by
 * 0.45 (styles/prose.css) and vowel signs stand a little above their letters; the next line is lower by 1 or more.
 */
export const mostRise = 0.6;

// A run that begins further left than the one before it, by an em or more, begins another cell of a table, or the text
// of a list item after its number.
function isOnSameLine(last: TextRun, run: TextRun): boolean {
  return (
    Math.abs(run.y - last.y) < mostRise * Math.max(last.size, run.size) &&
    run.x > last.x - last.size &&
    run.upright === last.upright
  );
}

/** What a run is made of: letters of one direction, or digits or signs, which have no direction of their own. */
type Kind = "right-to-left" | "left-to-right" | "number" | "sign";

/**
 * How to read a number beside words from right to left, in a paragraph from left to right. It may belong to the
 * paragraph ("outside") or to these words ("inside"). At the beginning of a line it may also belong to such words at
 * the end of the line before ("across lines").
 */
type NumberReading = "outside" | "inside" | "across lines";

/** Embedding levels of UAX 9: even ones are read from left to right, odd ones from right to left. */
type Level = 0 | 1 | 2;

interface LeveledText {
  text: string;
  level: Level;
}

function readingsOf(line: TextRun[], mixed: boolean): string[] {
  const plain = joinRuns(line);
  if (!mixed && !line.some(({ reversed }) => reversed) && !rightToLeftLetter.test(plain)) return [plain];
  // Readings that differ in nothing but spaces are the same, because spaces do not count when words are compared.
  const readings = new Map<string, string>();
  for (const fromRight of [false, true])
    for (const joinsSigns of [false, true])
      for (const numbers of ["outside", "inside", "across lines"] as const) {
        const reading = readInOrder(assignLevels(line, fromRight, joinsSigns, numbers));
        const key = reading.replace(/\s/g, "");
        // A reading that is found again becomes the last one.
        readings.delete(key);
        readings.set(key, reading);
      }
  return [...readings.values()];
}

// Finds the level of each run, in a paragraph that is set from the right or from the left. If `joinsSigns`, a sign
// between two runs of the same level gets that level; otherwise it gets the level of the paragraph.
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

/** A note mark is smaller than this part of the type size of its text. styles/prose.css sets it in 0.7 of that size. */
const largestNoteMark = 0.8;

// A note mark is a small raised number. Its direction is separate from that of the text around it, so it is read in the
// way a sign is.
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

// Whether the number at `index` can belong to words from right to left: nothing but signs and other numbers stands
// between them. If `acrossLines`, the words may be in the line before. A number that belongs to words from left to
// right has a space in its own run; it is not bare.
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

// Dashes in cells of a table beside each other are not one long dash.
function joinRuns(runs: TextRun[]): string {
  return runs
    .map(({ text, x, size }, index) => {
      const next = runs[index + 1];
      return text.trim() === "-" && next?.text.trim() === "-" && Math.abs(next.x - x) > size ? `${text} ` : text;
    })
    .join("");
}
