import { didYouMean } from "../did-you-mean.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { blocks } from "./inline.ts";
import { placesIn } from "./place.ts";

/** Every image is in images/, can be read, and is described for those who cannot see it. */
export function images(draft: Draft): Problem[] {
  return [...shown(draft), ...damaged(draft)];
}

function shown({ texts, images }: Draft): Problem[] {
  const names = images.map(({ name }) => name);
  return texts.flatMap((prose) => {
    const place = placesIn(prose);
    return blocks(prose).flatMap((block) =>
      (block.children ?? []).flatMap((child): Problem[] => {
        if (child.type !== "image") return [];
        const name = String(child.attrGet("src"));
        const here = place(name, block);
        const problems: Problem[] = [];
        if (!names.includes(name)) problems.push({ code: "image-missing", place: here, ...missing(name, names) });
        if (child.content.trim() === "") {
          const hint = "Say in a sentence what it shows: ![A crowd in a square](images/crowd.jpg).";
          problems.push({
            code: "image-alt",
            place: here,
            message: `the image "${brief(name)}" is not described`,
            hint,
          });
        }
        return problems;
      }),
    );
  });
}

function damaged({ images }: Draft): Problem[] {
  return images.flatMap(({ name, fault }): Problem[] => {
    const place = { file: name, line: 1, column: 1 };
    return fault
      ? [
          {
            code: "image-corrupt",
            place,
            message: `the image ${fault}`,
            hint: "Save it again as JPEG, PNG, GIF or WebP, under a name that says so.",
          },
        ]
      : [];
  });
}

function missing(name: string, names: string[]): Pick<Problem, "message" | "hint"> {
  const message = `the image "${brief(name)}" is not in images/`;
  const hint = "Put the file into images/ and name it from there: images/crowd.jpg.";
  return { message, hint: name.startsWith("images/") ? didYouMean(name, names, hint) : hint };
}

function brief(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
