import path from "node:path";
import { pamphletPageOf } from "../geometry.ts";
import { directionOf } from "../language.ts";
import { officePaperOf, ownPaperOf, paperOf } from "../papers.ts";
import type { Publication } from "../publication.ts";
import { downloadPath, findArtifact, type Artifact } from "../artifact.ts";
import { nameInPath, type ArtifactKind } from "../artifact-kinds.ts";
import { cellsOf, sheetOf } from "../folds/leaves.ts";
import { leafletPageOf } from "../forms.ts";
import { describeFolded, type FoldedFacts } from "./folded-files.ts";
import { tableOf, termsOfLanguage, termsOf } from "../terms/index.ts";
import { formatCount } from "../locale-format.ts";
import { standardVersions, usualShop, type PrintMark } from "../shop.ts";
import { coverPages, describeSpine } from "../spine.ts";

/** The languages of the guide to printing; each is a file in site/includes/how-to-print/. */
const guideLanguages = new Set(["en", "de", "fr", "es", "tr", "fa", "ar"]);

/** The numbers of copies for which the guide counts the paper: from a proof to a public meeting. */
const printRuns = [1, 10, 25, 50, 100, 250];

const noBreakSpace = "\u00a0";

/** The files that the guide names: the key in its templates, and the kind. */
const namedFiles = {
  test: "printer-test",
  shortEdge: "booklet-short-edge",
  longEdge: "booklet-long-edge",
  fronts: "booklet-fronts",
  backs: "booklet-backs",
  press: "press",
  pressCover: "press-cover",
  large: "large-print",
  inks: "inks",
  inkFirst: "ink-first",
  inkSecond: "ink-second",
  inksProof: "inks-proof",
} as const satisfies Record<string, ArtifactKind>;

/** The facts that the guide to printing needs: the names of the files that were made, and the paper that they take. */
export interface PrintJob extends Partial<Record<keyof typeof namedFiles, string>> {
  /** The booklets on each paper and the further ways to impose the pamphlet, with what is done with the paper. */
  folded: FoldedFacts;
  /** Returns a number as the language writes it. */
  formatNumber(number: number): string;
  /** Returns a length in mm as the language writes it, without its sign, and the space that keeps it with its unit. */
  formatLength(millimetres: number): string;
  /** Returns a number of sheets with its noun. */
  formatSheets(count: number): string;
  lang: string;
  dir: "ltr" | "rtl";
  /** Pages of the booklet, sheets of one copy, pages for the print shop, each with its noun: “28 pages”. */
  pages: string;
  sheets: string;
  pressPages: string;
  /** The name of the page size, its width and height in mm, and the name of the sheet: A5, 148 × 210, A4. */
  pageName: string;
  pageSize: string;
  sheetName: string;
  /** Numbers of copies, each with the sheets that they take. */
  paper: { copies: string; sheets: string }[];
  /** The paper of the sheets of leaflets, the ending of their names, how often a leaflet stands on a side, and how they lie. */
  office?: { name: string; ending: string; copies: number; isAcross: boolean } | undefined;
  /** Whether there are posters in tiles. */
  tiles: boolean;
  /** The standard of the files for the print shop. */
  standard: string;
  /** The width of the spine in mm, if the print shop glues the pamphlet. */
  spine?: string;
  /** The printing condition that the files for the print shop name, if they name one. */
  condition?: string;
  /** The marks around their pages, if they are other than crop marks alone. */
  marks?: PrintMark[];
  /** The address of each file in the web edition, by file name. */
  links: Record<string, string>;
}

type File = Pick<Artifact, "kind" | "path" | "paper" | "way" | "pages" | "sheets">;

/** Returns the facts for the guide to printing; nothing if neither a booklet nor a file for a press was made. */
export function describePrintJob(made: File[], publication: Publication): PrintJob | undefined {
  const booklet = findArtifact(made, "booklet-short-edge");
  const press = findArtifact(made, "press");
  const leaflet = findArtifact(made, "leaflet-sheets");
  if (!booklet && !press && !findArtifact(made, "inks")) return undefined;
  const translated = findGuideLanguage(publication.language);
  const lang = translated ?? "en";
  const words = translated ? termsOf(publication) : termsOfLanguage(lang);
  const formatNumber = (number: number) => new Intl.NumberFormat(lang).format(number);
  const { width, height } = pamphletPageOf(publication.print.page);
  const { shop } = publication.print;
  const spine = press && describeSpine(publication, press.pages! + coverPages);
  const sheets = booklet?.sheets ?? 0;
  // Four pages of the pamphlet to a sheet.
  const folded = describeFolded(made, publication, 4 * sheets);
  const atOnce = folded.booklets[0]?.copies ?? 1;
  return {
    ...Object.fromEntries(Object.entries(namedFiles).map(([key, kind]) => [key, fileNameOf(findArtifact(made, kind))])),
    lang,
    dir: directionOf(lang),
    pages: formatCount(4 * sheets, lang, words.pages),
    sheets: formatCount(sheets, lang, words.sheets),
    pressPages: formatCount(press?.pages ?? 0, lang, words.pages),
    pageName: publication.print.page,
    pageSize: [width, height].map(formatNumber).join(" × "),
    sheetName: paperOf(booklet?.paper ?? ownPaperOf(publication.print)).name,
    paper: printRuns.map((copies) => ({
      copies: formatNumber(copies),
      sheets: formatCount(Math.ceil(copies / atOnce) * sheets, lang, words.sheets),
    })),
    folded,
    formatNumber,
    formatLength: (millimetres) => `${formatNumber(Math.abs(Math.round(millimetres * 10) / 10))}${noBreakSpace}`,
    formatSheets: (count) => formatCount(count, lang, words.sheets),
    ...(leaflet && { office: describeOffice(publication) }),
    tiles: findArtifact(made, "poster-tiles") !== undefined,
    standard: standardVersions[shop.standard],
    ...(spine && { spine: formatNumber(spine.width) }),
    ...(shop.condition !== "none" && { condition: shop.condition }),
    ...(shop.marks.join() !== usualShop.marks.join() && { marks: shop.marks }),
    links: Object.fromEntries(
      made.flatMap((file) => (downloadPath(file) ? [[path.basename(file.path), downloadPath(file)!]] : [])),
    ),
  };
}

function describeOffice({ print }: Publication): PrintJob["office"] {
  const paper = officePaperOf(print.page);
  const job = { page: leafletPageOf(print.page), paper };
  const { width, height } = sheetOf(job);
  return { name: paper.name, ending: nameInPath(paper.name), copies: cellsOf(job), isAcross: width > height };
}

// Returns the language of the guide for a publication in a language; nothing where the guide is not in that language.
function findGuideLanguage(language: string): string | undefined {
  const table = tableOf(language);
  return table && guideLanguages.has(table) ? table : undefined;
}

function fileNameOf(file: File | undefined): string | undefined {
  return file && path.basename(file.path);
}
