import { formatChecksums, sha256 } from "../output/checksum.ts";
import { coverHeightOf } from "../web/downloads.ts";
import { createSubset } from "../fonts/font.ts";
import { encodeIcons, encodeWebImages } from "../image.ts";
import { drawSocialCards } from "../layout/cards.ts";
import { collectPrintFiles } from "../layout/files.ts";
import { markHandled } from "../promises.ts";
import type { Publication } from "../publication.ts";
import { downloadPath, findArtifact, makeWebFile, type Artifact } from "../artifact.ts";
import { webFolder } from "../artifact-kinds.ts";
import { formatsOf, renditionsOf } from "../web/renditions.ts";
import { fontsOf, readFont, readLicences } from "../compile/stylesheets.ts";
import type { Context } from "./edition.ts";

// Widths of the cover image in px. The template of the index names them as well, in several places.
const coverWidths = [370, 740];

/** Makes the web edition: pages in one folder, and in folders below it all that they need. They load nothing else. */
export async function makeWeb(context: Context): Promise<Artifact[]> {
  const { publication, documents, made } = context;
  // The cards are drawn while the pages are compiled.
  const cards = markHandled(cardImages(context));
  // Pages, style sheet, icon and feed.
  const compiled = await documents("web");
  const text = [...compiled.values()].join("\n");
  const files = await Promise.all([
    webFonts(publication, compiled.get("style.css") ?? "", text),
    coverImages(publication, made),
    publicationImages(publication, text),
    icons(compiled),
    cards,
  ]);
  const pages = [...compiled].map(([name, content]) => makeWebFile(name, Buffer.from(content)));
  return [...pages, ...files.flat(), ...copyDownloads(made)];
}

// Returns the fonts that the style sheet names, each with no more glyphs than the pages need, and their licences.
async function webFonts({ faces }: Publication, stylesheet: string, text: string): Promise<Artifact[]> {
  const names = fontsOf(stylesheet);
  const fonts = names.map(async (name) =>
    makeWebFile(`fonts/${name}`, await createSubset(readFont(name, faces), text)),
  );
  const licences = readLicences(names, faces).map(([file, bytes]) => makeWebFile(`fonts/${file}`, bytes));
  return [...(await Promise.all(fonts)), ...licences];
}

async function coverImages(publication: Publication, made: Artifact[]): Promise<Artifact[]> {
  const cover = findArtifact(made, "cover-image");
  if (!cover) return [];
  const sizes = coverWidths.map(async (width) =>
    (await encodeWebImages(cover.bytes, width, coverHeightOf(width, publication))).map(({ extension, bytes }) =>
      makeWebFile(`images/cover-${width}.${extension}`, bytes),
    ),
  );
  return (await Promise.all(sizes)).flat();
}

// Returns the renditions that a page names. A rendition is named without its extension, so the dot ends the name:
// “x-jpg-400.” is not “x-jpg-4000.”.
async function publicationImages({ images }: Publication, text: string): Promise<Artifact[]> {
  const offered = images
    .flatMap((image) => renditionsOf(image).map((rendition) => ({ image, ...rendition })))
    .filter(({ name }) => text.includes(`${name}.`));
  const encoded = offered.map(async ({ image, name, width, height }) =>
    (await encodeWebImages(image.bytes, width, height, formatsOf(image))).map(({ extension, bytes }) =>
      makeWebFile(`${name}.${extension}`, bytes),
    ),
  );
  return (await Promise.all(encoded)).flat();
}

async function icons(compiled: Map<string, string>): Promise<Artifact[]> {
  const drawing = compiled.get("icon.svg");
  if (drawing === undefined) return [];
  return (await encodeIcons(Buffer.from(drawing))).map(({ name, bytes }) => makeWebFile(name, bytes));
}

// Returns the social cards. They show the cover, so there are none without it. Pages name them by absolute addresses,
// so there are none either if the edition has no web address.
async function cardImages({ publication, made, documents, browser }: Context): Promise<Artifact[]> {
  const cover = findArtifact(made, "cover-image");
  if (!publication.web || !cover) return [];
  const cards = await drawSocialCards(
    await browser(),
    collectPrintFiles(publication, await documents("cards")).set("cover.png", cover.bytes),
  );
  return cards.map(({ name, bytes }) => makeWebFile(`images/card-${name}.jpg`, bytes));
}

// Returns copies of the files that readers can download, and their checksums.
function copyDownloads(made: Artifact[]): Artifact[] {
  const copies = made.flatMap((other) => {
    const name = downloadPath(other);
    return name ? [makeWebFile(name, other.bytes)] : [];
  });
  const sums = copies.map(({ path, bytes }) => ({
    path: path.replace(`${webFolder}downloads/`, ""),
    sha256: sha256(bytes),
  }));
  return copies.length > 0 ? [...copies, makeWebFile("downloads/SHA256SUMS", formatChecksums(sums))] : [];
}
