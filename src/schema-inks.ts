import { contrastRatio } from "./contrast.ts";
import { colour, line, toNumber, z } from "./schema-fields.ts";
import { isPercentages, percentagesMeta } from "./schema-shop.ts";
import { usualMostInk, type Percentages } from "./shop.ts";
import { fileEndingOf, leastContrastOfType, mostSpotInks, usualInk, usualInks } from "./spot-inks.ts";

// The inks of a publication, as a schema.

/** `print.inks:` as process colours. */
const processInks = z.strictObject({
  cover: z
    .unknown()
    .transform((value) => (Array.isArray(value) ? value.map(toNumber) : value))
    .pipe(
      z.custom<"grey" | Percentages>(
        isInk,
        `write grey, or four percentages, not more than ${usualMostInk} together: [0, 100, 90, 30]`,
      ),
    )
    .default("grey")
    .describe(
      "The inks in which `colour` is printed: grey is black ink alone; " +
        "otherwise cyan, magenta, yellow and black, in per cent, and pictures on the cover are in these inks, too.",
    )
    .meta({ anyOf: [{ const: "grey" }, percentagesMeta], examples: [[0, 100, 90, 30]] }),
});

/** A spot ink by its usual name, or by its name and a colour. */
const spotInk = z.union(
  [
    z.enum(Object.keys(usualInks) as (keyof typeof usualInks)[]).transform(usualInk),
    z.strictObject({
      name: line.describe("As the print shop calls the ink.").meta({ examples: ["Pantone 485"] }),
      shows: colour.describe("How it looks on a screen, about.").meta({ examples: ["#da291c"] }),
    }),
  ],
  `write one of ${Object.keys(usualInks).join(", ")}, or a name and a colour: { name: Pantone 485, shows: "#da291c" }`,
);

/** `print.inks:` as a list of spot inks. */
const spotInks = z
  .array(spotInk)
  .min(1)
  .max(mostSpotInks, "name one ink or two")
  .refine(
    ([first]) => contrastRatio(first!.shows, "#ffffff") >= leastContrastOfType,
    "name a darker ink first: it prints the text, which could not be read",
  )
  .refine((inks) => new Set(inks.map(fileEndingOf)).size === inks.length, "name each ink once")
  .transform((spot) => ({ cover: "grey" as const, spot }));

/** `print.inks:`. */
export const inksSchema = z
  .union([spotInks, processInks], "write one or two inks, as [black, red], or the inks of the cover")
  .prefault({})
  .describe(
    "The inks that a print shop uses. A list of one or two spot inks is for risographs and two-colour presses: the first " +
      "prints the text, the second `colour`. A usual ink has its name; any other has a name and a colour for the screen.",
  )
  .meta({
    examples: [
      ["black", "red"],
      ["black", { name: "Pantone 485", shows: "#da291c" }],
    ],
  });

function isInk(value: unknown): boolean {
  if (value === "grey") return true;
  return isPercentages(value) && value.reduce((sum, share) => sum + share, 0) <= usualMostInk;
}
