import path from "node:path";
import { downloadPath, offerOf, type Artifact } from "../artifact.ts";
import { artifactKinds } from "../artifact-kinds.ts";
import { foldedForms } from "../forms.ts";
import { pamphletPageOf } from "../geometry.ts";
import { paperOf } from "../papers.ts";
import type { Publication } from "../publication.ts";
import type { Terms } from "../terms/en.ts";
import { termsOf } from "../terms/index.ts";
import { formatCount, formatFileSize } from "../locale-format.ts";

/** A file that the web edition offers for download. */
export interface Download {
  /** Relative to the index. */
  href: string;
  /** The heading under which it is offered: what one would do with it. */
  group: string;
  /** PDF, EPUB, TXT. */
  format: string;
  purpose: string;
  /** Paper, pages, sheets, size. */
  details: string[];
  sha256: string;
}

type File = Pick<Artifact, "kind" | "path" | "statement" | "paper" | "way" | "pages" | "sheets"> & {
  size: number;
  sha256: string;
};

/** Returns the downloads of the whole publication, in the order of the table of kinds. */
export function listDownloads(made: File[], publication: Publication): Download[] {
  return describeDownloads(
    made.filter(({ statement }) => statement === undefined),
    publication,
  );
}

/** Returns the downloads of one statement, by its slug. */
export function listStatementDownloads(made: File[], publication: Publication, slug: string): Download[] {
  return describeDownloads(
    made.filter(({ statement }) => statement === slug),
    publication,
  );
}

/** Returns the height of the cover's image at a width, both in px. */
export function coverHeightOf(width: number, publication: Publication): number {
  const page = pamphletPageOf(publication.print.page);
  return Math.round((width * page.height) / page.width);
}

function describeDownloads(files: File[], publication: Publication): Download[] {
  return artifactKinds
    .flatMap((kind) => files.filter((file) => file.kind === kind))
    .flatMap((file) => describeDownload(file, publication) ?? []);
}

function describeDownload(file: File, publication: Publication): Download | undefined {
  const offer = offerOf(file.kind);
  if (!offer) return undefined;
  const { language } = publication;
  const words = termsOf(publication);
  const { size, paper, way, pages, sheets, sha256 } = file;
  const details = [
    nameForm(way, words) ?? way ?? (paper && paperOf(paper).name),
    pages && formatCount(pages, language, words.pages),
    sheets && formatCount(sheets, language, words.sheets),
    formatFileSize(size, language),
  ];
  const purpose = offer.variant ? `${words[offer.purpose]} (${words[offer.variant]})` : words[offer.purpose];
  return {
    href: downloadPath(file)!,
    group: words[offer.group],
    format: path.extname(file.path).slice(1).toUpperCase(),
    purpose: purpose.replace("#", offer.size?.(publication) ?? ""),
    details: details.filter((detail) => typeof detail === "string"),
    sha256,
  };
}

// Returns what readers call a folded form; nothing where the way is none.
function nameForm(way: string | undefined, words: Terms): string | undefined {
  const form = foldedForms.find((name) => name === way);
  return form && words[offerOf(form)!.purpose];
}
