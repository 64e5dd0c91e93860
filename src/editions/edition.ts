import type { Family } from "../compile/eleventy.ts";
import type { PrintShop } from "../layout/browser.ts";
import type { Description } from "../pdf/document.ts";
import type { Artifact, Publication } from "../publication.ts";
import type { EditionName } from "../schemas.ts";
import { fileDate, organisations } from "../names.ts";

/** What an edition is made from. */
export interface Context {
  publication: Publication;
  /** The documents of a family, compiled, by path. */
  documents(family: Family): Promise<Map<string, string>>;
  /** The files of the editions named in `from`, and of those in `after` that are being made. */
  made: Artifact[];
  /** The browser of this build, started when it is first asked for. */
  browser(): Promise<PrintShop>;
}

export interface Edition {
  name: EditionName;
  /** The editions whose files this one needs; they stand before it in the table. */
  from: EditionName[];
  /** The editions whose files this one offers or names, where they are made at all. */
  after?: EditionName[];
  make(context: Context): Promise<Artifact[]>;
}

/** What a PDF of the publication says of itself. */
export function descriptionOf(publication: Publication, title = publication.title): Description {
  return {
    title,
    subject: publication.subtitle ?? "",
    author: publication.publisher ?? organisations(publication).join("; "),
    language: publication.language,
    date: fileDate(publication),
  };
}
