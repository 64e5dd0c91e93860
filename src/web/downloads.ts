import path from "node:path";
import { pamphletPage } from "../geometry.ts";
import type { Artifact, Publication } from "../publication.ts";
import { termsOf } from "../terms/index.ts";
import type { Term } from "../terms/en.ts";
import { writtenCount, writtenSize } from "../locale-format.ts";

/** A file to take away, as the web edition offers it. */
export interface Download {
  /** Relative to the index. */
  href: string;
  /** What one would do with it: the heading under which it is offered. */
  group: string;
  /** PDF, EPUB, TXT. */
  format: string;
  purpose: string;
  /** Pages, sheets, size. */
  details: string;
  sha256: string;
}

type File = Pick<Artifact, "path" | "pages" | "sheets"> & { size: number; sha256: string };

/**
 * What each kind of file is for, by its path, in the order in which files are offered: the group, the purpose, and what
 * tells it from its like.
 */
const kinds: [path: RegExp, group: Term, purpose: Term, variant?: Term][] = [
  [/^print\/[^/]*-(a5|a6|dl|half-letter)\.pdf$/, "toRead", "pamphletFile"],
  [/\.epub$/, "toRead", "epubFile"],
  [/^print\/[^/]*-large-print\.pdf$/, "toRead", "largePrintFile"],
  [/^text\//, "toRead", "textFile"],
  [/^print\/printer-test\.pdf$/, "toPrint", "printerTest"],
  [/^print\/[^/]*-booklet-short-edge\.pdf$/, "toPrint", "bookletFile", "shortEdge"],
  [/^print\/[^/]*-booklet-long-edge\.pdf$/, "toPrint", "bookletFile", "longEdge"],
  [/^print\/[^/]*-booklet-fronts\.pdf$/, "toPrint", "bookletFile", "fronts"],
  [/^print\/[^/]*-booklet-backs\.pdf$/, "toPrint", "bookletFile", "backs"],
  [/^print\/leaflets\/.*-a4\.pdf$/, "toPrint", "leafletA4File"],
  [/^print\/leaflets\/.*\.pdf$/, "toPrint", "leafletFile"],
  [/^print\/how-to-print\.txt$/, "toPrint", "guideFile"],
  [/^print\/[^/]*-press\.pdf$/, "forPrintShop", "pressFile"],
  [/^print\/[^/]*-press-cover\.pdf$/, "forPrintShop", "pressCoverFile"],
];

/** The files of the whole publication. */
export function downloads(made: File[], publication: Publication): Download[] {
  return offered(
    made.filter((file) => !slugOf(file, publication)),
    publication,
  );
}

/** The files of one statement. */
export function downloadsOf(made: File[], publication: Publication, slug: string): Download[] {
  return offered(
    made.filter((file) => slugOf(file, publication) === slug),
    publication,
  );
}

/** Where a file of another edition stands in the web edition, if it is one that readers are offered. */
export function downloadPath(file: Pick<Artifact, "path">): string | undefined {
  return kinds.some(([path]) => path.test(file.path)) ? `downloads/${path.basename(file.path)}` : undefined;
}

/** The picture of the cover, among the files that other editions made. */
export function isCover(file: Pick<Artifact, "path">): boolean {
  return file.path.endsWith("-cover.png");
}

/** The height of the cover's picture at a width, both in px. */
export function coverHeight(width: number, publication: Publication): number {
  const page = pamphletPage(publication.print.page);
  return Math.round((width * page.height) / page.width);
}

// A statement's own files have its name, and its leaflets stand in a folder of theirs.
function slugOf(file: Pick<Artifact, "path">, { slug, statements }: Publication): string | undefined {
  const name = path.parse(file.path).name;
  return statements.find(
    (statement) =>
      statement.slug !== slug && (name === statement.slug || file.path.endsWith(`leaflets/${statement.slug}-a4.pdf`)),
  )?.slug;
}

function offered(files: File[], publication: Publication): Download[] {
  const { language } = publication;
  const words = termsOf(publication);
  return kinds.flatMap((kind, order) =>
    files
      .filter((file) => kinds.findIndex(([path]) => path.test(file.path)) === order)
      .map((file) => {
        const [, group, purpose, variant] = kind;
        const { size, pages, sheets, sha256 } = file;
        const details = [
          pages && writtenCount(pages, language, words.pages),
          sheets && writtenCount(sheets, language, words.sheets),
          writtenSize(size, language),
        ];
        return {
          href: downloadPath(file)!,
          group: words[group],
          format: path.extname(file.path).slice(1).toUpperCase(),
          purpose: variant ? `${words[purpose]} (${words[variant]})` : words[purpose],
          details: details.filter(Boolean).join(" · "),
          sha256,
        };
      }),
  );
}
