import { didYouMean } from "../did-you-mean.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { findTextBlocks } from "./inline.ts";
import { createPlaceFinder } from "./place.ts";

/** Checks that every image is in images/, can be used, and has a description for those who cannot see it. */
export function checkImages(draft: Draft): Problem[] {
  return [...checkShown(draft), ...checkFiles(draft)];
}

function checkShown({ texts, images }: Draft): Problem[] {
  const names = images.map(({ name }) => name);
  return texts.flatMap((prose) => {
    const place = createPlaceFinder(prose);
    return findTextBlocks(prose).flatMap((block) =>
      (block.children ?? []).flatMap((child): Problem[] => {
        if (child.type !== "image") return [];
        const name = String(child.attrGet("src"));
        const here = place(name, block);
        const problems: Problem[] = [];
        if (!names.includes(name)) problems.push({ code: "image-missing", place: here, ...missingFault(name, names) });
        if (child.content.trim() === "") {
          problems.push({
            code: "image-alt",
            place: here,
            message: `The image “${shorten(name)}” has no description.`,
            hint: "Say in a sentence what it shows: ![A crowd in a square](images/crowd.jpg).",
          });
        }
        return problems;
      }),
    );
  });
}

function checkFiles({ images }: Draft): Problem[] {
  return images.flatMap(({ name, fault }): Problem[] => {
    if (!fault) return [];
    return [
      {
        code: "image-corrupt",
        place: { file: name, line: 1, column: 1 },
        message: `The image ${fault}.`,
        hint: "Save it again as JPEG, PNG, GIF or WebP, under a name that says so.",
      },
    ];
  });
}

/** Says that an image is not in images/, where the files `names` are. */
export function missingFault(name: string, names: string[]): Pick<Problem, "message" | "hint"> {
  const hint = "Put the file into images/ and name it from there: images/crowd.jpg.";
  return {
    message: `The image “${shorten(name)}” is not in images/.`,
    hint: name.startsWith("images/") ? didYouMean(name, names, hint) : hint,
  };
}

// An image that is written into its address, data:image/png;base64,…, may have many thousand characters.
const mostCharacters = 60;

function shorten(name: string): string {
  return name.length > mostCharacters ? `${name.slice(0, mostCharacters)}…` : name;
}
