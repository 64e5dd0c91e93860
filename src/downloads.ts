import path from "node:path";
import type { Artifact, EditionName, Publication } from "./publication.ts";
import { terms, type Terms } from "./terms.ts";
import { writtenCount, writtenSize } from "./written.ts";

/** A file to take away, as the web edition offers it. */
export interface Download {
  /** Relative to the index. */
  href: string;
  /** PDF, EPUB, TXT. */
  format: string;
  purpose: string;
  /** Pages, sheets, size. */
  details: string;
}

type File = Pick<Artifact, "path" | "edition" | "pages" | "sheets"> & { size: number };

const purposes: Record<EditionName, keyof Terms | undefined> = {
  pamphlet: "pamphletFile",
  booklet: "bookletFile",
  epub: "epubFile",
  text: "textFile",
  web: undefined,
};

/** What a part of a file's name says about it. */
const variants: [part: string, term: keyof Terms][] = [
  ["-short-edge.", "shortEdge"],
  ["-long-edge.", "longEdge"],
];

/** The files of the whole publication, in the order in which they were made. */
export function downloads(made: File[], publication: Publication): Download[] {
  const ofOne = new Set(publication.statements.map(({ slug }) => slug).filter((slug) => slug !== publication.slug));
  return offered(made.filter((file) => !ofOne.has(path.parse(file.path).name)), publication);
}

/** The files of one statement. */
export function downloadsOf(made: File[], publication: Publication, slug: string): Download[] {
  return slug === publication.slug ? [] : offered(made.filter((file) => path.parse(file.path).name === slug), publication);
}

/** Where a file of another edition stands in the web edition; nothing for a picture of the cover, which the index itself shows. */
export function downloadPath(file: Pick<Artifact, "path">): string | undefined {
  return isCover(file) ? undefined : `downloads/${path.basename(file.path)}`;
}

/** The picture of the cover, among the files that other editions made. */
export function isCover(file: Pick<Artifact, "path">): boolean {
  return file.path.endsWith("-cover.png");
}

function offered(files: File[], { language }: Publication): Download[] {
  const words = terms(language);
  return files.flatMap((file) => {
    const href = downloadPath(file);
    const purpose = purposes[file.edition];
    if (!href || !purpose) return [];
    const variant = variants.find(([part]) => href.includes(part))?.[1];
    const details = [
      file.pages && writtenCount(file.pages, language, words.onePage, words.pages),
      file.sheets && writtenCount(file.sheets, language, words.oneSheet, words.sheets),
      writtenSize(file.size, language),
    ];
    return [
      {
        href,
        format: path.extname(href).slice(1).toUpperCase(),
        purpose: variant ? `${words[purpose]} (${words[variant]})` : words[purpose],
        details: details.filter(Boolean).join(", "),
      },
    ];
  });
}
