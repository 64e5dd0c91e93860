import { checksums, sha256 } from "../output/checksum.ts";
import { coverHeight, downloadPath, isCover } from "../web/downloads.ts";
import { subset } from "../fonts/font.ts";
import { iconPictures, webPictures } from "../image.ts";
import { socialCards } from "../layout/cards.ts";
import { printFiles } from "../layout/files.ts";
import type { Artifact, Publication } from "../publication.ts";
import { formatsOf, renditions } from "../web/renditions.ts";
import { fontsOf, readFont, readLicences } from "../compile/stylesheets.ts";
import type { Context } from "./edition.ts";

/** Widths of the cover's picture; the index template names them again in its `srcset`. */
const coverWidths = [370, 740];

/** The web edition: pages beside each other, what they need in folders below, nothing from anywhere else. */
export async function makeWeb(context: Context): Promise<Artifact[]> {
  const { publication, documents, made } = context;
  const cards = cardPictures(context);
  const pages = [...(await documents("web"))].map(([name, content]) => file(name, Buffer.from(content)));
  const text = pages.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n");
  const pictures = await Promise.all([
    fontsFor(publication, text),
    coverPictures(publication, made),
    textPictures(publication, text),
    icons(pages),
    cards,
  ]);
  return [...pages, ...pictures.flat(), ...copies(made)];
}

// A font carries what the pages say and no more; its licence stands beside it.
async function fontsFor({ faces }: Publication, text: string): Promise<Artifact[]> {
  const names = fontsOf(text);
  const fonts = names.map(async (name) => file(`fonts/${name}`, await subset(readFont(name, faces), text)));
  const licences = readLicences(names, faces).map(([name, text]) => file(`fonts/${name}`, text));
  return [...(await Promise.all(fonts)), ...licences];
}

async function coverPictures(publication: Publication, made: Artifact[]): Promise<Artifact[]> {
  const cover = made.find(isCover);
  if (!cover) return [];
  const sizes = coverWidths.map(async (width) =>
    (await webPictures(cover.bytes, width, coverHeight(width, publication))).map(({ extension, bytes }) =>
      file(`images/cover-${width}.${extension}`, bytes),
    ),
  );
  return (await Promise.all(sizes)).flat();
}

async function textPictures({ images }: Publication, text: string): Promise<Artifact[]> {
  const offered = images
    .flatMap((image) => renditions(image).map((rendition) => ({ image, ...rendition })))
    .filter(({ name }) => text.includes(`${name}.`));
  const encoded = offered.map(async ({ image, name, width, height }) =>
    (await webPictures(image.bytes, width, height, formatsOf(image))).map(({ extension, bytes }) =>
      file(`${name}.${extension}`, bytes),
    ),
  );
  return (await Promise.all(encoded)).flat();
}

async function icons(pages: Artifact[]): Promise<Artifact[]> {
  const drawing = pages.find(({ path }) => path === "web/icon.svg");
  return drawing ? (await iconPictures(drawing.bytes)).map(({ name, bytes }) => file(name, bytes)) : [];
}

// Pages name their cards in full, so there are cards only where the edition has an address.
async function cardPictures({ publication, made, documents, browser }: Context): Promise<Artifact[]> {
  const cover = made.find(isCover);
  if (!publication.web || !cover) return [];
  const cards = await socialCards(
    await browser(),
    printFiles(publication, await documents("cards")).set("cover.png", cover.bytes),
  );
  return cards.map(({ name, bytes }) => file(`images/card-${name}.jpg`, bytes));
}

function copies(made: Artifact[]): Artifact[] {
  const copies = made.flatMap((other) => {
    const name = downloadPath(other);
    return name ? [file(name, other.bytes)] : [];
  });
  const sums = copies.map(({ path, bytes }) => ({ path: path.replace("web/downloads/", ""), sha256: sha256(bytes) }));
  return copies.length > 0 ? [...copies, file("downloads/SHA256SUMS", checksums(sums))] : [];
}

function file(name: string, bytes: Uint8Array): Artifact {
  return { path: `web/${name}`, edition: "web", bytes };
}
