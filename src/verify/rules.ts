import type { Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import { foldedForms } from "../forms.ts";
import { largePrint, pamphletPageOf } from "../geometry.ts";
import type { Place, Problem } from "../problem.ts";
import { listOffprints } from "../offprints.ts";
import type { Publication } from "../publication.ts";
import type { Documents } from "./documents.ts";
import { verifyEpub } from "./epub.ts";
import { verifyFonts } from "./fonts.ts";
import { listFormTests } from "../offprints.ts";
import { spotInksOf } from "../spot-inks.ts";
import { verifySpotInks } from "./inks.ts";
import { verifyBooklets, verifyFoldTests } from "./booklet.ts";
import { verifyFormTests, verifyOffprints } from "./offprints.ts";
import { verifyReadingCopy } from "./reading-copy.ts";
import { verifyPress } from "./press.ts";
import { verifyTags } from "./tags.ts";
import { verifyPlainText } from "./plain-text.ts";
import { verifyWeb } from "./web.ts";

/** Something that must be true of files of some kinds, and the function that verifies it. */
export interface Rule {
  /** The kinds of the files that it opens. */
  kinds: ArtifactKind[];
  /** Those of these kinds that need not be there. If a file of another one is missing, it is reported as a problem. */
  optional?: ArtifactKind[];
  /** The kind of the file with which it compares them, if there is one. That file must be there too. */
  comparedWith?: ArtifactKind;
  /** The kinds of files that it reads beside, if they were made. */
  reads?: ArtifactKind[];
  /** Whether a publication asks for such files; without it, every publication does. */
  isAsked?: (publication: Publication) => boolean;
  /** What it proves, as preflight names it. */
  proves: string[];
  /** Returns what is wrong with the files. */
  verify(context: RuleContext): Promise<Problem[]>;
}

export interface RuleContext {
  publication: Publication;
  /** The files of the rule's kinds, in the order of its `kinds`. */
  files: Artifact[];
  /** All files of the editions that the rule reads. */
  made: Artifact[];
  /** The compiled documents of the family print. */
  documents: Documents;
}

/** The pages of what is printed by itself, and its sheets. */
const offprintPages: ArtifactKind[] = ["leaflet", ...foldedForms, "poster", "poster-large", "poster-whole"];
const offprintSheets: ArtifactKind[] = [
  "leaflet-sheets",
  ...foldedForms.map((form) => `${form}-sheets` as const),
  "poster-tiles",
];

/**
 * What is verified of each kind of file, in this order. Each rule opens the files of its kinds; it does not depend on
 * how they were made.
 */
export const verifyRules: Rule[] = [
  {
    kinds: ["pamphlet", ...offprintPages, ...offprintSheets],
    optional: ["pamphlet", ...offprintPages, ...offprintSheets],
    proves: ["fonts"],
    verify: ({ publication, files }) => verifyFonts(publication, files, ["fonts"]),
  },
  {
    kinds: ["large-print"],
    proves: ["fonts"],
    verify: ({ publication, files }) => verifyFonts(publication, files, ["fonts", "clear-fonts"]),
  },
  {
    kinds: ["pamphlet"],
    proves: ["words", "contents numbers", "line lengths", "boxes", "bookmarks", "page labels"],
    verify: ({ publication, files: [file], documents }) =>
      verifyReadingCopy(publication, file!, pamphletPageOf(publication.print.page), "pamphlet.html", documents),
  },
  {
    kinds: ["large-print"],
    proves: ["words", "contents numbers", "line lengths", "boxes", "bookmarks", "page labels"],
    verify: ({ publication, files: [file], documents }) =>
      verifyReadingCopy(publication, file!, largePrint, "large-print.html", documents),
  },
  {
    kinds: ["pamphlet", "large-print", ...offprintPages],
    optional: ["pamphlet", "large-print", ...offprintPages],
    proves: ["tags"],
    verify: async ({ publication, files }) =>
      (await Promise.all(files.map((file) => verifyTags(file, placeOf(file, publication))))).flat(),
  },
  {
    kinds: ["booklet-short-edge", "booklet-long-edge", "booklet-fronts", "booklet-backs", "imposed"],
    comparedWith: "pamphlet",
    proves: ["words", "fold", "boxes", "fonts"],
    verify: ({ publication, files, made }) => verifyBooklets(publication, files, made),
  },
  {
    kinds: ["fold-test"],
    isAsked: ({ print }) => print.impose !== undefined,
    proves: ["fold", "boxes", "fonts"],
    verify: ({ publication, files }) => verifyFoldTests(publication, files),
  },
  {
    kinds: ["form-test"],
    optional: ["form-test"],
    isAsked: (publication) => listFormTests(publication).length > 0,
    proves: ["fold", "boxes", "fonts"],
    verify: ({ publication, files }) => verifyFormTests(publication, files),
  },
  {
    kinds: ["press", "press-cover"],
    optional: ["press-cover"],
    comparedWith: "pamphlet",
    proves: ["words", "boxes", "inks", "fonts", "image resolution", "signatures", "PDF/X"],
    verify: ({ publication, files, made }) => verifyPress(publication, files, made),
  },
  {
    kinds: ["inks", "ink-first", "ink-second", "inks-proof"],
    isAsked: ({ print }) => spotInksOf(print.inks).length > 0,
    optional: ["ink-second"],
    comparedWith: "pamphlet",
    proves: ["words", "inks", "PDF/X-4"],
    verify: ({ publication, files, made }) => verifySpotInks(publication, files, made),
  },
  {
    kinds: [...offprintPages, ...offprintSheets],
    proves: ["words", "line lengths", "boxes"],
    verify: ({ publication, files, documents }) => verifyOffprints(publication, files, documents),
  },
  {
    kinds: ["epub"],
    reads: ["pamphlet"],
    proves: ["words", "EPUB 3.3", "links"],
    verify: ({ publication, files, made, documents }) => verifyEpub(publication, files, made, documents),
  },
  {
    kinds: ["text", "statement-text"],
    proves: ["words"],
    verify: ({ publication, files }) => verifyPlainText(publication, files),
  },
  {
    kinds: ["web-index", "web-pamphlet", "web-file"],
    optional: ["web-file"],
    proves: ["words", "links", "no other host", "no script"],
    verify: ({ publication, files }) => verifyWeb(publication, files),
  },
];

/** Returns the name under which a rule runs; each has its own. */
export function stageOf({ proves, kinds }: Rule): string {
  return `prove ${proves[0]} of ${kinds[0]}`;
}

// A problem with what is printed by itself is placed in its text or its event, any other at the title of the publication.
function placeOf({ statement, event }: Artifact, publication: Publication): Place {
  const offprint = listOffprints(publication).find(({ name }) => name === (statement ?? event));
  return offprint?.place ?? publication.at("title");
}
