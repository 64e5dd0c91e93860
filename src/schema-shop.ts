import { artworkBleed } from "./geometry.ts";
import { between, toNumber, z } from "./schema-fields.ts";
import { conditionNames, pressStandards, printMarks, type Percentages } from "./shop.ts";
import { presetNames } from "./shop-presets.ts";

// What a print shop asks of its files, as a schema.

/** Cyan, magenta, yellow and black, each 0 to 100 per cent, in a JSON Schema. */
export const percentagesMeta = {
  type: "array",
  items: { type: ["number", "string"], minimum: 0, maximum: 100 },
  minItems: 4,
  maxItems: 4,
};

/** Returns whether a value is four shares of ink, each 0 to 100. */
export function isPercentages(value: unknown): value is Percentages {
  return (
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((share) => typeof share === "number" && share >= 0 && share <= 100)
  );
}

const deepBlack = z
  .unknown()
  .transform((value) => (Array.isArray(value) ? value.map(toNumber) : value))
  .pipe(
    z.custom<Percentages>(
      (value) => isPercentages(value) && value[3] === 100,
      "write four percentages, the last of them 100: [70, 40, 30, 100]",
    ),
  )
  .meta({ ...percentagesMeta, examples: [[70, 40, 30, 100]] });

const marks = z
  .union([z.literal("none"), z.array(z.enum(printMarks)).min(1)], `write none, or a list of ${printMarks.join(", ")}`)
  .transform((value) => (value === "none" ? [] : [...new Set(value)]));

/** The most type in pt that a shop may ask for; chosen by eye. */
const largestType = 12;

/** The values of `print: shop:`. Bounds of lengths and inks were chosen by eye. */
const shopGroup = z.strictObject({
  preset: z
    .enum(presetNames)
    .optional()
    .describe("The preset from which all that you do not write is taken.")
    .meta({ examples: ["x4-coated"] }),
  standard: z
    .enum(pressStandards)
    .optional()
    .describe("The standard of the files. PDF/X-1a is PDF/X-1a:2003. Without it, it is PDF/X-4.")
    .meta({ examples: ["PDF/X-1a"] }),
  condition: z
    .enum(conditionNames)
    .optional()
    .describe(
      "The printing condition that the files name: FOGRA39 is coated paper, FOGRA47 uncoated, GRACoL and SWOP are those " +
        "of the United States, and none is a press of which nothing is known. Without it, it is none.",
    )
    .meta({ examples: ["FOGRA39"] }),
  profile: z
    .enum(["embedded", "named"])
    .optional()
    .describe(
      "Whether the profile of the condition is in the files, or they only name the condition. Without it, PDF/X-4 has " +
        "it, as that standard asks, and PDF/X-1a names it.",
    )
    .meta({ examples: ["named"] }),
  "cover-bleed": between(0, artworkBleed, `write the bleed in mm, 0 to ${artworkBleed}`)
    .optional()
    .describe("The bleed of the cover in mm, if the shop wants another one there.")
    .meta({ examples: [5] }),
  marks: marks
    .optional()
    .describe(
      "The marks around a page: crop marks where it is cut, fold marks at the spine of a perfect-bound cover, " +
        "registration marks in all inks, or none. Without it, there are crop marks.",
    )
    .meta({ examples: [["crop", "registration"]] }),
  "most-ink": between(100, 400, "write the most ink in per cent, 100 to 400")
    .optional()
    .describe("The most ink on one spot of the cover, of all inks together, in per cent.")
    .meta({ examples: [300] }),
  "smallest-type": between(1, largestType, `write the size of type in pt, 1 to ${largestType}`)
    .optional()
    .describe("The smallest type in pt.")
    .meta({ examples: [6] }),
  "smallest-type-on-colour": between(1, largestType, `write the size of type in pt, 1 to ${largestType}`)
    .optional()
    .describe("The smallest type in pt where it is white or in several inks, or stands on a colour.")
    .meta({ examples: [7] }),
  "thinnest-line": between(0.05, 2, "write the width of a line in pt, 0.05 to 2")
    .optional()
    .describe("The thinnest line in pt.")
    .meta({ examples: [0.3] }),
  safe: between(0, 10, "write the distance in mm, 0 to 10")
    .optional()
    .describe("How far all text must stay away from the edge of the page, in mm.")
    .meta({ examples: [3] }),
  blanks: z
    .enum(["in", "out"])
    .optional()
    .describe(
      "Whether the blank pages that fill up the inside are in the file, or left out for the shop to add. Without it, " +
        "they are in it.",
    )
    .meta({ examples: ["out"] }),
  "deep-black": deepBlack
    .optional()
    .describe("The inks of large black grounds on a cover in four inks; text on it is in black alone."),
  binding: z
    .enum(["saddle-stitch", "perfect"])
    .optional()
    .describe(
      "How the shop binds: it staples in the fold, or it glues the leaves into a cover with a spine, which is one wide " +
        "page. Without it, it staples.",
    )
    .meta({ examples: ["perfect"] }),
  spine: between(0.5, 60, "write the width of the spine in mm, 0.5 to 60")
    .optional()
    .describe("The width of the spine in mm, if the shop has told it. Without it, it follows from paper and glue.")
    .meta({ examples: [6.4] }),
  glue: between(0, 5, "write what the glue and the cover add to the spine in mm, 0 to 5")
    .optional()
    .describe("What glue and the paper of the cover add to the thickness of the leaves in the spine, in mm.")
    .meta({ examples: [0.6] }),
});

/** `print: shop:`. */
export const shopSchema = z
  .union([z.enum(presetNames), shopGroup], `write a preset, ${presetNames.join(", ")}, or a group of keys`)
  .transform((value) => (typeof value === "string" ? { preset: value } : value));

export type ShopYaml = z.infer<typeof shopSchema>;
