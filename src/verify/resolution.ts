import { parse } from "../markdown/parse.ts";
import { picturesOn } from "../inspect/printed-images.ts";
import type { Place, Problem } from "../problem.ts";
import { readingOrder, type Publication } from "../publication.ts";

/** Pixels to an inch, below which a press shows them. */
const wanted = 300;

/** A page of a file for the press, and where in the file it stands, counted from 1. */
export interface PressPage {
  page: Parameters<typeof picturesOn>[0];
  path: string;
  number: number;
}

/**
 * Whether every picture has pixels enough for the size at which it is printed, told at the line of the text that shows
 * it.
 */
export function resolution(publication: Publication, pages: PressPage[]): Problem[] {
  const references = picturesNamed(publication);
  return pages.flatMap(({ page, path, number }) =>
    picturesOn(page).flatMap(({ width, height, ppi }): Problem[] => {
      // A PDF has no names for pictures: it is the next in the texts that has this size.
      const at = references.findIndex((reference) => reference.width === width && reference.height === height);
      const [reference] = at < 0 ? [] : references.splice(at, 1);
      if (ppi > wanted - 0.5) return [];
      const needed = [width, height].map((side) => Math.ceil((side * wanted) / ppi)).join(" × ");
      return [
        {
          code: "image-resolution",
          place: reference?.place ?? publication.at("title"),
          message: `${reference ? `The image ${reference.name}` : "An image"} (${width} × ${height} px) is printed at ${Math.floor(ppi)} px an inch on page ${number} of ${path}; a press wants ${wanted}.`,
          hint: `Put in a larger picture, ${needed} px or more; or leave "press" out of the editions in publication.yaml.`,
        },
      ];
    }),
  );
}

function picturesNamed(publication: Publication): { name: string; width: number; height: number; place: Place }[] {
  return readingOrder(publication).flatMap((prose) => {
    const rows = prose.body.split("\n");
    return parse(prose).tokens.flatMap(({ children, map }) =>
      (children ?? []).flatMap((child) => {
        const image =
          child.type === "image" &&
          publication.images.find(({ name }) => name === decodeURI(String(child.attrGet("src"))));
        if (!image) return [];
        const row = rows.findIndex((text, index) => index >= (map?.[0] ?? 0) && text.includes(image.name));
        const place = {
          file: prose.file,
          line: prose.bodyLine + Math.max(row, 0),
          column: 1 + Math.max(rows[row]?.indexOf(image.name) ?? 0, 0),
        };
        return [{ name: image.name, width: image.width, height: image.height, place }];
      }),
    );
  });
}
