import { pointsPerMm } from "../geometry.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { planVerification } from "./plan.ts";
import { editionOf, isListed, type Artifact } from "../artifact.ts";
import { webFolder } from "../artifact-kinds.ts";
import { pressReadingOf, readingOf } from "./readings.ts";

/** The facts of a file, as a print shop lists them in its preflight, and what was proved of it. Lengths are in mm. */
export interface PreflightRow {
  path: string;
  edition: string;
  pages?: number;
  sheets?: number;
  /** The trimmed page, and how far the bleed box reaches beyond it. */
  trim?: { width: number; height: number };
  bleed?: number;
  /** The colour spaces in which it paints. */
  inks?: string[];
  fonts?: number;
  /** The fewest pixels to an inch of any image. */
  ppi?: number;
  /** What was proved of the file. If a file that a rule needs is missing, the rule proves nothing of the others. */
  proved: string[];
  /** How many problems name this file. */
  problems: number;
}

/**
 * Returns a row for every file that was made; the web edition has one row, that of its index. `problems` are those that
 * verify() found in the same files.
 */
export async function preflight(
  publication: Publication,
  artifacts: Artifact[],
  problems: Problem[],
): Promise<PreflightRow[]> {
  const plan = planVerification(publication, artifacts);
  const rows: PreflightRow[] = [];
  for (const artifact of artifacts.filter(isListed)) {
    const { kind, path, pages, sheets, bytes } = artifact;
    // A problem names its file in its message. A page of the web edition counts for its index.
    const name = kind === "web-index" ? webFolder : path;
    rows.push({
      path,
      edition: editionOf(kind),
      pages,
      sheets,
      ...(path.endsWith(".pdf") && (await readFacts(bytes))),
      proved: [...new Set(plan.flatMap(({ rule, files }) => (files.includes(artifact) ? rule.proves : [])))],
      problems: problems.filter(({ message }) => message.includes(name)).length,
    });
  }
  return rows;
}

async function readFacts(bytes: Uint8Array): Promise<Partial<PreflightRow>> {
  const { pages, fonts } = (await readingOf(bytes)).boxesAndFonts;
  const painted = (await pressReadingOf(bytes)).pages;
  const mm = (points: number) => Math.round((points / pointsPerMm) * 100) / 100;
  const { trim, bleed } = pages[0]!;
  // Infinity if there is no image.
  const ppi = Math.min(...painted.flatMap(({ images }) => images.map(({ ppi }) => ppi)));
  return {
    trim: { width: mm(trim.width), height: mm(trim.height) },
    bleed: mm(trim.x - bleed.x),
    inks: [...new Set(painted.flatMap(({ spaces }) => spaces))].sort(),
    fonts: new Set(fonts.map(({ name }) => name)).size,
    ...(Number.isFinite(ppi) && { ppi: Math.floor(ppi) }),
  };
}
