import { bookImagePath, findShownImages } from "../epub/images.ts";
import { packEpub } from "../epub/container.ts";
import { createSubset } from "../fonts/font.ts";
import { encodeBookImage, encodeCover } from "../image.ts";
import type { Publication } from "../publication.ts";
import { findArtifact, makeArtifact, type Artifact } from "../artifact.ts";
import { fontsOf, readFont } from "../compile/stylesheets.ts";
import { fileDateOf } from "../names.ts";
import type { Context } from "./edition.ts";

/** Makes the EPUB: the documents of the family `epub`, with the images that they show and the fonts that they need. */
export async function makeEpub({ publication, documents, made }: Context): Promise<Artifact[]> {
  const compiled = await documents("epub");
  const files = new Map([
    ...(await imageFiles(publication)),
    ...(await coverFile(made)),
    ...(await bookFonts(publication, compiled)),
  ]);
  const bytes = await packEpub({ title: publication.title, documents: compiled, files, date: fileDateOf(publication) });
  return [makeArtifact("epub", publication, bytes)];
}

async function imageFiles(publication: Publication): Promise<[string, Uint8Array][]> {
  return Promise.all(
    findShownImages(publication).map(async ({ name, bytes }) => [bookImagePath(name), await encodeBookImage(bytes)]),
  );
}

// Returns the image of the printed cover, as the cover of the book.
async function coverFile(made: Artifact[]): Promise<[string, Uint8Array][]> {
  const cover = findArtifact(made, "cover-image");
  return cover ? [["cover.png", await encodeCover(cover.bytes)]] : [];
}

// Returns the fonts for scripts other than Latin, cut down to the glyphs that the texts need. Latin needs none: reading
// systems have fonts for it.
async function bookFonts({ faces }: Publication, documents: Map<string, string>): Promise<[string, Uint8Array][]> {
  const text = [...documents].flatMap(([name, document]) => (name.endsWith(".xhtml") ? [document] : [])).join("\n");
  const names = fontsOf(documents.get("style.css") ?? "");
  return Promise.all(names.map(async (name) => [`fonts/${name}`, await createSubset(readFont(name, faces), text)]));
}
