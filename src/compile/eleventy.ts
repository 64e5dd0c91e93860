import path from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { findArtifact, type Artifact } from "../artifact.ts";
import { listPrintedPages } from "../epub/page-list.ts";
import { leafletPageOf } from "../forms.ts";
import { largePrint, pamphletPageOf, spinePageOf } from "../geometry.ts";
import { describePrintJob } from "../guide/print-job.ts";
import { load } from "../load/index.ts";
import { renderHtml } from "../markdown/render.ts";
import { editionNames, type EditionName } from "../edition-names.ts";
import { listWithOrigin } from "../names.ts";
import { isFolded, isLeafletOfText, listFormTests, listOffprintDocuments, listOffprints } from "../offprints.ts";
import { sha256 } from "../output/checksum.ts";
import { PublicationProblems } from "../errors.ts";
import { printerTestOf } from "../papers.ts";
import { imprintOf, listInReadingOrder, listStatements, type Prose, type Publication } from "../publication.ts";
import { termsOfText, termsOf } from "../terms/index.ts";
import { listDownloads } from "../web/downloads.ts";
import { drawBarCode } from "./bar-code.ts";
import { filters } from "./filters.ts";
import { describeSpine } from "../spine.ts";
import { inStage } from "../stages.ts";
import { fontSource, fontsOf, buildStylesheet } from "./stylesheets.ts";

// Eleventy's paths have slashes on every system.
const withSlashes = (file: string) => file.replaceAll(path.sep, "/");
const site = withSlashes(path.relative(process.cwd(), fileURLToPath(new URL("../site", import.meta.url))));
const output = ".preview";

/** The families of documents, each a folder of templates in site/. */
export const families = ["print", "epub", "guide", "cards", "web", "errata", "spine"] as const;
export type Family = (typeof families)[number];

/** What the documents of a family can say of a file that was made before them. `size` is in bytes. */
export type FileDescription = Omit<Artifact, "bytes"> & { size: number; sha256: string };

/** Returns what documents can say of an artifact. */
export function describeFile({ bytes, ...file }: Artifact): FileDescription {
  return { ...file, size: bytes.byteLength, sha256: sha256(bytes) };
}

/**
 * Compiles one family of documents. Returns each by its path inside the family: `pamphlet.html` of print, `index.html`
 * of web. `made` are the files that the documents may name; documents of other editions than `only` are left out; `data`
 * is what only this family is made from.
 */
export async function compile(
  publication: Publication,
  family: Family,
  made: FileDescription[] = [],
  only: readonly EditionName[] = editionNames,
  data: Record<string, unknown> = {},
): Promise<Map<string, string>> {
  const eleventy = new Eleventy(site, output, {
    quietMode: true,
    configPath: false,
    config: (eleventy: UserConfig) => {
      // Without this Eleventy prints which filters are slow.
      eleventy.benchmarks.config.setIsVerbose(false);
      // The templates of an installed program are in node_modules/, which Eleventy and most .gitignore files leave out.
      eleventy.ignores.delete("**/node_modules/**");
      eleventy.setUseGitIgnore(false);
      setUp(eleventy, publication, made, only);
      for (const [name, value] of Object.entries(data)) eleventy.addGlobalData(name, () => value);
      eleventy.setIncludesDirectory("includes");
      for (const other of families) if (other !== family) eleventy.ignores.add(`${site}/${other}/**`);
    },
  });
  eleventy.disableLogger();
  const documents = (await inStage(`compile ${family}`, () => eleventy.toJSON())).flatMap(
    ({ outputPath, content }): [string, string][] =>
      outputPath ? [[withSlashes(path.relative(path.join(output, family), outputPath)), content]] : [],
  );
  // Eleventy returns documents in the order in which they became ready, which varies from build to build.
  return new Map(documents.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Configures Eleventy's own command, which writes every document of `statements/` with its fonts and images. Only
 * `.eleventy.js` uses it. Throws PublicationProblems if the publication cannot be loaded; the rules of check/ do not run.
 */
export default async function configureCommand(eleventy: UserConfig): Promise<void> {
  const { publication, problems } = await load(path.resolve("statements"));
  if (!publication) throw new PublicationProblems(problems);
  setUp(eleventy, publication, [], editionNames);
  const fonts = fontsOf(buildStylesheet(["fonts", "clear-fonts"], publication));
  for (const family of families) {
    for (const font of fonts) eleventy.addPassthroughCopy({ [fontFile(font, publication)]: `${family}/fonts/${font}` });
    for (const { name } of publication.images)
      eleventy.addPassthroughCopy({ [`statements/${name}`]: `${family}/${name}` });
  }
}

/** The part of that configuration that Eleventy reads as data. */
export const config = { dir: { input: site, output, includes: "includes" } };

// Returns the path of a font. The editor's own fonts were loaded as bytes and have new names. The name has the keys
// under which publication.yaml gives the path: own-text-bold.woff2 is `bold` of `text`.
function fontFile(name: string, { faces, fonts }: Publication): string {
  const source = fontSource(name, faces);
  if (typeof source === "string") return path.relative(process.cwd(), source);
  const [, role, style] = name.match(/^own-(text|headings)-(.+)\.woff2$/) ?? [];
  return `statements/${fonts?.[role as "text"]?.[style as "bold"]}`;
}

function setUp(
  eleventy: UserConfig,
  publication: Publication,
  made: FileDescription[],
  editions: readonly EditionName[],
): void {
  addTexts(eleventy, publication);
  addData(eleventy, publication, made);
  // A template with `only: event` in its front matter is left out of a publication without an event: Eleventy leaves
  // out a template if a preprocessor returns false.
  const present: Record<string, boolean> = {
    address: Boolean(publication.web),
    event: Boolean(publication.event),
    imposing: Boolean(publication.print.impose),
    printing: Boolean(describePrintJob(made, publication)),
    spine: publication.print.shop.binding === "perfect",
    sources: listWithOrigin(publication).length > 0,
  };
  eleventy.addPreprocessor("only", "njk", ({ only }) => (only === undefined || present[only] ? undefined : false));
  // Of the family print, each template names the edition that needs it.
  eleventy.addPreprocessor("edition", "njk", ({ edition }) =>
    edition === undefined || editions.includes(edition) ? undefined : false,
  );
  eleventy.setNunjucksEnvironmentOptions({
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
    throwOnUndefined: false,
  });
  for (const [name, filter] of Object.entries(filters)) eleventy.addFilter(name, filter);
  eleventy.addFilter("renderProse", (prose: Prose) => renderHtml(prose, termsOfText(publication, prose.lang)));
  eleventy.addFilter("markdown", (body: string, lang: string) =>
    renderHtml({ body, lang, slug: "text" }, termsOfText(publication, lang)),
  );
}

// The texts are virtual templates, so that load/ alone reads the publication's folder.
function addTexts(eleventy: UserConfig, publication: Publication): void {
  const { statements } = publication;
  const leaflets = listStatements(publication).filter((statement) => !statements.includes(statement));
  const data = { permalink: false, templateEngineOverride: "md", eleventyExcludeFromCollections: false };
  for (const text of [...listInReadingOrder(publication), ...leaflets])
    // The path is one inside site/, wherever that is.
    eleventy.addTemplate(`texts/${text.slug}.md`, text.body || "\n", { ...data, text });
  eleventy.setLibrary("md", {
    render: (_body: string, { text }: { text: Prose }) => renderHtml(text, termsOfText(publication, text.lang)),
  });
  const inOrder = (texts: Prose[]) => (collections: { getAll(): { data: { text?: Prose } }[] }) =>
    texts.map(({ slug }) => collections.getAll().find(({ data }) => data.text?.slug === slug)!);
  eleventy.addCollection("texts", inOrder(listInReadingOrder(publication)));
  eleventy.addCollection("statements", inOrder(statements));
  eleventy.addCollection(
    "leaflets",
    inOrder(
      listOffprints(publication)
        .filter(isLeafletOfText)
        .map(({ text }) => text),
    ),
  );
}

function addData(eleventy: UserConfig, publication: Publication, made: FileDescription[]): void {
  eleventy.addGlobalData("publication", () => publication);
  const imprint = imprintOf(publication);
  eleventy.addGlobalData("imprint", imprint ? renderHtml(imprint, termsOf(publication)) : "");
  eleventy.addGlobalData("barCode", () => drawBarCode(publication.cover));
  eleventy.addGlobalData("terms", termsOf(publication));
  eleventy.addGlobalData("made", () => made);
  eleventy.addGlobalData("printedPages", () => listPrintedPages(made, publication));
  eleventy.addGlobalData("files", listDownloads(made, publication));
  // Leaflets of texts have a template and a style sheet of their own.
  const offprints = listOffprintDocuments(publication).filter(({ offprint }) => !isLeafletOfText(offprint));
  eleventy.addGlobalData("folded", () => offprints.filter(({ offprint }) => isFolded(offprint)));
  eleventy.addGlobalData("formTests", () => listFormTests(publication));
  eleventy.addGlobalData("posters", () => offprints.filter(({ offprint }) => !isFolded(offprint)));
  eleventy.addGlobalData("offprintSheets", () => [...new Map(offprints.map((one) => [one.sheet, one])).values()]);
  eleventy.addGlobalData("pages", {
    pamphlet: pamphletPageOf(publication.print.page),
    largePrint,
    leaflet: leafletPageOf(publication.print.page),
    printerTest: printerTestOf(publication.print),
    spine: spinePageOf(publication.print.page, describeSpine(publication, findArtifact(made, "pamphlet")?.pages ?? 0)),
  });
}
