import { leafletPageOf, panelOf, type FoldedForm } from "../forms.ts";
import { pagesPerSheet, type PageFormat, type PageSize, type SheetSize } from "../geometry.ts";
import { officePaperOf, ownPaperOf, paperOf } from "../papers.ts";
import { isFolded, type Offprint } from "../offprints.ts";
import { across, countPages, flipLikePage, type Job, type PageNumber } from "./fold.ts";
import { folds, type FoldName } from "./index.ts";

// Which fold makes a leaflet or a folded form of its pages.

/** A fold with what is to be folded. */
interface FoldJob {
  fold: FoldName;
  job: Job;
}

/** A leaflet of so many pages or fewer is cut from sheets that have it as often as there is room; a longer one is folded. */
const mostPagesToCut = 2;

const foldOf: Record<FoldedForm, FoldName> = {
  "tri-fold": "tri-fold",
  "z-fold": "z-fold",
  "mini-zine": "mini-zine",
  "quarter-fold": "eight-pages",
};

/** Returns how the sheets of an offprint with so many pages are printed and folded, on the paper of an office printer. */
export function planOffprint(offprint: Offprint, count: number, print: { page: PageFormat; paper: number }): FoldJob {
  const paper = officePaperOf(print.page);
  const base = { direction: offprint.dir, thickness: print.paper };
  if (isFolded(offprint)) {
    const page = panelOf(offprint.form, print.page);
    return turnAsPages(foldOf[offprint.form], { ...base, pages: countPages(count), page, paper });
  }
  const page = leafletPageOf(print.page);
  if (count <= mostPagesToCut) return turnAsPages("repeat", { ...base, pages: countPages(count), page, paper });
  // The blanks stand at the end, where the last page has the foot of the leaflet.
  const pages = countPages(pagesPerSheet * Math.ceil(count / pagesPerSheet)).map((number): PageNumber =>
    number <= count ? number : undefined,
  );
  if (hasRoomTwice(page, paper)) return turnAsPages("two-a-sheet", { ...base, pages, page, paper });
  const sheet = hasRoom(page, paper) ? paper : paperOf(ownPaperOf(print));
  return turnAsPages("saddle-stitch", { ...base, pages, page, paper: sheet });
}

// The printer turns the paper as a page is turned, so that no side is head down.
function turnAsPages(fold: FoldName, job: Omit<Job, "flip">): FoldJob {
  const { sheet } = folds[fold].work({ ...job, flip: "short-edge" });
  return { fold, job: { ...job, flip: flipLikePage(sheet) } };
}

function hasRoom(page: PageSize, paper: SheetSize): boolean {
  const { width, height } = across(paper);
  return 2 * page.width <= width && page.height <= height;
}

function hasRoomTwice(page: PageSize, paper: SheetSize): boolean {
  const { width, height } = across(paper);
  return 2 * page.width <= height && 2 * page.height <= width;
}
