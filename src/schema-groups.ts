import { tiledSizes } from "./forms.ts";
import { artworkBleed, pageFormats } from "./geometry.ts";
import { between, line, webAddress, z } from "./schema-fields.ts";
import { inksSchema } from "./schema-inks.ts";
import { shopSchema } from "./schema-shop.ts";
import { completeShop, findContradictions } from "./shop-choice.ts";
import { imposeSchema, papersSchema } from "./schema-papers.ts";
import { countedTerms, english, termNames, type Forms, type TermName, type Terms } from "./terms/en.ts";

// Groups of keys in publication.yaml, as schemas: the press, the fonts and the words that the program adds.

/** Where the addresses of links are printed. */
export const linkStyles = ["notes", "beside", "list", "none"] as const;

/** An address as print shows it: a web address with its scheme or without it. */
const shortAddress = line.refine(
  (text) => !/\s/.test(text) && URL.canParse(text.includes("://") ? text : `https://${text}`),
  "write an address as print is to show it: example.org/report",
);

/** The keys of `print:`. The bounds of the thickness of paper were chosen by eye. */
const printKeys = z.strictObject({
  page: z
    .enum(pageFormats)
    .default("A5")
    .describe("The size of a page, folded. A square page is 148 mm wide and high.")
    .meta({ examples: ["A6"] }),
  papers: papersSchema,
  impose: imposeSchema,
  bleed: between(0, artworkBleed, `write the bleed in mm, 0 to ${artworkBleed}`)
    .optional()
    .describe("How far the print shop wants the artwork to reach beyond the edge of the page, in mm.")
    .meta({ default: 3 }),
  paper: between(0.04, 0.5, "write the thickness of the paper in mm, 0.04 to 0.5")
    .default(0.1)
    .describe(
      "The thickness of a leaf, in mm; paper of 80 g/m² has 0.1. " +
        "The inner pages of a booklet are moved towards the fold by it.",
    ),
  tiles: z
    .enum(tiledSizes)
    .optional()
    .describe("The size of posters that are put together from sheets of the office printer. Without it, none are made.")
    .meta({ examples: ["A2"] }),
  fit: z
    .enum(["sheets", "pages", "none"])
    .default("sheets")
    .describe(
      "How texts are fitted to paper: sheets saves a sheet of the booklet where a change that nobody sees is enough, " +
        "pages saves pages by the lines of paragraphs alone, and none saves nothing.",
    ),
  cover: z
    .enum(["separate", "with"])
    .optional()
    .describe("Whether the print shop gets the cover as a separate file, or with the pages.")
    .meta({ default: "separate" }),
  inks: inksSchema,
  overprint: z
    .enum(["first", "none"])
    .default("first")
    .describe(
      "Which spot ink is printed over the other: the first, so that no white shows where the two do not meet, or none, if " +
        "the print shop does this itself.",
    ),
  shop: shopSchema
    .optional()
    .describe(
      "What the print shop asks for: one of the presets, which are named for what they ask, or its own values. The keys " +
        "`bleed`, `cover` and `inks` go before a preset.",
    )
    .meta({ examples: ["x1a-no-profile"] }),
  acronyms: z
    .enum(["capitals", "small-capitals"])
    .default("capitals")
    .describe(
      "How words of capitals alone, such as NATO, are set in the running text: as they are written, or in small " +
        "capitals. Copied, they are capitals in any case. Large print has no small capitals.",
    ),
  links: z
    .enum(linkStyles)
    .default("notes")
    .describe(
      "Where the address of a link is printed, if its words do not say it: in a note at the foot of the page, beside " +
        "its words in brackets, in a list after the text, or nowhere. Notes stand after the text in a leaflet, and if a " +
        "link of the text is in a table.",
    ),
  short: z
    .record(webAddress, shortAddress)
    .default({})
    .describe(
      "Short addresses that are printed for long ones, each after the address of a link. You have them made, and see to " +
        "it that they lead there; the links themselves lead to the long ones.",
    )
    .meta({ examples: [{ "https://www.example.org/news/2020/01/a-long-address": "example.org/news" }] }),
});

/** `print:`. What the shop gets follows from several keys together. */
export const printSchema = printKeys
  .superRefine((print, context) => {
    for (const { path, sentence } of findContradictions(print))
      context.addIssue({ code: "custom", path, message: sentence });
  })
  .transform((print) => completeShop(print));

export type PrintYaml = z.infer<typeof printSchema>;

const termWithNumber = line.refine(
  (text) => text.includes("#"),
  "write # where the number belongs, and put the value in quotes, because # begins a comment",
);

/** The forms of a term that counts things, by plural category (Unicode CLDR). */
const forms = z.strictObject({
  zero: line.optional().describe("The form for none, in a language that has one."),
  one: line.optional().describe("The form for one thing."),
  two: line.optional().describe("The form for two, in a language that has one."),
  few: line.optional().describe("The form for a few, in a language that has one."),
  many: line.optional().describe("The form for many, in a language that has one."),
  other: termWithNumber.describe("The form for all other numbers. The number stands where # is."),
});

/** `terms:`. The keys are those of terms/en.ts. */
export const termsSchema = z.strictObject(
  Object.fromEntries(termNames.map((name) => [name, termSchema(name).optional().describe(describeTerm(name))])),
) as unknown as z.ZodType<Partial<Terms>>;

/** The files of a font in the publication's folder fonts/, and its licence: a line of text, or a file there. */
const fontSchema = z.strictObject({
  regular: line
    .describe("The upright font of usual weight, a file in fonts/.")
    .meta({ examples: ["fonts/name.woff2"] }),
  italic: line
    .optional()
    .describe("The italic font.")
    .meta({ examples: ["fonts/name-italic.woff2"] }),
  bold: line
    .optional()
    .describe("The bold font.")
    .meta({ examples: ["fonts/name-bold.woff2"] }),
  "bold-italic": line
    .optional()
    .describe("The bold italic font.")
    .meta({ examples: ["fonts/name-bold-italic.woff2"] }),
  black: line
    .optional()
    .describe("The heaviest font.")
    .meta({ examples: ["fonts/name-black.woff2"] }),
  licence: line
    .describe("The licence of the font: a file in fonts/, or one line of text.")
    .meta({ examples: ["fonts/OFL.txt"] }),
});

/** `fonts:`. */
export const fontsSchema = z.strictObject({
  text: fontSchema.optional().describe("The font of the running text, and of all that has no other font."),
  headings: fontSchema
    .optional()
    .describe("The font of titles, if they have another one.")
    .meta({ examples: [{ regular: "fonts/name.woff2", licence: "fonts/OFL.txt" }] }),
  arabic: z
    .enum(["vazirmatn", "naskh", "nastaliq"])
    .optional()
    .describe("The style of Arabic letters.")
    .meta({ examples: ["naskh"] }),
});

function termSchema(name: TermName): z.ZodType {
  if (isCounted(name)) return forms;
  return name === "onPage" ? termWithNumber : line;
}

function describeTerm(name: TermName): string {
  const words = isCounted(name) ? Object.values(english[name] as Forms) : [String(english[name])];
  return `In English: ${words.map((word) => `“${word}”`).join(", ")}.`;
}

function isCounted(name: TermName): boolean {
  return (countedTerms as readonly TermName[]).includes(name);
}
