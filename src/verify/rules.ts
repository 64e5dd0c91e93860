import { type Artifact, type ArtifactKind } from "../artifact.ts";
import { largePrint, pamphletPageOf } from "../geometry.ts";
import type { Place, Problem } from "../problem.ts";
import { leafletOf, type Publication } from "../publication.ts";
import type { Documents } from "./documents.ts";
import { verifyEpub } from "./epub.ts";
import { verifyFonts } from "./fonts.ts";
import { verifyLeaflets } from "./leaflets.ts";
import { verifyBooklet, verifyFrontsAndBacks } from "./booklet.ts";
import { verifyReadingCopy } from "./reading-copy.ts";
import { verifyPress } from "./press.ts";
import { verifyTags } from "./tags.ts";
import { verifyText } from "./plain-text.ts";
import { verifyWeb } from "./web.ts";

/** One or more things that must hold of files, and the check that looks whether they do. */
export interface Rule {
  /** The kinds of the files that the check opens. All that are not in `optional` must have been made. */
  kinds: ArtifactKind[];
  optional?: ArtifactKind[];
  /** What the check proves, as preflight names it. */
  proves: string[];
  check(context: RuleContext): Promise<Problem[]>;
}

export interface RuleContext {
  publication: Publication;
  /** The files of the rule's kinds, in the order of its `kinds`. */
  files: Artifact[];
  /** Everything that was made, for rules that compare one edition with another. */
  made: Artifact[];
  /** The compiled documents of the family print. */
  documents: Documents;
}

/**
 * What is verified of each kind of file, in this order. Each rule opens the files of its kinds and knows nothing of how
 * they were made.
 */
export const verifyRules: Rule[] = [
  {
    kinds: ["pamphlet", "leaflet", "leaflet-sheets"],
    optional: ["pamphlet", "leaflet", "leaflet-sheets"],
    proves: ["fonts"],
    check: ({ publication, files }) => verifyFonts(publication, files, ["fonts"]),
  },
  {
    kinds: ["large-print"],
    proves: ["fonts"],
    check: ({ publication, files }) => verifyFonts(publication, files, ["fonts", "clear-fonts"]),
  },
  {
    kinds: ["pamphlet"],
    proves: ["words", "contents numbers", "boxes", "bookmarks", "page labels"],
    check: ({ publication, files: [file], documents }) =>
      verifyReadingCopy(publication, file!, pamphletPageOf(publication.print.page), "pamphlet.html", documents),
  },
  {
    kinds: ["large-print"],
    proves: ["words", "contents numbers", "boxes", "bookmarks", "page labels"],
    check: ({ publication, files: [file], documents }) =>
      verifyReadingCopy(publication, file!, largePrint, "large-print.html", documents),
  },
  {
    kinds: ["pamphlet", "large-print", "leaflet"],
    optional: ["pamphlet", "large-print", "leaflet"],
    proves: ["tags"],
    check: async ({ publication, files }) =>
      (await Promise.all(files.map((file) => verifyTags(file, placeOf(file, publication))))).flat(),
  },
  {
    kinds: ["booklet-short-edge"],
    proves: ["words", "fold", "boxes", "fonts"],
    check: ({ publication, files: [file], made }) => verifyBooklet(publication, file!, "short-edge", made),
  },
  {
    kinds: ["booklet-long-edge"],
    proves: ["words", "fold", "boxes", "fonts"],
    check: ({ publication, files: [file], made }) => verifyBooklet(publication, file!, "long-edge", made),
  },
  {
    kinds: ["booklet-fronts", "booklet-backs"],
    proves: ["words", "fold", "boxes", "fonts"],
    check: ({ publication, files: [fronts, backs], made }) => verifyFrontsAndBacks(publication, fronts!, backs!, made),
  },
  {
    kinds: ["press", "press-cover"],
    optional: ["press-cover"],
    proves: ["words", "boxes", "inks", "fonts", "image resolution", "signatures", "PDF/X-4"],
    check: ({ publication, files, made }) => verifyPress(publication, files, made),
  },
  {
    kinds: ["leaflet", "leaflet-sheets"],
    proves: ["words", "boxes"],
    check: ({ publication, files, documents }) => verifyLeaflets(publication, files, documents),
  },
  {
    kinds: ["epub"],
    proves: ["words", "EPUB 3.3", "links"],
    check: ({ publication, files, made, documents }) => verifyEpub(publication, files, made, documents),
  },
  {
    kinds: ["text", "statement-text"],
    proves: ["words"],
    check: ({ publication, files }) => verifyText(publication, files),
  },
  {
    kinds: ["web-index", "web-pamphlet", "web-file"],
    optional: ["web-file"],
    proves: ["words", "links", "no other host", "no script"],
    check: ({ publication, files }) => verifyWeb(publication, files),
  },
];

// A problem with a leaflet is mended in its text, a problem with the whole publication at its title.
function placeOf({ statement: slug }: Artifact, publication: Publication): Place {
  const statement = publication.statements.find((statement) => statement.slug === slug);
  return statement ? leafletOf(statement).at() : publication.at("title");
}
