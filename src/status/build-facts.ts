import { stat } from "node:fs/promises";
import path from "node:path";
import { findArtifact } from "../artifact.ts";
import { isNotFound } from "../errors.ts";
import { readPageWords, type PageWord } from "../inspect/page-words.ts";
import { readPdfText, type PdfText } from "../inspect/pdf-text.ts";
import { readBuildIfAny } from "../output/reopen.ts";
import { openPdf } from "../pdf/document.ts";

/** What the last build tells of the texts. */
export interface BuildFacts {
  /** When it was made. */
  made: Date;
  /** The first page of each part of the pamphlet, as it is numbered, and the number of its pages, by their bookmarks. */
  parts: { title: string; page: string; pages: number }[];
  /** The words on the first page of the leaflet of each statement, by its slug. */
  leaflets: Map<string, PageWord[]>;
}

/** Reads what a build tells of the texts. Returns nothing if the folder has no build that can be read. */
export async function readBuildFacts(folder: string): Promise<BuildFacts | undefined> {
  const made = await findTime(path.join(folder, "manifest.json"));
  const build = made && (await readBuildIfAny(folder));
  if (!build) return undefined;
  const { artifacts } = build;
  const pamphlet = findArtifact(artifacts, "pamphlet");
  const leaflets: BuildFacts["leaflets"] = new Map();
  for (const { kind, statement, bytes } of artifacts)
    if (kind === "leaflet" && statement !== undefined)
      leaflets.set(statement, readPageWords(await readFirstPage(bytes)));
  return {
    made,
    parts: pamphlet ? listParts(await readFirstPage(pamphlet.bytes), pamphlet.pages ?? 0) : [],
    leaflets,
  };
}

/** Returns when a file was changed last; nothing if there is none. */
export async function findTime(file: string): Promise<Date | undefined> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

// The bookmarks and the first page are enough, and take a tenth of the time of the whole.
async function readFirstPage(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await openPdf(bytes);
  return readPdfText(bytes, pdf, { share: 0, of: pdf.getPageCount() });
}

// A part ends where the next one begins; each begins on a page of its own.
function listParts({ bookmarks, labels }: PdfText, pages: number): BuildFacts["parts"] {
  return bookmarks.map(({ title, page }, index) => ({
    title,
    page: labels?.[page - 1] ?? String(page),
    pages: (bookmarks[index + 1]?.page ?? pages + 1) - page,
  }));
}
