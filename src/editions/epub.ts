import { bookPath, picturesShown } from "../epub/pictures.ts";
import { isCover } from "../web/downloads.ts";
import { packEpub } from "../epub/container.ts";
import { subset } from "../fonts/font.ts";
import { bookPicture, coverPicture } from "../image.ts";
import type { Artifact, Publication } from "../publication.ts";
import { fontsOf, readFont } from "../compile/stylesheets.ts";
import { fileDate } from "../names.ts";
import type { Context } from "./edition.ts";

/** The EPUB: the documents of the family `epub` with the pictures they show and the fonts they cannot do without. */
export async function makeEpub({ publication, documents, made }: Context): Promise<Artifact[]> {
  const compiled = await documents("epub");
  const files = new Map([
    ...(await picturesOf(publication)),
    ...(await coverOf(made)),
    ...(await fontsFor(publication, compiled)),
  ]);
  const bytes = await packEpub({ title: publication.title, documents: compiled, files, date: fileDate(publication) });
  return [{ path: `epub/${publication.slug}.epub`, edition: "epub", bytes }];
}

async function picturesOf(publication: Publication): Promise<[string, Uint8Array][]> {
  return Promise.all(
    picturesShown(publication).map(async ({ name, bytes }) => [bookPath(name), await bookPicture(bytes)]),
  );
}

// The cover is a picture of the printed one.
async function coverOf(made: Artifact[]): Promise<[string, Uint8Array][]> {
  const cover = made.find(isCover);
  return cover ? [["cover.jpg", await coverPicture(cover.bytes)]] : [];
}

// The reader's own fonts have Latin letters. Of another script's the book carries what its texts need.
async function fontsFor({ faces }: Publication, documents: Map<string, string>): Promise<[string, Uint8Array][]> {
  const text = [...documents].flatMap(([name, document]) => (name.endsWith(".xhtml") ? [document] : [])).join("\n");
  const names = fontsOf(documents.get("style.css") ?? "");
  return Promise.all(names.map(async (name) => [`fonts/${name}`, await subset(readFont(name, faces), text)]));
}
