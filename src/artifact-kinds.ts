import { posterSizesOf, type FoldedForm, type PosterSize } from "./forms.ts";
import type { EditionName } from "./edition-names.ts";
import { officePaperOf, ownPaperOf, type PrintFacts } from "./papers.ts";
import { fileEndingOf, spotInksOf } from "./spot-inks.ts";
import type { Term } from "./terms/en.ts";

// The files that editions make: one table says of each kind where it goes and how readers are offered it.
// verify/rules.ts says what is verified of each kind.

/** The part of a publication that decides the paths of its files. */
export interface NamingFacts {
  slug: string;
  print: PrintFacts & { inks?: object; tiles?: PosterSize | undefined };
}

/**
 * How the web edition offers a file: the heading that it stands under, its purpose, and how it differs from other files
 * of the same purpose.
 */
export interface Offer {
  group: Term;
  purpose: Term;
  variant?: Term;
  /** Returns the size of its pages or sheets, which stands for # in these words. */
  size?: (publication: NamingFacts) => string;
}

export interface KindFacts {
  edition: EditionName;
  /** Path relative to the output folder. `name` is the slug of a statement, a paper, a way, or the name of a web file. */
  path(publication: NamingFacts, name: string): string;
  /** Whether there is one for each statement. */
  perStatement?: true;
  /** Whether there is one for each paper of the booklets, for each further way to impose, or for each folded form. */
  per?: "paper" | "way" | "form";
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

const pageName = ({ print }: NamingFacts) => print.page;
const paperName = ({ print }: NamingFacts) => officePaperOf(print.page).name;
/** Returns the name of a size as it is part of the name of a file: “US Letter” is letter. */
/** Returns the name of a size as it is part of the name of a file: “US Letter” is letter. */
export const nameInPath = (size: string) => size.split(" ").at(-1)!.toLowerCase();

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

// In the order in which files are offered.
export const kinds = {
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
  "form-test": {
    edition: "leaflets",
    path: (_, form) => `print/leaflets/${form}-test.pdf`,
    per: "form",
    offer: { group: "toPrint", purpose: "foldTest" },
  },
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
