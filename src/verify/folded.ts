import { pointsPerMm } from "../geometry.ts";
import { countSheets, type Work } from "../folds/fold.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Place, Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { foldSheets, type FoldedFace } from "./folding.ts";
import { listPages } from "./problems.ts";
import { verifySamePages } from "./same-pages.ts";

/** Printed sheets, and what is done with them. */
export interface Printed {
  /** The sides as they are in the file, in the order in which they are printed. */
  sides: PageText[];
  work: Work;
  /** The name of the file in messages, and the place of problems with it. */
  path: string;
  place: Place;
}

/** A page that comes of folded sheets. */
export interface FoldedPage {
  face: FoldedFace;
  /** What is printed on it, with places as they are on the side of the sheet. */
  runs: TextRun[];
  side: PageText;
}

/**
 * Proves that each copy which comes of printed sheets, when they are folded and cut as `work` says, shows every page that
 * was proved, upright and in order.
 */
export function verifyFolded(publication: Publication, proved: TextRun[][], printed: Printed): Problem[] {
  const { work, path, place } = printed;
  const problem = (message: string): Problem => ({ code: "page-box-wrong", place, message });
  const expected = countSides(work);
  if (printed.sides.length !== expected)
    return [problem(`${path} has ${printed.sides.length} sides, but must have ${expected}.`)];
  // What is wrong with one copy is mostly wrong with all.
  for (const pages of foldPages(printed)) {
    const wrong = pages.flatMap((page, index) => (isHeadDown(page) ? [index + 1] : []));
    const problems =
      wrong.length > 0
        ? [problem(`${path} cannot be folded: ${listPages(wrong)} would be upside down.`)]
        : verifySamePages(
            publication,
            pages.map(({ runs }) => runs.map(asRead)),
            proved,
            path,
          );
    if (problems.length > 0) return problems;
  }
  return [];
}

/** Proves that the pages of test sheets, when they are folded and cut, are numbered 1, 2, 3 …, upright. */
export function verifyNumbered(printed: Printed): Problem[] {
  const isRight = printed.sides.length === countSides(printed.work);
  const copies = isRight ? foldPages(printed) : [[]];
  const inOrder = copies.every(
    (pages) =>
      pages.length > 0 &&
      pages.every((page, index) => !isHeadDown(page) && page.runs.map(({ text }) => text).join("") === `${index + 1}`),
  );
  if (inOrder) return [];
  const message = `${printed.path} does not read 1, 2, 3 … when it is folded and cut.`;
  return [{ code: "page-box-wrong", place: printed.place, message }];
}

/** Folds and cuts sheets. Returns the pages of each copy that comes of it, in reading order. */
export function foldPages({ sides, work }: Pick<Printed, "sides" | "work">): FoldedPage[][] {
  return foldSheets(work).map((faces) =>
    faces.map((face) => {
      const side = sides[(work.flip ? 2 : 1) * face.sheet + (face.side === "back" ? 1 : 0)]!;
      return { face, side, runs: runsOn(face, side) };
    }),
  );
}

function countSides(work: Work): number {
  return (work.flip ? 2 : 1) * countSheets(work);
}

function isHeadDown({ face, runs }: FoldedPage): boolean {
  return runs.some(({ upright }) => upright === face.turned);
}

/** By how much a run lies inside the face on which it begins, in pt: those of the next face may begin at the same line. */
const inside = 0.01;

// Returns the runs that begin on a face. A run that is head down goes to the left of its origin.
function runsOn({ area }: FoldedFace, side: PageText): TextRun[] {
  const [left, right] = [area.x, area.x + area.width].map((x) => x * pointsPerMm);
  const [top, bottom] = [area.y, area.y + area.height].map((y) => side.height - y * pointsPerMm);
  return side.runs.filter((run) => {
    const [x, y] = run.upright ? [run.x + inside, run.y + inside] : [run.x - inside, run.y - inside];
    return x > left! && x <= right! && y <= top! && y > bottom!;
  });
}

/** Returns a run with the place that it has when the side is turned so that it stands upright. */
export function asRead(run: TextRun): TextRun {
  return run.upright ? run : { ...run, x: -run.x, y: -run.y };
}
