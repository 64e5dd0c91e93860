import type { EditionName } from "./edition-names.ts";
import { listPapers, listImposed, ownPaperOf, type PaperName, type PrintFacts } from "./papers.ts";
import { fileEndingOf, spotInksOf } from "./spot-inks.ts";
import type { Term } from "./terms/en.ts";

// The files that editions make: one table says of each kind where it goes and how readers are offered it.
// verify/rules.ts says what is verified of each kind.

/** The part of a publication that decides the paths of its files. */
export interface NamingFacts {
  slug: string;
  print: PrintFacts & { inks?: object };
}

/**
 * How the web edition offers a file: the heading that it stands under, its purpose, and how it differs from other files
 * of the same purpose.
 */
interface Offer {
  group: Term;
  purpose: Term;
  variant?: Term;
}

interface KindFacts {
  edition: EditionName;
  /** Path relative to the output folder. `name` is the slug of a statement, a paper, a way, or the name of a web file. */
  path(publication: NamingFacts, name: string): string;
  /** Whether there is one for each statement. */
  perStatement?: true;
  /** Whether there is one for each paper of the booklets, or for each further way to impose. */
  per?: "paper" | "way";
  /** Only for files that readers are offered. */
  offer?: Offer;
}

/** The folder of the web edition, in the output folder. */
export const webFolder = "web/";

/** Returns the function `path` of a file in print/ that is named after the publication. */
const pathInPrint = (ending: string) => (publication: NamingFacts) => `print/${publication.slug}-${ending}`;

/** Returns the facts of one of the kinds of booklet. Those on the page's own paper do not name it. */
const describeBooklet = (name: "short-edge" | "long-edge" | "fronts" | "backs", variant: Term): KindFacts => ({
  edition: "booklet",
  path: (publication, paper) => {
    const isOwn = !paper || paper === ownPaperOf(publication.print);
    return pathInPrint(`booklet-${isOwn ? "" : `${paper.toLowerCase()}-`}${name}.pdf`)(publication);
  },
  per: "paper",
  offer: { group: "toPrint", purpose: "bookletFile", variant },
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
  imposed: {
    edition: "booklet",
    path: (publication, way) => pathInPrint(`${way}.pdf`)(publication),
    per: "way",
    offer: { group: "toPrint", purpose: "imposedFile" },
  },
  "fold-test": {
    edition: "booklet",
    path: (_, way) => `print/${way}-test.pdf`,
    per: "way",
    offer: { group: "toPrint", purpose: "foldTest" },
  },
  "leaflet-sheets": {
    edition: "leaflets",
    path: (_, slug) => `print/leaflets/${slug}-a4.pdf`,
    perStatement: true,
    offer: { group: "toPrint", purpose: "leafletA4File" },
  },
  leaflet: {
    edition: "leaflets",
    path: (_, slug) => `print/leaflets/${slug}.pdf`,
    perStatement: true,
    offer: { group: "toPrint", purpose: "leafletFile" },
  },
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
  /** The paper of a booklet. */
  paper?: PaperName;
  /** The way in which it is imposed, as listImposed() names it. */
  way?: string;
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

/** Makes an artifact; its path follows from its kind, and from the statement, paper or way that `facts` name. */
export function makeArtifact(
  kind: ArtifactKind,
  publication: NamingFacts,
  bytes: Uint8Array,
  facts: Omit<Artifact, "kind" | "path" | "bytes"> = {},
): Artifact {
  return { kind, path: artifactPath(kind, publication, facts.statement ?? facts.paper ?? facts.way), bytes, ...facts };
}

/** Makes a file of the web edition; `name` is its path inside the edition. */
export function makeWebFile(name: string, bytes: Uint8Array): Artifact {
  const path = `${webFolder}${name}`;
  const kind = (["web-index", "web-pamphlet"] as const).find((kind) => kinds[kind].path() === path) ?? "web-file";
  return { kind, path, bytes };
}

/** Returns the path of a file, relative to the output folder; `name` is as KindFacts has it. */
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
  const { perStatement, per } = factsOf(kind);
  if (perStatement)
    return statements.map((statement) => ({ path: artifactPath(kind, publication, statement), statement }));
  const names = { paper: listPapers(publication.print), way: listImposed(publication.print).map(({ name }) => name) };
  return (per ? names[per] : [""]).map((name) => ({ path: artifactPath(kind, publication, name) }));
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
