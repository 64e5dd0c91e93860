import type { Run } from "./pdf-text.ts";

// A PDF holds the runs of a line from left to right, whatever was written. The order in which they are read follows
// from the direction of each and of the paragraph (Unicode, UAX 9, rule L2, undone). What a run does not tell is tried
// both ways: there are few lines where it matters.

/** A line of a page, as it can be read: nearly always in one way. */
export interface Line {
  readings: string[];
}

/**
 * The lines of a page, in the order in which they are drawn. `mixed` says that there may be paragraphs from right to
 * left, whatever their letters.
 */
export function linesOf(runs: Run[], mixed: boolean): Line[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const last = lines.at(-1)?.at(-1);
    if (last && isBeside(last, run)) lines.at(-1)!.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => ({ readings: readingsOf(line, mixed) }));
}

// Superiors and vowel signs stand a little above the line that they belong to. What stands further left than the run
// before it is another cell of a table, or the text of an item after its number.
function isBeside(last: Run, run: Run): boolean {
  return (
    Math.abs(run.y - last.y) < 0.6 * Math.max(last.size, run.size) &&
    run.x > last.x - last.size &&
    run.upright === last.upright
  );
}

/** Has a match where there is a letter that is written from right to left. */
export const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letter = /\p{L}/u;

type Level = 0 | 1 | 2;

interface Leveled {
  text: string;
  level: Level;
}

function readingsOf(line: Run[], mixed: boolean): string[] {
  const plain = line.map(({ text }) => text).join("");
  if (!mixed && !line.some(({ reversed }) => reversed) && !rightToLeft.test(plain)) return [plain];
  const ways = [false, true].flatMap((rtl) =>
    [false, true].flatMap((joined) =>
      (["apart", "inside", "outermost"] as const).map((numbers) => logical(leveled(line, rtl, joined, numbers))),
    ),
  );
  // Spaces do not count.
  return [...new Map(ways.map((way) => [way.replace(/\s/g, ""), way])).values()];
}

type Kind = "odd" | "word" | "number" | "sign";

/**
 * The embedding level of each run in a paragraph of a direction; `joined`, a sign between two runs goes with them.
 * Numbers beside words from right to left stand apart from them; or inside, among them; or at the edge as well, where
 * such words end the line before or begin the next.
 */
function leveled(runs: Run[], rtl: boolean, joined: boolean, numbers: "apart" | "inside" | "outermost"): Leveled[] {
  const kinds = runs.map((run, index) =>
    isRaised(run, runs[index + 1]) || isRaised(run, runs[index - 1]) ? "sign" : kindOf(run),
  );
  const among = runs.map(
    (_, index) => numbers !== "apart" && !rtl && standsAmong(runs, kinds, index, numbers === "outermost"),
  );
  const levels = kinds.map((kind, index): Level =>
    kind === "odd" ? 1 : rtl ? (kind === "sign" ? 1 : 2) : among[index] ? 2 : 0,
  );
  return runs.map(({ text }, index) => {
    const level = levels[index]!;
    if (kinds[index] !== "sign") return { text, level };
    const [before, after] = [index - 1, index + 1];
    const isBetween = [before, after].every((other) => kinds[other] === "odd" || among[other]);
    if ((among[before] || among[after]) && (isBetween || numbers === "outermost")) return { text, level: 1 };
    return { text, level: joined && levels[before] === levels[after] ? (levels[before] ?? level) : level };
  });
}

// The number at the mark of a note has a direction of its own, and stands among other runs as a sign does.
function isRaised(run: Run, other: Run | undefined): boolean {
  return other !== undefined && run.size < 0.8 * other.size && run.y > other.y && /^\p{Nd}+$/u.test(run.text);
}

function kindOf({ text, reversed }: Run): Kind {
  return reversed || rightToLeft.test(text)
    ? "odd"
    : letter.test(text)
      ? "word"
      : /\p{N}/u.test(text)
        ? "number"
        : "sign";
}

// Whether nothing but numbers and signs stands between a number and words from right to left, which may end in the line
// before. The spaces at a number that is not one of theirs belong to its run.
function standsAmong(runs: Run[], kinds: Kind[], index: number, fromBefore: boolean): boolean {
  const isOwn = (at: number) => kinds[at] === "number" && !/\s/.test(runs[at]!.text);
  const reaches = (step: 1 | -1) => {
    let at = index + step;
    while (kinds[at] === "sign" || isOwn(at)) at += step;
    return kinds[at] === "odd" || (fromBefore && at < 0);
  };
  return isOwn(index) && (reaches(1) || reaches(-1));
}

// From the lowest odd level up, every stretch at that level or above is turned round.
function logical(pieces: Leveled[]): string {
  let order = pieces;
  for (const level of [1, 2]) {
    const turned: Leveled[] = [];
    for (let at = 0; at < order.length;) {
      let end = at;
      while (end < order.length && order[end]!.level >= level) end++;
      turned.push(...order.slice(at, end).toReversed());
      if (end === at) turned.push(order[end++]!);
      at = end;
    }
    order = turned;
  }
  return order.map(({ text }) => text).join("");
}
