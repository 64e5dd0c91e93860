import { officePaperOf, posterSizesOf, type FoldedForm, type PosterSize } from "./forms.ts";
import type { PageFormat } from "./geometry.ts";
import type { EditionName } from "./edition-names.ts";
import { fileEndingOf, spotInksOf } from "./spot-inks.ts";
import type { Term } from "./terms/en.ts";

// The files that editions make: one table says of each kind where it goes and how readers are offered it.
// verify/rules.ts says what is verified of each kind.

/** The part of a publication that decides the paths of its files. */
export interface NamingFacts {
  slug: string;
  print: { page: PageFormat; inks?: object; tiles?: PosterSize | undefined };
}

/**
 * How the web edition offers a file: the heading that it stands under, its purpose, and how it differs from other files
 * of the same purpose.
 */
interface Offer {
  group: Term;
  purpose: Term;
  variant?: Term;
  /** Returns the size of its pages or sheets, which stands for # in these words. */
  size?: (publication: NamingFacts) => string;
}

interface KindFacts {
  edition: EditionName;
  /**
   * Path relative to the output folder. `name` is the slug of a statement, or the name of a file of the web edition.
   */
  path(publication: NamingFacts, name: string): string;
  /** Whether there is one for each statement. */
  perStatement?: true;
  /** Only for files that readers are offered. */
  offer?: Offer;
}

/** The folder of the web edition, in the output folder. */
export const webFolder = "web/";

/** Returns the function `path` of a file in print/ that is named after the publication. */
const pathInPrint = (ending: string) => (publication: NamingFacts) => `print/${publication.slug}-${ending}`;

/** Returns the facts of one of the kinds of booklet. */
const describeBooklet = (name: "short-edge" | "long-edge" | "fronts" | "backs", variant: Term): KindFacts => ({
  edition: "booklet",
  path: pathInPrint(`booklet-${name}.pdf`),
  offer: { group: "toPrint", purpose: "bookletFile", variant },
});

const pageName = ({ print }: NamingFacts) => print.page;
const paperName = ({ print }: NamingFacts) => officePaperOf(print.page).name;
const nameInPath = (size: string) => size.split(" ").at(-1)!.toLowerCase();

/** Returns the facts of the sheet of an offprint, which is named after its paper. */
const describeOffprintSheet = (ending: string, purpose: Term, variant?: Term): KindFacts => ({
  edition: "leaflets",
  path: (publication, name) => `print/leaflets/${name}${ending}-${nameInPath(paperName(publication))}.pdf`,
  perStatement: true,
  offer: { group: "toPrint", purpose, ...(variant && { variant }), size: paperName },
});

/** Returns the facts of the pages of a folded form, in the order in which they are read. */
const describeFolded = (form: FoldedForm, purpose: Term): KindFacts => ({
  edition: "leaflets",
  path: (_, name) => `print/leaflets/${name}-${form}.pdf`,
  perStatement: true,
  offer: { group: "toRead", purpose },
});

/** Returns the facts of a poster; `size` is a part of its name. */
const describePoster = (size: (publication: NamingFacts) => string): KindFacts => ({
  edition: "leaflets",
  path: (publication, name) => `print/leaflets/${name}-poster-${nameInPath(size(publication))}.pdf`,
  perStatement: true,
  offer: { group: "toPrint", purpose: "posterFile", size },
});

/** Returns the facts of the file of one spot ink, by its place in the list. */
const describeInk = (place: number): KindFacts => ({
  edition: "inks",
  path: ({ slug, print: { inks = {} } }) => {
    const { name } = spotInksOf(inks)[place] ?? { name: String(place + 1) };
    return `print/${slug}-${fileEndingOf({ name })}.pdf`;
  },
});

// In the order in which files are offered.
const kinds = {
  pamphlet: {
    edition: "pamphlet",
    path: ({ slug, print }) => `print/${slug}-${print.page.toLowerCase()}.pdf`,
    offer: { group: "toRead", purpose: "pamphletFile" },
  },
  "cover-image": { edition: "pamphlet", path: pathInPrint("cover.png") },
  epub: {
    edition: "epub",
    path: ({ slug }) => `epub/${slug}.epub`,
    offer: { group: "toRead", purpose: "epubFile" },
  },
  "large-print": {
    edition: "large-print",
    path: pathInPrint("large-print.pdf"),
    offer: { group: "toRead", purpose: "largePrintFile" },
  },
  text: {
    edition: "text",
    path: ({ slug }) => `text/${slug}.txt`,
    offer: { group: "toRead", purpose: "textFile" },
  },
  "statement-text": {
    edition: "text",
    path: (_, slug) => `text/${slug}.txt`,
    perStatement: true,
    offer: { group: "toRead", purpose: "textFile" },
  },
  "printer-test": {
    edition: "booklet",
    path: () => "print/printer-test.pdf",
    offer: { group: "toPrint", purpose: "printerTest" },
  },
  "booklet-short-edge": describeBooklet("short-edge", "shortEdge"),
  "booklet-long-edge": describeBooklet("long-edge", "longEdge"),
  "booklet-fronts": describeBooklet("fronts", "fronts"),
  "booklet-backs": describeBooklet("backs", "backs"),
  "leaflet-sheets": describeOffprintSheet("", "leafletA4File"),
  leaflet: {
    edition: "leaflets",
    path: (_, name) => `print/leaflets/${name}.pdf`,
    perStatement: true,
    offer: { group: "toPrint", purpose: "leafletFile", size: pageName },
  },
  "tri-fold-sheets": describeOffprintSheet("-tri-fold", "triFoldFile", "toPrintOn"),
  "tri-fold": describeFolded("tri-fold", "triFoldFile"),
  "z-fold-sheets": describeOffprintSheet("-z-fold", "zFoldFile", "toPrintOn"),
  "z-fold": describeFolded("z-fold", "zFoldFile"),
  "mini-zine-sheets": describeOffprintSheet("-mini-zine", "miniZineFile", "toPrintOn"),
  "mini-zine": describeFolded("mini-zine", "miniZineFile"),
  "quarter-fold-sheets": describeOffprintSheet("-quarter-fold", "quarterFoldFile", "toPrintOn"),
  "quarter-fold": describeFolded("quarter-fold", "quarterFoldFile"),
  poster: describePoster(({ print }) => posterSizesOf(print.page)[0]),
  "poster-large": describePoster(({ print }) => posterSizesOf(print.page)[1]),
  "poster-whole": describePoster(({ print }) => print.tiles ?? "whole"),
  "poster-tiles": describeOffprintSheet("-poster-tiles", "posterTilesFile"),
  guide: {
    edition: "guide",
    path: () => "print/how-to-print.txt",
    offer: { group: "toPrint", purpose: "guideFile" },
  },
  press: {
    edition: "press",
    path: pathInPrint("press.pdf"),
    offer: { group: "forPrintShop", purpose: "pressFile" },
  },
  "press-cover": {
    edition: "press",
    path: pathInPrint("press-cover.pdf"),
    offer: { group: "forPrintShop", purpose: "pressCoverFile" },
  },
  // Whoever prints in spot inks has the publication, so the web edition does not offer these.
  inks: { edition: "inks", path: pathInPrint("inks.pdf") },
  "ink-first": describeInk(0),
  "ink-second": describeInk(1),
  "inks-proof": { edition: "inks", path: pathInPrint("inks-proof.pdf") },
  "web-index": { edition: "web", path: () => `${webFolder}index.html` },
  "web-pamphlet": { edition: "web", path: () => `${webFolder}pamphlet.html` },
  "web-file": { edition: "web", path: (_, name) => `${webFolder}${name}` },
} as const satisfies Record<string, KindFacts>;

export type ArtifactKind = keyof typeof kinds;

/** Every kind of file, in the order in which the web edition offers them. */
export const artifactKinds = Object.keys(kinds) as ArtifactKind[];

/** A file that an edition made. */
export interface Artifact {
  kind: ArtifactKind;
  /** Path relative to the output folder. */
  path: string;
  bytes: Uint8Array;
  /** The slug of the statement that it holds, if it holds one alone. */
  statement?: string;
  /** The name of the event that it announces, if it holds one alone. */
  event?: string;
  /** Pages, of a PDF. */
  pages?: number;
  /** Sheets of paper to print one copy, of a PDF to print. */
  sheets?: number;
  /** Where its pages begin, of the pamphlet to read. */
  starts?: PageStart[];
  /** Remarks of its maker to the editor: nothing is wrong, but it could be better. */
  remarks?: string[];
}

/** What stands first on a printed page. */
export interface PageStart {
  /** The page, from 1. */
  page: number;
  /** The id of the part that begins on the page, or of the text that goes on there. */
  id: string;
  /** For a text that goes on: the number of letters, figures and images of its running text on earlier pages. */
  after?: number;
}

/** Makes an artifact; its path follows from its kind, and from the statement or the event that `facts` names. */
export function makeArtifact(
  kind: ArtifactKind,
  publication: NamingFacts,
  bytes: Uint8Array,
  facts: Omit<Artifact, "kind" | "path" | "bytes"> = {},
): Artifact {
  return { kind, path: artifactPath(kind, publication, facts.statement ?? facts.event), bytes, ...facts };
}

/** Makes a file of the web edition; `name` is its path inside the edition. */
export function makeWebFile(name: string, bytes: Uint8Array): Artifact {
  const path = `${webFolder}${name}`;
  const kind = (["web-index", "web-pamphlet"] as const).find((kind) => kinds[kind].path() === path) ?? "web-file";
  return { kind, path, bytes };
}

/** Returns the path of a file, relative to the output folder; `name` is a statement's slug, or a web file's name. */
export function artifactPath(kind: ArtifactKind, publication: NamingFacts, name = ""): string {
  return factsOf(kind).path(publication, name);
}

/** Returns the one artifact of a kind, if it was made. */
export function findArtifact<File extends Pick<Artifact, "kind">>(made: File[], kind: ArtifactKind): File | undefined {
  return made.find((file) => file.kind === kind);
}

/** Returns the edition that makes files of a kind. */
export function editionOf(kind: ArtifactKind): EditionName {
  return kinds[kind].edition;
}

/** Returns whether tables list a file: they list the web edition as one row, that of its index. */
export function isListed({ kind }: Pick<Artifact, "kind">): boolean {
  return editionOf(kind) !== "web" || kind === "web-index";
}

/** Returns how the web edition offers files of a kind; nothing if it does not. */
export function offerOf(kind: ArtifactKind): Offer | undefined {
  return factsOf(kind).offer;
}

/** Returns the path of the copy that the web edition offers, relative to its index; nothing if it offers none. */
export function downloadPath({ kind, path }: Pick<Artifact, "kind" | "path">): string | undefined {
  return offerOf(kind) && `downloads/${path.split("/").at(-1)}`;
}

/**
 * Returns the paths of all files of a kind, each with the slug of the statement that it holds, if it holds one alone.
 */
export function pathsOf(
  kind: ArtifactKind,
  publication: NamingFacts,
  statements: string[],
): { path: string; statement?: string }[] {
  return factsOf(kind).perStatement
    ? statements.map((statement) => ({ path: artifactPath(kind, publication, statement), statement }))
    : [{ path: artifactPath(kind, publication) }];
}

/** Returns the paths of all files that editions can make, with the copies that the web edition offers. */
export function possiblePaths(publication: NamingFacts, statements: string[]): { path: string; statement?: string }[] {
  return artifactKinds.flatMap((kind) => {
    const files = pathsOf(kind, publication, statements);
    const copies = files.flatMap(({ path, statement }) => {
      const copy = downloadPath({ kind, path });
      return copy ? [{ path: `${webFolder}${copy}`, statement }] : [];
    });
    return [...files, ...copies];
  });
}

function factsOf(kind: ArtifactKind): KindFacts {
  return kinds[kind];
}
