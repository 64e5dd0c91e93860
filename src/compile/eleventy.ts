import path from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { sha256 } from "../output/checksum.ts";
import { inkOn, legibleOn } from "../colour.ts";
import { coverHeight, downloads, downloadsOf, isCover } from "../web/downloads.ts";
import { authorsOf, bookMetadata } from "../epub/metadata.ts";
import { pageOf, pagesWithin, printedPages } from "../epub/page-list.ts";
import { bookSheet } from "./book-stylesheet.ts";
import {
  bookText,
  footnotes,
  headedBelow,
  linkedTo,
  pageMark,
  pagesMarked,
  pictured,
  sidenotes,
} from "../html/html.ts";
import { hyphenated } from "./hyphenation.ts";
import { a4Sheet, largePrint, leaflet, pamphletPage } from "../geometry.ts";
import { load } from "../load/index.ts";
import { html, typographic } from "../markdown/markdown.ts";
import { siteManifest } from "../web/site-manifest.ts";
import { printJob } from "../guide/print-job.ts";
import { articleData, bookData } from "../web/structured-data.ts";
import { partId } from "../web/part-id.ts";
import { PublicationProblems } from "../errors.ts";
import { allStatements, leafletOf, readingOrder, type Artifact, type Prose, type Publication } from "../publication.ts";
import { calendar, qrCode } from "./qr.ts";
import { bound, keepMarks } from "./spacing.ts";
import { fontSource, fontsOf, stylesheet } from "./stylesheets.ts";
import { termsIn, termsOf } from "../terms/index.ts";
import { sizeStep } from "./title-size.ts";
import { markWords } from "./title-words.ts";
import {
  capitalized,
  comma,
  digitsOf,
  statementName,
  oneEach,
  shortAddress,
  writtenDate,
  writtenDay,
  writtenTime,
  publicAddress,
  rootOf,
} from "../written.ts";

const site = path.relative(process.cwd(), fileURLToPath(new URL("../site", import.meta.url)));
const output = ".preview";

/** The families of documents, each a folder of templates in site/. */
export const families = ["print", "epub", "guide", "cards", "web"] as const;
export type Family = (typeof families)[number];

/** What the documents of one family can say of the files made before them. */
export type Made = Omit<Artifact, "bytes"> & { size: number; sha256: string };

/** A file as the documents can speak of it. */
export function madeFile({ bytes, ...file }: Artifact): Made {
  return { ...file, size: bytes.byteLength, sha256: sha256(bytes) };
}

/** What .eleventy.js hands to bare Eleventy: every document of `statements/`, for a preview. */
export default async function configure(eleventy: UserConfig): Promise<void> {
  const { publication, problems } = await load(path.resolve("statements"));
  if (!publication) throw new PublicationProblems(problems);
  describe(eleventy, publication, []);
  eleventy.addWatchTarget("statements", { resetConfig: true });
  eleventy.addWatchTarget("styles", { resetConfig: true });
  const fonts = fontsOf(stylesheet(["fonts", "clear-fonts"], publication));
  for (const family of families) {
    for (const font of fonts) {
      const source = fontSource(font, publication.faces);
      // The editor's own files have names of the program's, own-text-bold.woff2.
      const [, role, cut] = font.match(/^own-(text|headings)-(.+)\.woff2$/) ?? [];
      const file =
        typeof source === "string"
          ? path.relative(process.cwd(), source)
          : `statements/${publication.fonts?.[role as "text"]?.[cut as "bold"]}`;
      eleventy.addPassthroughCopy({ [file]: `${family}/fonts/${font}` });
    }
    for (const { name } of publication.images)
      eleventy.addPassthroughCopy({ [`statements/${name}`]: `${family}/${name}` });
  }
}

export const config = { dir: { input: site, output, includes: "includes" } };

/**
 * Compiles one family of documents. Returns each by its path inside the family: `pamphlet.html` of print, `index.html`
 * of web.
 */
export async function compile(
  publication: Publication,
  family: Family,
  made: Made[] = [],
): Promise<Map<string, string>> {
  const eleventy = new Eleventy(site, output, {
    quietMode: true,
    configPath: false,
    config: (eleventy: UserConfig) => {
      // Eleventy would tell which filters take long.
      eleventy.benchmarks.config.setIsVerbose(false);
      describe(eleventy, publication, made);
      eleventy.setIncludesDirectory("includes");
      for (const other of families) if (other !== family) eleventy.ignores.add(path.join(site, other, "**"));
    },
  });
  eleventy.disableLogger();
  const documents = (await eleventy.toJSON()).flatMap(({ outputPath, content }): [string, string][] =>
    outputPath ? [[path.relative(path.join(output, family), outputPath), content]] : [],
  );
  // Eleventy hands them over in the order in which they were ready, which is not the same each time.
  return new Map(documents.sort(([one], [other]) => (one < other ? -1 : 1)));
}

// The texts are virtual templates: load.ts stays the only reader of the publication's folder.
function describe(eleventy: UserConfig, publication: Publication, made: Made[]): void {
  const texts = [
    ...readingOrder(publication),
    ...allStatements(publication).filter((statement) => !publication.statements.includes(statement)),
  ];
  const data = { permalink: false, templateEngineOverride: "md", eleventyExcludeFromCollections: false };
  for (const text of texts)
    eleventy.addTemplate(path.join(site, "texts", `${text.slug}.md`), text.body || "\n", { ...data, text });
  eleventy.setLibrary("md", {
    render: (_body: string, { text }: { text: Prose }) => html(text, termsIn(publication, text.lang)),
  });
  const inOrder = (texts: Prose[]) => (collections: { getAll(): { data: { text?: Prose } }[] }) =>
    texts.map(({ slug }) => collections.getAll().find(({ data }) => data.text?.slug === slug)!);
  eleventy.addCollection("texts", inOrder(readingOrder(publication)));
  eleventy.addCollection("statements", inOrder(publication.statements));
  eleventy.addCollection("leaflets", inOrder(publication.statements.map(leafletOf)));

  eleventy.addGlobalData("publication", () => publication);
  eleventy.addGlobalData("terms", termsOf(publication));
  eleventy.addGlobalData("made", () => made);
  eleventy.addGlobalData("printedPages", () => printedPages(made, publication));
  eleventy.addGlobalData("files", downloads(made, publication));
  eleventy.addGlobalData("pages", {
    pamphlet: pamphletPage(publication.print.page),
    largePrint,
    leaflet,
    printerTest: a4Sheet,
  });
  // A template that says `only: event` is left out where there is none.
  const there: Record<string, boolean> = {
    address: Boolean(publication.web),
    event: Boolean(publication.event),
    printing: Boolean(printJob(made, publication)),
  };
  eleventy.addPreprocessor("only", "njk", ({ only }) => (only === undefined || there[only] ? undefined : false));
  eleventy.setNunjucksEnvironmentOptions({
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
    throwOnUndefined: false,
  });
  for (const [name, filter] of Object.entries(filters)) eleventy.addFilter(name, filter);
  eleventy.addFilter("markdown", (body: string, lang: string) =>
    html({ body, lang, slug: "text" }, termsIn(publication, lang)),
  );
}

const filters = {
  typographic,
  writtenDate,
  writtenDay,
  writtenTime,
  capitalized,
  digitsOf,
  shortAddress,
  publicAddress,
  rootOf,
  sizeStep,
  markWords,
  statementName,
  comma,
  oneEach,
  coverHeight,
  bound,
  keepMarks,
  hyphenated,
  footnotes,
  sidenotes,
  headedBelow,
  pictured,
  linkedTo,
  bookText,
  pageOf,
  pageMark,
  pagesWithin,
  pagesMarked,
  bookMetadata,
  bookSheet,
  authorsOf,
  calendar,
  qrCode,
  stylesheet,
  fontsOf,
  downloadsOf,
  printJob,
  bookData,
  articleData,
  siteManifest,
  partId,
  coverOf: (made: Made[]) => made.find(isCover),
  legibleOn,
  inkOn,
};
