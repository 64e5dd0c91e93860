import type { Artifact } from "../artifact.ts";
import { pagesPerSheet, pamphletPageOf } from "../geometry.ts";
import type { BoxesAndFonts } from "../inspect/print-facts.ts";
import type { Box } from "../pdf/document.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { pagesPerLeaf, type Spine } from "../spine.ts";
import { coverLeafPages, type PressFiles } from "./bound-pages.ts";
import { boxTolerance, isLength } from "./page-size.ts";
import { listPages, makeFileProblem } from "./problems.ts";
import { readingOf } from "./readings.ts";

/** The size that a page must have when it is trimmed, and its bleed, in mm. */
interface PressSize {
  width: number;
  height: number;
  bleed: number;
}

/** Verifies the boxes of the pages of each file for the press, and how many pages it has. */
export async function verifyPressPages(
  publication: Publication,
  { inside, cover, spine }: PressFiles,
): Promise<Problem[]> {
  const { blanks, binding } = publication.print.shop;
  const insidePages = (await readingOf(inside.bytes)).boxesAndFonts.pages;
  const coverPages = cover ? (await readingOf(cover.bytes)).boxesAndFonts.pages : [];
  const onCover = (index: number) => !cover && (index < coverLeafPages || index >= insidePages.length - coverLeafPages);
  const multiple = binding === "perfect" ? pagesPerLeaf : pagesPerSheet;
  const counts = [
    ...(blanks === "in" ? [{ file: inside, count: insidePages.length, multiple }] : []),
    ...(cover && !spine ? [{ file: cover, count: coverPages.length, multiple: pagesPerSheet }] : []),
  ];
  return [
    ...verifyBoxes(publication, inside, insidePages, (index) => sizeOf(publication, onCover(index))),
    ...(cover ? verifyBoxes(publication, cover, coverPages, () => sizeOf(publication, true, spine)) : []),
    ...counts.flatMap(({ file: { path }, count, multiple }) =>
      count % multiple === 0
        ? []
        : [
            makeFileProblem(
              publication,
              "page-box-wrong",
              `${path} has ${count} pages, which is not a multiple of ${multiple === pagesPerSheet ? "four" : "two"}.`,
            ),
          ],
    ),
    ...(spine && coverPages.length !== 2
      ? [
          makeFileProblem(
            publication,
            "page-box-wrong",
            `${cover?.path} has ${coverPages.length} pages, but a cover with a spine has two wide ones.`,
          ),
        ]
      : []),
  ];
}

function sizeOf({ print }: Publication, isCover: boolean, spine?: Spine): PressSize {
  const { width, height } = pamphletPageOf(print.page);
  const bleed = isCover ? print.shop.coverBleed : print.bleed;
  return { width: spine ? 2 * width + spine.width : width, height, bleed };
}

// The trim box has the size of the page. The bleed box is larger by the declared bleed on every side, and the media box
// by room for the printer's marks, as much on every side, or by nothing if there are none.
function verifyBoxes(
  publication: Publication,
  { path }: Artifact,
  pages: BoxesAndFonts["pages"],
  sizeOfPage: (index: number) => PressSize,
): Problem[] {
  const hasMarks = publication.print.shop.marks.length > 0;
  const wrong = new Map<string, number[]>();
  for (const [index, { media, bleed: bleedBox, trim }] of pages.entries()) {
    const { width, height, bleed } = sizeOfPage(index);
    const hasSize = isLength(trim.width, width) && isLength(trim.height, height);
    const hasBleed = distances(trim, bleedBox).every((distance) => isLength(distance, bleed));
    const rooms = distances(bleedBox, media);
    const isEven = rooms.every((room) => Math.abs(room - rooms[0]!) < boxTolerance);
    const hasRoom = isEven && (hasMarks ? rooms[0]! > 0 : Math.abs(rooms[0]!) < boxTolerance);
    if (hasSize && hasBleed && hasRoom) continue;
    const must = `a page must be ${width} × ${height} mm with ${bleed} mm of bleed`;
    wrong.set(must, [...(wrong.get(must) ?? []), index + 1]);
  }
  return [...wrong].map(([must, numbers]) =>
    makeFileProblem(publication, "page-box-wrong", `${path} has wrong page boxes on ${listPages(numbers)}: ${must}.`),
  );
}

// Returns the distances between the edges of a box and those of the box around it: left, lower, right, upper.
function distances(inner: Box, outer: Box): number[] {
  return [
    inner.x - outer.x,
    inner.y - outer.y,
    outer.x + outer.width - inner.x - inner.width,
    outer.y + outer.height - inner.y - inner.height,
  ];
}
