import { artworkBleed } from "./geometry.ts";
import { imposeNames, paperNames } from "./papers.ts";
import { between, z } from "./schema-fields.ts";

// The papers and the ways of imposing of `print:`, as schemas.

/** The most sheets that are folded at once and sewn. Chosen by eye: more make a thick, uneven section. */
const mostSheets = 12;

/** An entry of `print: impose:`. */
const waySchema = z.strictObject({
  fold: z.enum(imposeNames).describe("What is made of the sheets, as its name."),
  paper: z
    .enum(paperNames)
    .optional()
    .describe(
      "The paper. Without it, it is that on which two pages have room beside each other, or as many as the fold has on a side.",
    ),
  sheets: between(1, mostSheets, `write how many sheets make a section, 1 to ${mostSheets}`)
    .optional()
    .describe("How many sheets are folded together to a section, of sections. Without it: all."),
  gutter: between(0, 2 * artworkBleed, `write the gutter in mm, 0 to ${2 * artworkBleed}`)
    .optional()
    .describe("The room between pages that are cut apart, in mm. Without it, it is 6 if the paper has room for it."),
  turn: z
    .enum(["short-edge", "long-edge"])
    .optional()
    .describe("The edge on which the printer turns the paper. Without it, it is the one on which a page is turned."),
});

/** `print.papers:`. */
export const papersSchema = z
  .array(z.enum(paperNames))
  .min(1)
  .transform((names) => [...new Set(names)])
  .optional()
  .describe(
    "The papers to print booklets on. Paper that has room for two booklets gets two, to be cut apart. Without it, they " +
      "are A4 and US Letter, or for large pages A3 and Tabloid.",
  )
  .meta({ examples: [["A4", "A3"]] });

/** `print.impose:`. */
export const imposeSchema = z
  .array(
    z.union(
      [z.enum(imposeNames).transform((fold) => ({ fold })), waySchema],
      `write one of ${imposeNames.join(", ")}, or a group with “fold” and “paper”`,
    ),
  )
  .min(1)
  .optional()
  .describe(
    "Further ways to impose the pamphlet: sections to sew, two-a-sheet booklets to cut apart, eight-pages and " +
      "sixteen-pages on a sheet that is folded twice or three times; single leaves to cut, as n-up, as repeat (copies " +
      "of one leaf), as cut-and-stack (whole piles are cut), or as work-and-turn (both sides are printed alike).",
  )
  .meta({ examples: [["sections"], [{ fold: "sixteen-pages", paper: "A3" }]] });
