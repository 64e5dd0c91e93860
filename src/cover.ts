import type { At, Publication } from "./publication.ts";
import type { Cover, CoverImage, coverTemplates } from "./schema-cover.ts";
import { printedColourOf } from "./spot-inks.ts";

type CoverTemplate = (typeof coverTemplates)[number];

/** What the design of a cover depends on. */
type Design = Pick<Publication, "cover" | "colour" | "print">;

/** Returns how the cover of a publication is set. Without a colour, a block would be a page full of black ink. */
export function coverTemplateOf(publication: Design): CoverTemplate {
  return publication.cover?.template ?? (printedColourOf(publication) === undefined ? "rule" : "block");
}

/**
 * Returns whether the parts of the cover share its height between them. A block of colour with nothing but the title, the
 * subtitle and the names always has the same height.
 */
export function isCoverComposed(publication: Design): boolean {
  const { picture, logo, event } = publication.cover ?? {};
  const hasMore = picture !== undefined || logo !== undefined || event === "front";
  return coverTemplateOf(publication) !== "block" || hasMore;
}

/** Returns what the pictures on the front cover show, for those who cannot see them. */
export function describePictures({ cover }: Pick<Publication, "cover">): string[] {
  const logo = cover?.logo?.place === "back" ? undefined : cover?.logo?.alt;
  return [cover?.picture?.alt, logo].filter((alt) => alt !== undefined);
}

/** Returns the images of a cover. `at` gives the places of keys of publication.yaml. */
export function listCoverImages({ picture, logo }: Partial<Cover> = {}, at: At): CoverImage[] {
  const images: CoverImage[] = [];
  if (picture)
    images.push({
      name: picture.file,
      place: at("cover", "picture", "file"),
      kind: "picture",
      isBehind: picture.place === "behind",
    });
  if (logo) images.push({ name: logo.file, place: at("cover", "logo", "file"), kind: "logo", isBehind: false });
  return images;
}

/** Returns the ISBN and the ISSN, each with its name, as they are printed. */
export function listNumbers({ isbn, issn }: Pick<Cover, "isbn" | "issn"> = {}): string[] {
  return [isbn && `ISBN ${isbn}`, issn && `ISSN ${issn}`].filter((number) => number !== undefined);
}
