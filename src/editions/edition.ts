import type { Family } from "../compile/eleventy.ts";
import type { SharedBrowser } from "../layout/browser.ts";
import type { Description } from "../pdf/document.ts";
import type { Publication } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import type { EditionName } from "../edition-names.ts";
import { fileDateOf, listBylines } from "../names.ts";

/** What an edition is made from. The folder of the publication is not part of it. */
export interface Context {
  publication: Publication;
  /** Returns the compiled documents of a family, by path. */
  documents(family: Family): Promise<Map<string, string>>;
  /** The artifacts of the editions in `from` and `shows`, and of those in `after` that this build makes. */
  made: Artifact[];
  /** Returns the browser of this build; it is started at the first call. */
  browser(): Promise<SharedBrowser>;
  /** Called by an edition of several parts when so many of them are done. */
  notePart?: (done: number, total: number) => void;
}

export interface Edition {
  name: EditionName;
  /** The editions that this one is made from. These and those below come before it in the table. */
  from: EditionName[];
  /** The editions whose files this one shows. They are made with it; it does without one that failed. */
  shows?: EditionName[];
  /** The editions whose files this one offers or names, if the build makes them. */
  after?: EditionName[];
  make(context: Context): Promise<Artifact[]>;
}

/** Returns the metadata of a PDF of the whole publication. */
export function describePublication(publication: Publication, title = publication.title): Description {
  return {
    title,
    subject: publication.subtitle ?? "",
    authors: [publication.publisher ?? listBylines(publication).join("; ")].filter(Boolean),
    language: publication.language,
    date: fileDateOf(publication),
  };
}
