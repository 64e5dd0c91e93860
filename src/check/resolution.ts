import { printedEditions } from "../edition-names.ts";
import { listCoverImages } from "../cover.ts";
import { artworkBleed, pamphletPageOf } from "../geometry.ts";
import { parseMarkdown, type Token } from "../markdown/parse.ts";
import { imprintOf, listTexts, type Image, type Prose, type Publication } from "../publication.ts";
import { leastPpi, wantedPpi } from "../resolution.ts";

const mmPerInch = 25.4;

/**
 * Returns a sentence on each image that has fewer pixels than print wants where it is as wide as its column: the page,
 * or a column of a table. It is known before anything is laid out, because no image is set wider.
 */
export function remarkOnResolution(publication: Publication): string[] {
  if (!publication.editions.some((name) => printedEditions.has(name))) return [];
  const { page } = publication.print;
  const { width, margins } = pamphletPageOf(page);
  const measure = width - margins.inner - margins.outer;
  const inTexts = [imprintOf(publication) ?? [], listTexts(publication)].flat().flatMap((prose) =>
    findShownImages(prose, publication.images).flatMap(({ image, columns }) => {
      const where = columns === 1 ? `across a page of ${page}` : `in one of ${columns} columns on a page of ${page}`;
      return remarkOnWidth(prose.file, image, measure / columns, where);
    }),
  );
  return [...remarkOnCover(publication, measure), ...inTexts];
}

// A picture on the cover is at most as wide as the type area, or fills the page and its bleed.
function remarkOnCover({ cover, images, at, print }: Publication, measure: number): string[] {
  const page = pamphletPageOf(print.page);
  return listCoverImages(cover, at).flatMap(({ name, place, kind, isBehind }) => {
    const image = images.find((image) => image.name === name);
    if (!image) return [];
    if (kind === "logo") {
      const width = Math.min(widestLogo, image.width / image.height) * logoHeight * page.height;
      return remarkOnWidth(place.file, image, Math.min(width, measure), "as a logo on the cover");
    }
    const [width, height] = [page.width, page.height].map((side) => side + 2 * artworkBleed) as [number, number];
    return isBehind
      ? remarkOnWidth(place.file, image, Math.max(width, (height * image.width) / image.height), "over the whole cover")
      : remarkOnWidth(place.file, image, measure, "across the cover");
  });
}

/** The height of a logo, as a part of that of the page, and the width of the widest in its heights; as in cover.css. */
const logoHeight = 0.1;
const widestLogo = 3;

// `width` is that at which the image is printed, in mm, if it has enough pixels.
function remarkOnWidth(file: string, image: Image, width: number, where: string): string[] {
  const ppi = (image.width * mmPerInch) / width;
  if (ppi >= wantedPpi) return [];
  const name = `${file}: The image ${image.name} is ${image.width} pixels wide`;
  const wanted = Math.ceil((width * wantedPpi) / mmPerInch);
  return [
    ppi < leastPpi
      ? `${name}, and is printed only ${Math.floor((image.width * mmPerInch) / leastPpi)} mm wide, so that it is ` +
        `not blurred. ${capitalize(where)} it needs ${wanted}.`
      : `${name}. Printed ${where} it has ${Math.floor(ppi)} pixels to the inch, and print wants ${wantedPpi}: ` +
        `it needs ${wanted}.`,
  ];
}

/** An image that a text shows, and how many columns the table has that it is in; otherwise it is in one column. */
interface ShownImage {
  image: Image;
  columns: number;
}

// An image that a text shows several times is taken where it can be widest.
function findShownImages(prose: Prose, images: Image[]): ShownImage[] {
  const shown = new Map<string, ShownImage>();
  let columns = 1;
  for (const token of parseMarkdown(prose).tokens) {
    if (token.type === "thead_open") columns = 0;
    if (token.type === "th_open") columns++;
    if (token.type === "table_close") columns = 1;
    for (const name of namesIn(token)) {
      const image = images.find((image) => image.name === name);
      const known = shown.get(name);
      if (image && (!known || known.columns > columns)) shown.set(name, { image, columns });
    }
  }
  return [...shown.values()];
}

function namesIn({ children }: Token): string[] {
  return (children ?? []).flatMap((child) => (child.type === "image" ? [decodeURI(String(child.attrGet("src")))] : []));
}

function capitalize(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
