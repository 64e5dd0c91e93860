import { pamphletPage, pointsPerMm } from "../geometry.ts";
import { coloursOf } from "../inspect/colour-spaces.ts";
import { inspect } from "../inspect/print-facts.ts";
import { openPdf, type Box } from "../pdf/document.ts";
import { lacksOfX4 } from "../inspect/x4.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { about, looseFonts } from "./problems.ts";
import { pagesUnlike, provedPages } from "./pages.ts";
import { readPdf } from "../inspect/pdf-text.ts";
import { resolution, type PressPage } from "./resolution.ts";

interface Leaf extends PressPage {
  onCover: boolean;
}

/**
 * What a print shop's own check would find in the press files, and whether it shows, from the front cover to the back,
 * what was proved.
 */
export async function verifyPress(
  publication: Publication,
  artifacts: Artifact[],
  made: Artifact[],
): Promise<Problem[]> {
  const press = findArtifact(artifacts, "press")!;
  const cover = findArtifact(artifacts, "press-cover");
  const problems: Problem[] = [];
  for (const file of cover ? [press, cover] : [press])
    problems.push(...(await standard(publication, file)), ...(await boxes(publication, file)));
  const pages = await inReadingOrder(press, cover);
  return [
    ...problems,
    ...counts(publication, pages),
    ...inks(publication, pages),
    ...resolution(publication, pages),
    ...(await words(publication, press, cover, made)),
  ];
}

async function inReadingOrder(press: Artifact, cover: Artifact | undefined): Promise<Leaf[]> {
  const open = async ({ path, bytes }: Artifact) =>
    (await openPdf(bytes)).getPages().map((page, index) => ({ page, path, number: index + 1, onCover: false }));
  const [inside, outside] = [await open(press), cover ? await open(cover) : []];
  const pages = [...outside.slice(0, 2), ...inside, ...outside.slice(2)];
  return pages.map((page, index) => ({ ...page, onCover: index < 2 || index >= pages.length - 2 }));
}

async function standard(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const { fonts } = await inspect(bytes);
  return [
    ...lacksOfX4(await openPdf(bytes)).map((lack) =>
      about(publication, "pdf-structure", `${path} is not PDF/X-4: ${lack}.`),
    ),
    ...looseFonts(publication, fonts, path),
  ];
}

// Trim: the page. Bleed: as much beyond it as declared, on every side. Media: paper for the marks, the same on every
// side.
async function boxes(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const exact = (value: number, mm: number) => Math.abs(value - mm * pointsPerMm) < 0.01;
  const page = pamphletPage(publication.print.page);
  const wrong = (await inspect(bytes)).pages.flatMap(({ media, bleed, trim }, index) => {
    const size = exact(trim.width, page.width) && exact(trim.height, page.height);
    const even = around(trim, bleed).every((side) => exact(side, publication.print.bleed));
    const paper = around(bleed, media).every((side, _, [first]) => side > 0 && Math.abs(side - first!) < 0.01);
    return size && even && paper ? [] : [index + 1];
  });
  return wrong.length > 0
    ? [
        about(
          publication,
          "page-box-wrong",
          `The boxes of pages ${wrong.join(", ")} of ${path} are not those of ${page.width} × ${page.height} mm with ${publication.print.bleed} mm of bleed.`,
        ),
      ]
    : [];
}

// A sheet folded once is four pages, of the cover and of the inside.
function counts(publication: Publication, pages: Leaf[]): Problem[] {
  return [...new Set(pages.map(({ path }) => path))].flatMap((path) => {
    const count = pages.filter((page) => page.path === path).length;
    return count % 4 === 0
      ? []
      : [about(publication, "page-box-wrong", `${path} has ${count} pages, which is no multiple of four.`)];
  });
}

function inks(publication: Publication, pages: Leaf[]): Problem[] {
  const colour = publication.print.inks.cover !== "grey";
  return pages.flatMap(({ page, path, number, onCover }) => {
    const allowed = onCover && colour ? ["DeviceGray", "DeviceCMYK"] : ["DeviceGray"];
    const others = [...coloursOf(page)].filter((space) => !allowed.includes(space));
    return others.length > 0
      ? [
          about(
            publication,
            "ink-wrong",
            `Page ${number} of ${path} is painted in ${others.join(", ")}, and may be in ${allowed.join(" and ")} alone.`,
          ),
        ]
      : [];
  });
}

async function words(
  publication: Publication,
  press: Artifact,
  cover: Artifact | undefined,
  made: Artifact[],
): Promise<Problem[]> {
  const read = async ({ bytes }: Artifact) => (await readPdf(bytes)).pages.map(({ runs }) => runs);
  const [inside, outside] = [await read(press), cover ? await read(cover) : []];
  const where = cover ? `${press.path} and ${cover.path}` : press.path;
  return pagesUnlike(
    publication,
    [...outside.slice(0, 2), ...inside, ...outside.slice(2)],
    await provedPages(made),
    where,
  );
}

function around(inner: Box, outer: Box): number[] {
  return [
    inner.x - outer.x,
    inner.y - outer.y,
    outer.x + outer.width - inner.x - inner.width,
    outer.y + outer.height - inner.y - inner.height,
  ];
}
