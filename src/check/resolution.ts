import { printedEditions } from "../edition-names.ts";
import { pamphletPageOf } from "../geometry.ts";
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
  return [imprintOf(publication) ?? [], listTexts(publication)].flat().flatMap((prose) =>
    findShownImages(prose, publication.images).flatMap(({ image, columns }) => {
      const column = measure / columns;
      const ppi = (image.width * mmPerInch) / column;
      if (ppi >= wantedPpi) return [];
      const where = columns === 1 ? `across a page of ${page}` : `in one of ${columns} columns on a page of ${page}`;
      const name = `${prose.file}: The image ${image.name} is ${image.width} pixels wide`;
      const wanted = Math.ceil((column * wantedPpi) / mmPerInch);
      return [
        ppi < leastPpi
          ? `${name}, and is printed only ${Math.floor((image.width * mmPerInch) / leastPpi)} mm wide, so that it is ` +
            `not blurred. ${capitalize(where)} it needs ${wanted}.`
          : `${name}. Printed ${where} it has ${Math.floor(ppi)} pixels to the inch, and print wants ${wantedPpi}: ` +
            `it needs ${wanted}.`,
      ];
    }),
  );
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
