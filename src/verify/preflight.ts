import { pointsPerMm } from "../geometry.ts";
import { inspect } from "../inspect/print-facts.ts";
import type { Problem } from "../problem.ts";
import type { Artifact } from "../publication.ts";

/**
 * What is true of a file, as a print shop's preflight would put it; and what of it was held against the source. Sizes
 * in mm.
 */
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
  /** The fewest pixels to an inch of any picture. */
  ppi?: number;
  heldTo: string[];
  /** How many problems name this file. */
  problems: number;
}

// What verify/index.ts holds each kind of file to, by its path.
const held: [path: RegExp, to: string[]][] = [
  [
    /^print\/[^/]*-(a5|a6|dl|half-letter|large-print)\.pdf$/,
    ["words", "contents numbers", "boxes", "fonts", "bookmarks", "page labels", "tags"],
  ],
  [/^print\/[^/]*-booklet-.*\.pdf$/, ["words", "fold", "boxes", "fonts"]],
  [/^print\/[^/]*-press.*\.pdf$/, ["words", "boxes", "inks", "fonts", "image resolution", "signatures", "PDF/X-4"]],
  [/^print\/leaflets\//, ["words", "boxes", "fonts"]],
  [/\.epub$/, ["words", "EPUB 3.3", "links"]],
  [/^text\//, ["words"]],
  [/^web\//, ["words", "links", "no other host", "no script"]],
];

/** A row for every file that one prints, reads or opens; pages of the web edition are told as one. */
export async function preflight(artifacts: Artifact[], problems: Problem[]): Promise<PreflightRow[]> {
  const rows: PreflightRow[] = [];
  for (const artifact of artifacts.filter(({ path }) => !path.startsWith("web/") || path === "web/index.html")) {
    const { path, edition, pages, sheets, bytes } = artifact;
    const naming = problems.filter(
      ({ message }) => message.includes(path) || (edition === "web" && message.includes("web/")),
    ).length;
    rows.push({
      path,
      edition,
      pages,
      sheets,
      ...(path.endsWith(".pdf") && (await facts(bytes))),
      heldTo: held.find(([kind]) => kind.test(path))?.[1] ?? [],
      problems: naming,
    });
  }
  return rows;
}

async function facts(bytes: Uint8Array): Promise<Partial<PreflightRow>> {
  const { pages, fonts, inks, pictures } = await inspect(bytes);
  const mm = (points: number) => Math.round((points / pointsPerMm) * 100) / 100;
  const [{ trim, bleed }] = pages as [(typeof pages)[number]];
  const ppi = Math.min(...pictures.map(({ ppi }) => ppi));
  return {
    trim: { width: mm(trim.width), height: mm(trim.height) },
    bleed: mm(trim.x - bleed.x),
    inks,
    fonts: new Set(fonts.map(({ name }) => name)).size,
    ...(Number.isFinite(ppi) && { ppi: Math.floor(ppi) }),
  };
}
