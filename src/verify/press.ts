import type { Problem } from "../problem.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import type { Publication } from "../publication.ts";
import { conditions } from "../shop.ts";
import { splitWords } from "../words.ts";
import { coverLeafPages, findPressFiles, putInsideCover, readBoundText, type PressFiles } from "./bound-pages.ts";
import { findFontsNotEmbedded } from "./fonts.ts";
import { verifyImageResolution, type PressPage } from "./image-resolution.ts";
import { verifyPressPages } from "./press-boxes.ts";
import { verifyLimits } from "./press-limits.ts";
import { makeFileProblem } from "./problems.ts";
import { verifySamePages, readProvedPages } from "./same-pages.ts";
import { pressReadingOf, readingOf } from "./readings.ts";

/** A page of the inside or the cover. */
interface BoundPage extends PressPage {
  onCover: boolean;
}

/**
 * Verifies the files for a print shop as its own preflight would: the standard and the printing condition, boxes, number
 * of pages, inks, fonts, image resolution, and the limits that the shop has set. Proves that they show the pages of the
 * pamphlet in order, from the front cover to the back.
 */
export async function verifyPress(
  publication: Publication,
  artifacts: Artifact[],
  made: Artifact[],
): Promise<Problem[]> {
  const proved = await readProvedPages(made);
  const named = [findArtifact(artifacts, "press"), findArtifact(artifacts, "press-cover")];
  const files = findPressFiles(publication, named, proved.length);
  const problems: Problem[] = [];
  for (const file of files.cover ? [files.inside, files.cover] : [files.inside])
    problems.push(...(await verifyStandard(publication, file)), ...(await verifyLimits(publication, file)));
  const pages = await readPages(files);
  return [
    ...problems,
    ...(await verifyPressPages(publication, files)),
    ...verifyInks(publication, pages),
    ...verifyImageResolution(publication, pages),
    ...(await verifyPages(publication, files, proved)),
  ];
}

async function readPages({ inside, cover, spine }: PressFiles): Promise<BoundPage[]> {
  const read = async ({ path, bytes }: Artifact) =>
    (await pressReadingOf(bytes)).pages.map((page, index) => ({ ...page, path, number: index + 1 }));
  const [insidePages, coverPages] = [await read(inside), cover ? await read(cover) : []];
  if (cover && spine)
    return [...coverPages, ...insidePages].map((page) => ({ ...page, onCover: page.path === cover.path }));
  const pages = putInsideCover(insidePages, coverPages);
  return pages.map((page, index) => ({
    ...page,
    onCover: index < coverLeafPages || index >= pages.length - coverLeafPages,
  }));
}

async function verifyStandard(publication: Publication, { path, bytes }: Artifact): Promise<Problem[]> {
  const { fonts } = (await readingOf(bytes)).boxesAndFonts;
  const { faults, press } = await pressReadingOf(bytes);
  const { standard, condition, profile } = publication.print.shop;
  const named = condition === "none" ? "Custom" : conditions[condition].identifier;
  const report = (message: string) => makeFileProblem(publication, "pdf-structure", message);
  return [
    ...faults[standard].map((fault) => report(`${path} is not ${standard}: ${fault}.`)),
    ...(press && press.condition !== named
      ? [report(`${path} names the printing condition “${press.condition}”, but it has to be “${named}”.`)]
      : []),
    ...(press?.hasProfile && profile === "named"
      ? [report(`${path} has the profile of its printing condition inside, but it must only name it.`)]
      : []),
    ...findFontsNotEmbedded(publication, fonts, path),
  ];
}

function verifyInks(publication: Publication, pages: BoundPage[]): Problem[] {
  const { inks, shop } = publication.print;
  return pages.flatMap(({ spaces, path, number, onCover }) => {
    const hasFourInks = onCover && inks.cover !== "grey";
    const allowed = hasFourInks ? ["DeviceGray", "DeviceCMYK"] : ["DeviceGray"];
    if (hasFourInks && shop.marks.includes("registration")) allowed.push("Separation All");
    const others = spaces.filter((space) => !allowed.includes(space));
    if (others.length === 0) return [];
    const message = `${path} uses ${others.join(", ")} on page ${number}, but may use only ${allowed.join(" and ")}.`;
    return [makeFileProblem(publication, "ink-wrong", message)];
  });
}

async function verifyPages(
  publication: Publication,
  files: PressFiles,
  proved: Awaited<ReturnType<typeof readProvedPages>>,
): Promise<Problem[]> {
  const { inside, cover, spine } = files;
  const text = await readBoundText(publication, files);
  const where = cover ? `${inside.path} and ${cover.path}` : inside.path;
  const wordsOf = (line: string) =>
    splitWords(line)
      .map(({ key }) => key)
      .sort()
      .join(" ");
  const title = spine?.hasTitle ? publication.title : "";
  const isTitled = wordsOf(text.spine.map(({ text }) => text).join("")) === wordsOf(title);
  return [
    ...verifySamePages(publication, text.pages, proved, where),
    ...(isTitled
      ? []
      : [makeFileProblem(publication, "words-lost", `The spine of ${cover?.path} must say “${title}”.`)]),
  ];
}
