import { pamphletPageOf, pagesPerSheet } from "../geometry.ts";
import type { Box } from "../pdf/document.ts";
import type { Problem } from "../problem.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import type { Publication } from "../publication.ts";
import { findFontsNotEmbedded } from "./fonts.ts";
import { verifyImageResolution, type PressPage } from "./image-resolution.ts";
import { boxTolerance, isLength } from "./page-size.ts";
import { makeFileProblem, listPages } from "./problems.ts";
import { verifySamePages, readProvedPages } from "./same-pages.ts";
import { pressReadingOf, readingOf } from "./readings.ts";

/** How many pages of the cover come before the inside, and how many after it: the two sides of one leaf. */
const coverPages = 2;

/** A page of the inside or the cover. */
interface BoundPage extends PressPage {
  onCover: boolean;
}

/**
 * Verifies the files for a print shop as its own preflight would: PDF/X-4, boxes, number of pages, inks, fonts, image
 * resolution. Proves that they show the pages of the pamphlet in order, from the front cover to the back.
 */
export async function verifyPress(
  publication: Publication,
  artifacts: Artifact[],
  made: Artifact[],
): Promise<Problem[]> {
  const inside = findArtifact(artifacts, "press")!;
  const cover = findArtifact(artifacts, "press-cover");
  const problems: Problem[] = [];
  for (const file of cover ? [inside, cover] : [inside])
    problems.push(...(await verifyStandard(publication, file)), ...(await verifyBoxes(publication, file)));
  const pages = await readPages(inside, cover);
  return [
    ...problems,
    ...verifyPageCounts(publication, pages),
    ...verifyInks(publication, pages),
    ...verifyImageResolution(publication, pages),
    ...(await verifyPages(publication, inside, cover, made)),
  ];
}

async function readPages(inside: Artifact, cover: Artifact | undefined): Promise<BoundPage[]> {
  const read = async ({ path, bytes }: Artifact) =>
    (await pressReadingOf(bytes)).pages.map((page, index) => ({ ...page, path, number: index + 1 }));
  const pages = putInsideCover(await read(inside), cover ? await read(cover) : []);
  return pages.map((page, index) => ({
    ...page,
    onCover: index < coverPages || index >= pages.length - coverPages,
  }));
}

function putInsideCover<Page>(inside: Page[], cover: Page[]): Page[] {
  return [...cover.slice(0, coverPages), ...inside, ...cover.slice(coverPages)];
}

async function verifyStandard(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const { fonts } = (await readingOf(bytes)).boxesAndFonts;
  const { faults } = await pressReadingOf(bytes);
  return [
    ...faults.map((fault) => makeFileProblem(publication, "pdf-structure", `${path} is not PDF/X-4: ${fault}.`)),
    ...findFontsNotEmbedded(publication, fonts, path),
  ];
}

// The trim box has the size of the page. The bleed box is larger by the declared bleed on every side, and the media box
// by room for the printer's marks, as much on every side.
async function verifyBoxes(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const { width, height } = pamphletPageOf(publication.print.page);
  const { bleed } = publication.print;
  const wrong = (await readingOf(bytes)).boxesAndFonts.pages.flatMap(({ media, bleed: bleedBox, trim }, index) => {
    const hasSize = isLength(trim.width, width) && isLength(trim.height, height);
    const hasBleed = distances(trim, bleedBox).every((distance) => isLength(distance, bleed));
    const rooms = distances(bleedBox, media);
    const hasRoom = rooms.every((room) => room > 0 && Math.abs(room - rooms[0]!) < boxTolerance);
    return hasSize && hasBleed && hasRoom ? [] : [index + 1];
  });
  if (wrong.length === 0) return [];
  const message =
    `${path} has wrong page boxes on ${listPages(wrong)}: ` +
    `a page must be ${width} × ${height} mm with ${bleed} mm of bleed.`;
  return [makeFileProblem(publication, "page-box-wrong", message)];
}

function verifyPageCounts(publication: Publication, pages: BoundPage[]): Problem[] {
  return [...new Set(pages.map(({ path }) => path))].flatMap((path) => {
    const count = pages.filter((page) => page.path === path).length;
    if (count % pagesPerSheet === 0) return [];
    return [
      makeFileProblem(publication, "page-box-wrong", `${path} has ${count} pages, which is not a multiple of four.`),
    ];
  });
}

function verifyInks(publication: Publication, pages: BoundPage[]): Problem[] {
  const isCoverColoured = publication.print.inks.cover !== "grey";
  return pages.flatMap(({ spaces, path, number, onCover }) => {
    const allowed = onCover && isCoverColoured ? ["DeviceGray", "DeviceCMYK"] : ["DeviceGray"];
    const others = spaces.filter((space) => !allowed.includes(space));
    if (others.length === 0) return [];
    const message = `${path} uses ${others.join(", ")} on page ${number}, but may use only ${allowed.join(" and ")}.`;
    return [makeFileProblem(publication, "ink-wrong", message)];
  });
}

async function verifyPages(
  publication: Publication,
  inside: Artifact,
  cover: Artifact | undefined,
  made: Artifact[],
): Promise<Problem[]> {
  const read = async ({ bytes }: Artifact) => (await readingOf(bytes)).text.pages.map(({ runs }) => runs);
  const pages = putInsideCover(await read(inside), cover ? await read(cover) : []);
  const where = cover ? `${inside.path} and ${cover.path}` : inside.path;
  return verifySamePages(publication, pages, await readProvedPages(made), where);
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
