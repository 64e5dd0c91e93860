import type { At, Publication } from "./publication.ts";
import type { Cover, CoverImage, coverTemplates } from "./schema-cover.ts";

type CoverTemplate = (typeof coverTemplates)[number];

/** Returns how the cover of a publication is set. Without a colour, a block would be a page full of black ink. */
export function coverTemplateOf({ cover, colour }: Pick<Publication, "cover" | "colour">): CoverTemplate {
  return cover?.template ?? (colour === undefined ? "rule" : "block");
}

/**
 * Returns whether the parts of the cover share its height between them. A block of colour with nothing but the title, the
 * subtitle and the names always has the same height.
 */
export function isCoverComposed({ cover, colour }: Pick<Publication, "cover" | "colour">): boolean {
  const hasMore = cover?.picture !== undefined || cover?.logo !== undefined || cover?.event === "front";
  return coverTemplateOf({ cover, colour }) !== "block" || hasMore;
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
