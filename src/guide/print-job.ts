import path from "node:path";
import { downloadPath } from "../web/downloads.ts";
import { pamphletPage, pamphletSheet } from "../geometry.ts";
import { direction } from "../language.ts";
import type { Artifact, Publication } from "../publication.ts";
import { tableOf, terms, termsOf } from "../terms/index.ts";
import { writtenCount } from "../locale-format.ts";

/** The languages that the guide to printing is written in: a file each in site/includes/how-to-print/. */
const languages = new Set(["en", "de", "fr", "es", "tr", "fa", "ar"]);

/** The runs that the guide counts the paper for. */
const runs = [1, 10, 25, 50, 100, 250];

/** The files that the guide speaks of, by how their names end. */
const kinds = {
  test: "printer-test.pdf",
  shortEdge: "-booklet-short-edge.pdf",
  longEdge: "-booklet-long-edge.pdf",
  fronts: "-booklet-fronts.pdf",
  backs: "-booklet-backs.pdf",
  press: "-press.pdf",
  pressCover: "-press-cover.pdf",
  large: "-large-print.pdf",
} as const;

/** What the guide to printing has to know: the names of the files that there are, and the paper that they take. */
export interface PrintJob extends Partial<Record<keyof typeof kinds, string>> {
  lang: string;
  dir: "ltr" | "rtl";
  /** Pages of the booklet, sheets of one copy, pages for the print shop, written out. */
  pages: string;
  sheets: string;
  pressPages: string;
  /** What a page, its width and height in mm, and the sheet are called: A5, 148 × 210, A4. */
  pageName: string;
  pageSize: string;
  sheetName: string;
  /** Copies and the sheets for them, in figures. */
  paper: { copies: string; sheets: string }[];
  leaflets: boolean;
  /** Where each file stands in the web edition, by name. */
  links: Record<string, string>;
}

type File = Pick<Artifact, "path" | "pages" | "sheets">;

/** The job of printing what was made, if there is a booklet or a file for the print shop among it. */
export function printJob(made: File[], publication: Publication): PrintJob | undefined {
  const found = (ending: string) => made.find((file) => /^print\/[^/]*$/.test(file.path) && file.path.endsWith(ending));
  const [booklet, press] = [found(kinds.shortEdge), found(kinds.press)];
  if (!booklet && !press) return undefined;
  const lang = guideLanguage(publication.language) ?? "en";
  const words = guideLanguage(publication.language) ? termsOf(publication) : terms(lang);
  const figure = (number: number) => new Intl.NumberFormat(lang).format(number);
  const { width, height } = pamphletPage(publication.print.page);
  const sheets = booklet?.sheets ?? 0;
  return {
    ...Object.fromEntries(Object.entries(kinds).map(([kind, ending]) => [kind, nameOf(found(ending))])),
    lang,
    dir: direction(lang),
    // Four pages of the pamphlet to a sheet.
    pages: writtenCount(4 * sheets, lang, words.pages),
    sheets: writtenCount(sheets, lang, words.sheets),
    pressPages: writtenCount(press?.pages ?? 0, lang, words.pages),
    pageName: publication.print.page,
    pageSize: [width, height].map(figure).join(" × "),
    sheetName: pamphletSheet(publication.print.page).name,
    paper: runs.map((copies) => ({
      copies: figure(copies),
      sheets: writtenCount(copies * sheets, lang, words.sheets),
    })),
    leaflets: made.some((file) => file.path.includes("leaflets/")),
    links: Object.fromEntries(
      made.flatMap((file) => (downloadPath(file) ? [[path.basename(file.path), downloadPath(file)!]] : [])),
    ),
  };
}

function guideLanguage(language: string): string | undefined {
  const table = tableOf(language);
  return table && languages.has(table) ? table : undefined;
}

function nameOf(file: File | undefined): string | undefined {
  return file && path.basename(file.path);
}
