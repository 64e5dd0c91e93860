import { artworkBleed, pamphletPageOf } from "../geometry.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { leastPpi } from "../resolution.ts";
import type { CoverImage } from "../schema-cover.ts";
import { missingFault } from "./images.ts";

/**
 * Checks that the images of the cover are in images/, and that one behind the words has enough pixels for the page. Any
 * other is printed smaller if it has few.
 */
export function checkCover({ cover, images }: Draft): Problem[] {
  const names = images.map(({ name }) => name);
  return (cover?.images ?? []).flatMap((image): Problem[] => {
    const file = images.find(({ name }) => name === image.name);
    if (!file) return [{ code: "image-missing", place: image.place, ...missingFault(image.name, names) }];
    const { width, height } = file;
    if (!image.isBehind || width === undefined || height === undefined) return [];
    return findCoarseness(image, { width, height }, cover!.page);
  });
}

// The picture is cut at the edge of the page, and beyond the edge it has the bleed.
function findCoarseness(
  { name, place }: CoverImage,
  image: { width: number; height: number },
  format: Parameters<typeof pamphletPageOf>[0],
): Problem[] {
  const page = pamphletPageOf(format);
  const needed = (side: number) => Math.ceil(((side + 2 * artworkBleed) * leastPpi) / mmPerInch);
  const [width, height] = [needed(page.width), needed(page.height)];
  if (image.width >= width && image.height >= height) return [];
  return [
    {
      code: "image-resolution",
      place,
      message:
        `The image ${name} has ${image.width} × ${image.height} pixels, but over a whole page of ${format} it would ` +
        `be blurred with fewer than ${width} × ${height}.`,
      hint: "Take one with more pixels, or write place: above, where it is printed as large as it can be.",
    },
  ];
}

const mmPerInch = 25.4;
