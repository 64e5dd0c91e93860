import type { Files, SharedBrowser } from "../layout/browser.ts";
import { fileDateOf } from "../names.ts";
import type { Offprint } from "../offprints.ts";
import type { Description } from "../pdf/document.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";

/** What an offprint is made from. */
export interface FormContext {
  publication: Publication;
  files: Files;
  browser: SharedBrowser;
}

/**
 * What came of an offprint that was laid out: its files, which are finished while the browser lays out the next one, or
 * the problem that keeps it from being made.
 */
export type Outcome = { files: Promise<Artifact[]> } | { problem: Problem };

/** Returns the metadata of the PDFs of an offprint. */
export function describeOffprint({ text, title, lang, event }: Offprint, publication: Publication): Description {
  const authors = text
    ? text.authors.length > 0
      ? text.authors
      : [text.organisation ?? []].flat()
    : [event?.host ?? publication.publisher ?? []].flat();
  return { title, authors, subject: publication.title, language: lang, date: fileDateOf(publication) };
}

/** Returns of what an artifact of an offprint is: the statement or the event. */
export function ownerOf({ statement, name }: Offprint): Pick<Artifact, "statement" | "event"> {
  return statement ? { statement: name } : { event: name };
}
