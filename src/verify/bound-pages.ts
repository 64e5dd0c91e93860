import { pamphletPageOf, pointsPerMm } from "../geometry.ts";
import type { Artifact } from "../artifact.ts";
import type { PageText, TextRun } from "../inspect/pdf-text.ts";
import type { Publication } from "../publication.ts";
import { describeSpine, type Spine } from "../spine.ts";
import { readingOf } from "./readings.ts";

/** How many pages of the cover come before the inside, and how many after it: the two sides of one leaf. */
export const coverLeafPages = 2;

/** The files of a pamphlet for the press. */
export interface PressFiles {
  inside: Artifact;
  /** Absent if the cover is with the pages. */
  cover: Artifact | undefined;
  /** Only of a perfect-bound pamphlet, whose cover is one wide leaf. */
  spine: Spine | undefined;
}

/** The text of the pages in the order of the bound pamphlet, from the front cover to the back; and that of the spine. */
export interface BoundText {
  pages: TextRun[][];
  spine: TextRun[];
}

/** Returns the files for the press; the width of the spine follows from the pages of the pamphlet that was proved. */
export function findPressFiles(publication: Publication, files: (Artifact | undefined)[], pages: number): PressFiles {
  const [inside, cover] = files;
  return { inside: inside!, cover, spine: describeSpine(publication, pages) };
}

/** Reads the text of the bound pamphlet. */
export async function readBoundText(
  publication: Publication,
  { inside, cover, spine }: PressFiles,
): Promise<BoundText> {
  const read = async ({ bytes }: Artifact) => (await readingOf(bytes)).text.pages;
  const insidePages = (await read(inside)).map(({ runs }) => runs);
  const coverPages = cover ? await read(cover) : [];
  if (!spine || !cover)
    return {
      pages: putInsideCover(
        insidePages,
        coverPages.map(({ runs }) => runs),
      ),
      spine: [],
    };
  const [outside, within] = coverPages.map((page) => splitWide(publication, page, spine));
  // The inside of the cover is seen from the other side.
  const ofCover = [outside?.front ?? [], within?.back ?? [], within?.front ?? [], outside?.back ?? []];
  return {
    pages: putInsideCover(insidePages, ofCover),
    spine: [...(outside?.spine ?? []), ...(within?.spine ?? [])],
  };
}

/** Puts what belongs to the inside between the two leaves of the cover. */
export function putInsideCover<Page>(inside: Page[], cover: Page[]): Page[] {
  return [...cover.slice(0, coverLeafPages), ...inside, ...cover.slice(coverLeafPages)];
}

// Seen from outside, the front lies on the right of a text that is read from left to right.
function splitWide({ print, dir }: Publication, { runs }: PageText, { width }: Spine) {
  const page = pamphletPageOf(print.page).width * pointsPerMm;
  const end = page + width * pointsPerMm;
  const left = runs.filter(({ x }) => x < page);
  const right = runs.filter(({ x }) => x > end);
  const spine = runs.filter(({ x }) => x >= page && x <= end);
  return dir === "ltr" ? { front: right, back: left, spine } : { front: left, back: right, spine };
}
