import { readFile } from "node:fs/promises";
import { downloadPath, isCover } from "../downloads.ts";
import { subset } from "../font.ts";
import { webPictures } from "../picture.ts";
import type { Artifact } from "../publication.ts";
import { fontFile, fontLicence, fontsOf } from "../styles.ts";
import type { Context } from "./edition.ts";

/** Widths and heights of the cover's picture, A5 in shape; the index template names them again in its `srcset`. */
const coverSizes = [
  [370, 525],
  [740, 1050],
] as const;

/** The web edition: pages beside each other, what they need in folders below, nothing from anywhere else. */
export async function makeWeb({ publication, documents, made }: Context): Promise<Artifact[]> {
  const pages = [...(await documents("web"))].map(([name, content]) => file(name, Buffer.from(content)));
  const text = pages.map(({ bytes }) => Buffer.from(bytes).toString()).join("\n");
  const images = publication.images.filter(({ name }) => text.includes(name)).map(({ name, bytes }) => file(name, bytes));
  const [fonts, cover] = await Promise.all([fontsFor(text), coverPictures(made)]);
  return [...pages, ...fonts, ...cover, ...images, ...copies(made)];
}

// A font carries what the pages say and no more; its licence stands beside it.
async function fontsFor(text: string): Promise<Artifact[]> {
  const fonts = fontsOf(text).map(async (name) => file(`fonts/${name}`, await subset(await readFile(fontFile(name)), text)));
  return [...(await Promise.all(fonts)), file("fonts/LICENSE.md", await readFile(fontLicence()))];
}

async function coverPictures(made: Artifact[]): Promise<Artifact[]> {
  const cover = made.find(isCover);
  if (!cover) return [];
  const sizes = coverSizes.map(async ([width, height]) =>
    (await webPictures(cover.bytes, width, height)).map(({ extension, bytes }) => file(`images/cover-${width}.${extension}`, bytes)),
  );
  return (await Promise.all(sizes)).flat();
}

function copies(made: Artifact[]): Artifact[] {
  return made.flatMap((other) => {
    const name = downloadPath(other);
    return name ? [file(name, other.bytes)] : [];
  });
}

function file(name: string, bytes: Uint8Array): Artifact {
  return { path: `web/${name}`, edition: "web", bytes };
}
