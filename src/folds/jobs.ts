import { clearanceOf, pamphletPageOf, type Margins } from "../geometry.ts";
import { paperOf, paperOfWay, type PaperName, type PrintFacts, type ImposeWay } from "../papers.ts";
import {
  countPages,
  flipLikePage,
  oppositeOf,
  type Flip,
  type Job,
  type Panel,
  type Sheet,
  type Work,
} from "./fold.ts";
import { folds, type FoldName } from "./index.ts";
import { cellsOf, columnsOf } from "./leaves.ts";

// How the pamphlet is folded: its booklets on each paper, and the further ways in which an editor has it imposed. All
// lengths are in mm.

/** What decides how the pamphlet is imposed. */
export interface ImposeFacts {
  dir: "ltr" | "rtl";
  /** `paper` is the thickness of a leaf. */
  print: PrintFacts & { paper: number };
}

/** A fold, what is folded, and how far text is from the edges of its pages. */
export interface FoldedJob {
  fold: FoldName;
  job: Job;
  clearance: Margins;
}

/** How near to the edge of the paper text may be: most office printers cannot print on the outer 4 mm. */
export const leastClearance = 4;

/** The gutter between pages that are cut apart, if there is room for it: 3 mm of bleed for each. */
const usualGutter = 6;

/** The folds of leaves that are cut from sheets. */
const leafFolds = new Set<FoldName>(["n-up", "repeat", "cut-and-stack", "work-and-turn"]);

/** Returns how booklets of so many pages are made on a paper: two copies on a sheet if it has room for them. */
export function bookletOn(paper: PaperName, facts: ImposeFacts, flip: Flip, pages = 4): FoldedJob {
  const folded = prepare("two-a-sheet", paper, facts, flip, pages);
  return findMisfit(folded) ? { ...folded, fold: "saddle-stitch" } : folded;
}

/** Returns how so many pages are imposed in a further way. Unless it names the edge, paper is turned as a page is. */
export function imposedAs(way: ImposeWay, facts: ImposeFacts, pages = 4): FoldedJob {
  const { fold, sheets, turn = "short-edge" } = way;
  const folded = prepare(fold, paperOfWay(way, facts.print), facts, turn, pages);
  const hasRoom = cellsOf({ ...folded.job, gutter: usualGutter }) === cellsOf(folded.job);
  const gutter = way.gutter ?? (hasRoom ? usualGutter : 0);
  const job = { ...folded.job, gutter, ...(sheets && { sheetsPerSection: sheets }) };
  if (way.turn || findMisfit({ ...folded, job })) return { ...folded, job };
  const { sheet } = folds[fold].work(job);
  return { ...folded, job: { ...job, flip: flipLikePage(sheet) } };
}

/** Returns how many pages a test of a way has: as many as two sheets, so that it shows the order of sheets, too. */
export function countTestPages(way: ImposeWay, facts: ImposeFacts): number {
  let pages = 2;
  while (planSheets(imposedAs(way, facts, pages + 2)).length <= 2) pages += 2;
  return pages;
}

/** Returns why a paper does not suit a fold, as a clause; nothing if it does. */
export function findMisfit({ fold, job, clearance }: FoldedJob): string | undefined {
  if (leafFolds.has(fold)) {
    if (cellsOf(job) === 0) return "it is too small for a page";
    if (cellsOf(job) === 1) return "it has room for one page alone";
    if (fold === "work-and-turn" && columnsOf(job) % 2 === 1)
      return "the pages of a leaf do not stand beside each other";
  }
  const panels = planSheets({ fold, job, clearance }).flatMap(({ front, back = [] }) => [...front, ...back]);
  const isTight = panels.some((panel) => roomsOf(panel, job, clearance).some((room) => room < leastClearance));
  return isTight ? `text would be cut off, or be less than ${leastClearance} mm from the edge` : undefined;
}

/** Returns what is done with the paper. */
export function planWork({ fold, job }: FoldedJob): Work {
  return folds[fold].work(job);
}

/**
 * Returns what is printed, sheet by sheet. Where the paper cuts pages at head and foot so that text would come near the
 * edge, it has the same distance from both.
 */
export function planSheets({ fold, job, clearance }: FoldedJob): Sheet[] {
  const place = (panel: Panel) => moveFromEdge(panel, job, clearance);
  return folds[fold].sheets(job).map(({ front, back }) => ({
    front: front.map(place),
    ...(back && { back: back.map(place) }),
  }));
}

function prepare(fold: FoldName, paper: PaperName, { dir, print }: ImposeFacts, flip: Flip, pages: number): FoldedJob {
  const job: Job = {
    pages: countPages(pages),
    page: pamphletPageOf(print.page),
    paper: paperOf(paper),
    direction: dir,
    flip,
    thickness: print.paper,
  };
  return { fold, job, clearance: clearanceOf(print.page) };
}

function moveFromEdge(panel: Panel, job: Job, clearance: Margins): Panel {
  const [, , above, below] = roomsOf(panel, job, clearance);
  if (Math.min(above!, below!) >= leastClearance) return panel;
  const [wide, high] = sparesOf(panel, job);
  const hold = panel.turned ? oppositeOf(panel.hold) : panel.hold;
  const y = Math.min(0, Math.max(high, (high + clearance.bottom - clearance.top) / 2));
  return { ...panel, corner: { x: { left: 0, right: wide, middle: wide / 2 }[hold], y } };
}

// Returns how far text is from the edges of its frame: at the spine, at the outer edge, above and below.
function roomsOf(panel: Panel, job: Job, { top, bottom, inner, outer }: Margins): number[] {
  const [wide, high] = sparesOf(panel, job);
  const above = panel.corner?.y ?? high / 2;
  const beside = panel.hold === "middle" ? [inner + wide / 2, outer + wide / 2] : [inner, outer + wide];
  return [...beside, top + above, bottom + high - above];
}

// Returns by how much the frame is wider and higher than the page.
function sparesOf({ frame }: Panel, { page }: Job): [wide: number, high: number] {
  return [frame.width - page.width, frame.height - page.height];
}
