import { pointsPerMm } from "../geometry.ts";
import type { Work } from "../folds/fold.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Place, Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { foldSheets, type FoldedFace } from "./folding.ts";
import { listPages } from "./problems.ts";
import { verifySamePages } from "./same-pages.ts";

/** Printed sheets, and what is done with them. */
interface Printed {
  /** The sides as they are in the file, in the order in which they are printed. */
  sides: PageText[];
  work: Work;
  /** The name of the file in messages, and the place of problems with it. */
  path: string;
  place: Place;
}

/**
 * Proves that each copy which comes of printed sheets, when they are folded and cut as `work` says, shows every page that
 * was proved, upright and in order.
 */
export function verifyFolded(publication: Publication, proved: TextRun[][], printed: Printed): Problem[] {
  const { sides, work, path, place } = printed;
  const sidesPerSheet = work.flip ? 2 : 1;
  const expected = sidesPerSheet * work.sections.reduce((sum, sheets) => sum + sheets, 0);
  const problem = (message: string): Problem => ({ code: "page-box-wrong", place, message });
  if (sides.length !== expected) return [problem(`${path} has ${sides.length} sides, but must have ${expected}.`)];
  // What is wrong with one copy is mostly wrong with all.
  for (const faces of foldSheets(work)) {
    const pages = faces.map((face) =>
      runsOn(face, sides[sidesPerSheet * face.sheet + (face.side === "back" ? 1 : 0)]!),
    );
    const wrong = pages.flatMap((runs, index) =>
      runs.some(({ upright }) => upright === faces[index]!.turned) ? [index + 1] : [],
    );
    const problems =
      wrong.length > 0
        ? [problem(`${path} cannot be folded: ${listPages(wrong)} would be upside down.`)]
        : verifySamePages(publication, pages.map(asRead), proved, path);
    if (problems.length > 0) return problems;
  }
  return [];
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

// Returns runs that are head down with the places that they have when the side is turned the right way up.
function asRead(runs: TextRun[]): TextRun[] {
  return runs.map((run) => (run.upright ? run : { ...run, x: -run.x, y: -run.y }));
}
