import path from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy, { type UserConfig } from "@11ty/eleventy";
import { inkOn, legibleOn } from "./colour.ts";
import { downloads, downloadsOf, isCover } from "./downloads.ts";
import { authorsOf, bookMetadata } from "./book/metadata.ts";
import { bookText, footnotes, sidenotes, sized } from "./html.ts";
import { hyphenated } from "./hyphenation.ts";
import { a5 } from "./geometry.ts";
import { load } from "./load.ts";
import { html, typographic } from "./markdown.ts";
import { PublicationProblems } from "./problem.ts";
import { allStatements, readingOrder, type Artifact, type Prose, type Publication } from "./publication.ts";
import { calendar, qrCode } from "./qr.ts";
import { bound } from "./spacing.ts";
import { fontFile, fontsOf, stylesheet } from "./styles.ts";
import { terms } from "./terms.ts";
import { nameOf, shortAddress, sizeStep, writtenDate, writtenDay, writtenTime, publicAddress } from "./written.ts";

const site = path.relative(process.cwd(), fileURLToPath(new URL("site", import.meta.url)));
const output = ".preview";

/** The families of documents, each a folder of templates in site/. */
export const families = ["print", "epub", "web"] as const;
export type Family = (typeof families)[number];

/** What the documents of one family can say of the files made before them. */
export type Made = Omit<Artifact, "bytes"> & { size: number };

/** What .eleventy.js hands to bare Eleventy: every document of `statements/`, for a preview. */
export default async function configure(eleventy: UserConfig): Promise<void> {
  const { publication, problems } = await load(path.resolve("statements"));
  if (!publication) throw new PublicationProblems(problems);
  describe(eleventy, publication, []);
  eleventy.addWatchTarget("statements", { resetConfig: true });
  eleventy.addWatchTarget("styles", { resetConfig: true });
  const fonts = fontsOf(stylesheet(["fonts"]));
  for (const family of families) {
    for (const font of fonts) eleventy.addPassthroughCopy({ [path.relative(process.cwd(), fontFile(font))]: `${family}/fonts/${font}` });
    for (const { name } of publication.images) eleventy.addPassthroughCopy({ [`statements/${name}`]: `${family}/${name}` });
  }
}

export const config = { dir: { input: site, output, includes: "includes" } };

/** Compiles one family of documents. Returns each by its path inside the family: `pamphlet.html` of print, `index.html` of web. */
export async function compile(publication: Publication, family: Family, made: Made[] = []): Promise<Map<string, string>> {
  const eleventy = new Eleventy(site, output, {
    quietMode: true,
    configPath: false,
    config: (eleventy: UserConfig) => {
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
  const texts = [...readingOrder(publication), ...allStatements(publication).filter((statement) => !publication.statements.includes(statement))];
  const data = { permalink: false, templateEngineOverride: "md", eleventyExcludeFromCollections: false };
  for (const text of texts) eleventy.addTemplate(path.join(site, "texts", `${text.slug}.md`), text.body || "\n", { ...data, text });
  eleventy.setLibrary("md", { render: (_body: string, { text }: { text: Prose }) => html(text) });
  const inOrder = (texts: Prose[]) => (collections: { getAll(): { data: { text?: Prose } }[] }) =>
    texts.map(({ slug }) => collections.getAll().find(({ data }) => data.text?.slug === slug)!);
  eleventy.addCollection("texts", inOrder(readingOrder(publication)));
  eleventy.addCollection("statements", inOrder(publication.statements));

  eleventy.addGlobalData("publication", () => publication);
  eleventy.addGlobalData("terms", terms(publication.language));
  eleventy.addGlobalData("made", () => made);
  eleventy.addGlobalData("pages", { pamphlet: a5 });
  eleventy.setNunjucksEnvironmentOptions({ autoescape: true, trimBlocks: true, lstripBlocks: true, throwOnUndefined: false });
  for (const [name, filter] of Object.entries(filters)) eleventy.addFilter(name, filter);
}

const filters = {
  typographic,
  writtenDate,
  writtenDay,
  writtenTime,
  shortAddress,
  publicAddress,
  sizeStep,
  nameOf,
  markdown: (body: string, lang: string) => html({ body, lang, slug: "text" }),
  bound,
  hyphenated,
  footnotes,
  sidenotes,
  sized,
  bookText,
  bookMetadata,
  authorsOf,
  calendar,
  qrCode,
  stylesheet,
  downloads,
  downloadsOf,
  coverOf: (made: Made[]) => made.find(isCover),
  legibleOn,
  inkOn,
};
