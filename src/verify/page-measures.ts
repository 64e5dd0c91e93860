import type { PrintedLine } from "../inspect/printed-line.ts";
import { endsWithHyphen } from "./line-measures.ts";

/** How the pages of a text are set. */
export interface PageMeasures {
  pages: number;
  /** Paragraphs whose last line alone stands at the head of a page. */
  widows: number;
  /** Paragraphs whose first line alone stands at the foot of a page. */
  orphans: number;
  /** Pages that end with a hyphen. */
  hyphensOverPages: number;
  /** The lines on the last page, if it has few and is not the only one. */
  shortLastPage?: number;
  /** The most lines by which the feet of two facing pages differ; absent if there are no facing pages. */
  unequalFeet?: number;
}

/** A last page of so many lines or fewer is short. */
const shortPageLines = 3;

/**
 * Returns how the pages of a text are set, which is on the pages `first` to `last`, from 1. `blocks` are its paragraphs,
 * `lines` all lines on its pages, `feet` how far up the lowest line of each page of the file stands (pt); `leading` is
 * the distance of lines (pt). Pages with even numbers face the next one.
 */
export function measurePages(
  { first, last }: { first: number; last: number },
  blocks: PrintedLine[][],
  lines: PrintedLine[],
  feet: (number | undefined)[],
  leading: number,
): PageMeasures {
  const divided = blocks.filter((block) => block[0]!.page !== block.at(-1)!.page);
  const on = (block: PrintedLine[], page: number) => block.filter((line) => line.page === page);
  const onLastPage = new Set(lines.filter(({ page }) => page === last).map(({ baseline }) => Math.round(baseline)));
  const isShort = last > first && onLastPage.size > 0 && onLastPage.size <= shortPageLines;
  // The last page ends where the text does.
  const facing = range(first, last - 2).filter((page) => page % 2 === 0);
  const differences = facing.flatMap((page) => {
    const [left, right] = [feet[page - 1], feet[page]];
    return left === undefined || right === undefined ? [] : [Math.round(Math.abs(left - right) / leading)];
  });
  return {
    pages: last - first + 1,
    widows: divided.filter((block) => on(block, block.at(-1)!.page).length === 1).length,
    orphans: divided.filter((block) => on(block, block[0]!.page).length === 1).length,
    hyphensOverPages: divided.reduce((sum, block) => sum + block.filter(isAtTurn).filter(endsWithHyphen).length, 0),
    ...(isShort && { shortLastPage: onLastPage.size }),
    ...(differences.length > 0 && { unequalFeet: Math.max(...differences) }),
  };
}

function isAtTurn({ page }: PrintedLine, index: number, lines: PrintedLine[]): boolean {
  return lines[index + 1] !== undefined && lines[index + 1]!.page !== page;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
