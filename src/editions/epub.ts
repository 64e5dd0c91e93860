import { modified, picturesShown } from "../book/metadata.ts";
import { isCover } from "../downloads.ts";
import { packEpub } from "../epub.ts";
import { coverPicture } from "../picture.ts";
import type { Artifact } from "../publication.ts";
import type { Context } from "./edition.ts";

/** The EPUB: the documents of the family `epub` with the pictures they show, the cover being a picture of the printed one. */
export async function makeEpub({ publication, documents, made }: Context): Promise<Artifact[]> {
  const pictures = new Map(picturesShown(publication).map(({ name, bytes }) => [name, bytes]));
  const cover = made.find(isCover);
  if (cover) pictures.set("cover.jpg", await coverPicture(cover.bytes));
  const bytes = await packEpub({ title: publication.title, documents: await documents("epub"), pictures, date: modified(publication) });
  return [{ path: `epub/${publication.slug}.epub`, edition: "epub", bytes }];
}
