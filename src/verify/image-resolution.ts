import { listCoverImages } from "../cover.ts";
import type { PaintedPage } from "../inspect/print-facts.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import type { Place, Problem } from "../problem.ts";
import { leastPpi } from "../resolution.ts";
import { listWithImprint, type Image, type Publication } from "../publication.ts";

/** How much less than that is enough, in pixels per inch, because the printed size is rounded. Chosen by eye. */
const roundingPpi = 0.5;

/** A page of a file for the press. */
export interface PressPage extends PaintedPage {
  path: string;
  /** The page in the file, from 1. */
  number: number;
}

/**
 * Verifies that no image is printed so large that a reader sees its pixels. A problem is placed at the line of
 * the text that shows the image.
 */
export function verifyImageResolution(publication: Publication, pages: PressPage[]): Problem[] {
  const unprinted = findReferences(publication);
  return pages.flatMap(({ images, path, number }) =>
    images.flatMap(({ width, height, ppi }): Problem[] => {
      // A PDF does not keep the names of its images: this one is taken to be the next in the texts that has its size.
      const at = unprinted.findIndex(({ image }) => image.width === width && image.height === height);
      const reference = unprinted[at];
      if (reference) unprinted.splice(at, 1);
      if (ppi > leastPpi - roundingPpi) return [];
      const [minWidth, minHeight] = [width, height].map((side) => Math.ceil((side * leastPpi) / ppi));
      return [
        {
          code: "image-resolution",
          place: reference?.place ?? publication.at("title"),
          message:
            `${reference ? `The image ${reference.image.name}` : "An image"} (${width} × ${height} px) has only ` +
            `${Math.floor(ppi)} pixels per inch on page ${number} of ${path}, but a press needs ${leastPpi}.`,
          hint: `Build again, or use an image of at least ${minWidth} × ${minHeight} px.`,
        },
      ];
    }),
  );
}

/** An image in a text, and the place at which the text names it. */
interface Reference {
  image: Image;
  place: Place;
}

// Returns where the cover, the imprint and the texts show images, in the order of their pages.
function findReferences(publication: Publication): Reference[] {
  const ofCover = listCoverImages(publication.cover, publication.at).flatMap(({ name, place }): Reference[] => {
    const image = publication.images.find((image) => image.name === name);
    return image ? [{ image, place }] : [];
  });
  const ofTexts = listWithImprint(publication).flatMap((text) => {
    const rows = text.body.split("\n");
    return parseMarkdown(text).tokens.flatMap(({ children, map }) =>
      (children ?? []).flatMap((child): Reference[] => {
        if (child.type !== "image") return [];
        const image = publication.images.find(({ name }) => name === decodeURI(String(child.attrGet("src"))));
        if (!image) return [];
        const row = rows.findIndex((content, index) => index >= (map?.[0] ?? 0) && content.includes(image.name));
        const line = text.bodyLine + Math.max(row, 0);
        const column = 1 + Math.max(rows[row]?.indexOf(image.name) ?? 0, 0);
        return [{ image, place: { file: text.file, line, column } }];
      }),
    );
  });
  return [...ofCover, ...ofTexts];
}
