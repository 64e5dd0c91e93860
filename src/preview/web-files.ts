import { webFolder } from "../artifact-kinds.ts";
import { compile, describeFile } from "../compile/eleventy.ts";
import { fontsOf, readFont } from "../compile/stylesheets.ts";
import { encodeWebImages } from "../image.ts";
import type { Image } from "../publication.ts";
import { remember } from "../remember.ts";
import { renditionsOf, type Rendition } from "../web/renditions.ts";
import type { Version } from "./version.ts";

const documents = remember(async ({ publication, lastBuild }: Version) => {
  const { artifacts = [] } = (await lastBuild()) ?? {};
  const slugs = new Set(publication.statements.map(({ slug }) => slug));
  const made = artifacts.filter(
    ({ path, statement }) => !path.startsWith(webFolder) && (statement === undefined || slugs.has(statement)),
  );
  return compile(publication, "web", made.map(describeFile));
});

/**
 * Returns a file of the web edition. Pages are compiled anew; fonts have all their glyphs, and images are encoded when
 * they are asked for. What is made of other editions, as the cover and the downloads, is that of the last build.
 */
export async function findWebFile(version: Version, name: string): Promise<string | Uint8Array | undefined> {
  const { publication, lastBuild } = version;
  const compiled = await documents(version);
  const document = compiled.get(name);
  if (document !== undefined) return document;
  const font = name.replace(/^fonts\//, "");
  if (fontsOf(compiled.get("style.css") ?? "").includes(font)) return readFont(font, publication.faces);
  for (const image of publication.images) {
    const rendition = renditionsOf(image).find((rendition) => name.startsWith(`${rendition.name}.`));
    if (rendition) return encode(image, rendition, name);
  }
  return (await lastBuild())?.artifacts.find((file) => file.path === `${webFolder}${name}`)?.bytes;
}

const encoded = remember((_image: Image) => new Map<string, Promise<Uint8Array | undefined>>());

// The format is the end of the name.
function encode(image: Image, rendition: Rendition, name: string): Promise<Uint8Array | undefined> {
  const known = encoded(image);
  let result = known.get(name);
  if (!result) {
    const format = name.slice(rendition.name.length + 1);
    result = encodeWebImages(image.bytes, rendition.width, rendition.height, [format]).then(([file]) => file?.bytes);
    known.set(name, result);
  }
  return result;
}
