import { countPages, padTo } from "../folds/fold.ts";
import { pagesPerSheet } from "../geometry.ts";
import type { TextRun } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import type { Publication } from "../publication.ts";
import { separationNameOf, spotInksOf } from "../spot-inks.ts";
import { makeFileProblem } from "./problems.ts";
import { pressReadingOf, readingOf } from "./readings.ts";
import { isSameRun, readProvedPages, verifySamePages } from "./same-pages.ts";

const plateKinds = new Set<ArtifactKind>(["ink-first", "ink-second"]);

/**
 * Verifies what is printed in spot inks: that the file of separations is PDF/X-4 and paints in the inks of the publication
 * alone, and its plates in grey; that it and its proof show the pages of the pamphlet, and that the plates together do.
 */
export async function verifySpotInks(
  publication: Publication,
  files: Artifact[],
  made: Artifact[],
): Promise<Problem[]> {
  const proved = await readProvedPages(made);
  const problems: Problem[] = [];
  for (const file of files) {
    problems.push(...(await verifyPaints(publication, file)));
    if (plateKinds.has(file.kind)) continue;
    problems.push(...verifySamePages(publication, await runsOfPages(file), proved, file.path));
  }
  const plates = files.filter(({ kind }) => plateKinds.has(kind));
  const together = layOnEachOther(await Promise.all(plates.map(runsOfPages)), proved);
  const names = plates.map(({ path }) => path).join(" and ");
  return [...problems, ...verifySamePages(publication, together, proved, names)];
}

async function verifyPaints(publication: Publication, { kind, path, bytes }: Artifact): Promise<Problem[]> {
  const { faults, pages } = await pressReadingOf(bytes);
  const separations = spotInksOf(publication.print.inks).map((ink) => `Separation ${separationNameOf(ink)}`);
  const allowed =
    kind === "inks"
      ? [...separations, "Separation All"]
      : kind === "inks-proof"
        ? ["DeviceGray", "DeviceRGB", "Separation Proof"]
        : ["DeviceGray"];
  const others = [...new Set(pages.flatMap(({ spaces }) => spaces))].filter((space) => !allowed.includes(space));
  const wrong = kind === "inks" ? faults["PDF/X-4"] : [];
  return [
    ...wrong.map((fault) => makeFileProblem(publication, "pdf-structure", `${path} is not PDF/X-4: ${fault}.`)),
    ...(others.length > 0
      ? [makeFileProblem(publication, "ink-wrong", `${path} paints in ${others.join(" and ")}, not in its ink alone.`)]
      : []),
  ];
}

async function runsOfPages({ bytes }: Artifact): Promise<TextRun[][]> {
  return (await readingOf(bytes)).text.pages.map(({ runs }) => runs);
}

// Returns the pages as they are when one plate is printed over the other. A run that several plates show, as a title that
// one prints and the other leaves out, is there once. Of a run that a plate does not show, its spaces are left.
function layOnEachOther(plates: TextRun[][][], proved: TextRun[][]): TextRun[][] {
  return padTo(pagesPerSheet, countPages(proved.length)).map((number, index) => {
    const printed = plates.flatMap((pages) => pages[index] ?? []);
    const expected = number === undefined ? [] : proved[number - 1]!;
    const found = expected.flatMap((run) => printed.find((other) => isSameRun(other, run)) ?? []);
    const strange = printed.filter(
      (run) => run.glyphs.trim() !== "" && !expected.some((other) => isSameRun(run, other)),
    );
    return [...found, ...strange];
  });
}
