import { editionNames } from "./edition-names.ts";
import { eventSchema, mostEvents } from "./schema-event.ts";
import {
  colour,
  date,
  day,
  identifier,
  languageTag,
  line,
  oneOrMore,
  slug,
  title,
  webAddress,
  writingDirection,
  z,
} from "./schema-fields.ts";
import { correctionSchema, documentSchema } from "./schema-source.ts";
import { fontsSchema, printSchema, termsSchema } from "./schema-groups.ts";

// What an editor may write in publication.yaml and in the front matter of the texts, as schemas. The descriptions and
// examples of the keys are for editors: they are read at run-time.

/** `publication.yaml`. */
export const publicationSchema = z.strictObject({
  title: title
    .optional()
    .describe(
      "What stands on the cover and at the head of every edition. Without it, it is the first heading of the preface, " +
        "or the name of the folder.",
    )
    .meta({ examples: ["The title of the pamphlet"] }),
  subtitle: title
    .optional()
    .describe("A second line under the title.")
    .meta({ examples: ["What it is about, and from when"] }),
  slug: slug
    .optional()
    .describe(
      "The name of the pamphlet in file names and addresses. It does not change once the pamphlet is out. Without it, " +
        "it is made from the title.",
    )
    .meta({ examples: ["the-title"] }),
  identifier: identifier
    .optional()
    .describe(
      "What tells this publication from all others: a URN or a web address. It never changes. Without it, it is made " +
        "from “web”, or else from “slug”.",
    )
    .meta({ examples: ["https://www.example.org/the-title"] }),
  language: languageTag
    .optional()
    .describe(
      "The language of every text that names no other. It decides hyphenation, quotes, dates, the words that the " +
        "program adds, and what a screen reader speaks. Without it, it is found by the words of the texts.",
    )
    .meta({ examples: ["en-GB"] }),
  dir: writingDirection
    .optional()
    .describe("The writing direction. Without it, it follows from the letters of the language.")
    .meta({ examples: ["rtl"] }),
  date: day
    .optional()
    .describe(
      "The day of the publication. The dates in all files come from here, never from the clock. Without it, it is the " +
        "day of the event, or that of the latest text, or the one on which a text was last changed.",
    )
    .meta({ examples: ["2020-01-11"] }),
  publisher: line
    .optional()
    .describe("Who publishes the pamphlet.")
    .meta({ examples: ["The name of the group"] }),
  rights: line
    .optional()
    .describe("One sentence that the files carry about whose the texts are.")
    .meta({ examples: ["The texts remain their authors’."] }),
  web: webAddress
    .optional()
    .describe("The address at which the web edition will be.")
    .meta({ examples: ["https://www.example.org/pamphlet"] }),
  colour: colour
    .optional()
    .describe("The one colour beside black: an accent on screen and on the cover.")
    .meta({ examples: ["#9e1b1b"] }),
  imprint: line
    .optional()
    .describe("Whose texts these are, who publishes them, and how to reach you, in Markdown.")
    .meta({ examples: ["The texts in this pamphlet are the work of those who are named at the head of each."] }),
  event: oneOrMore(
    eventSchema,
    mostEvents,
    `list at most ${mostEvents} events, which is what the back cover has room for`,
  )
    .optional()
    .describe("The event that the pamphlet is made for: a meeting, a march. Several, as of a tour, are a list."),
  contents: z
    .array(line)
    .min(1)
    .optional()
    .describe(
      "The statements in reading order, by the names of their files. Without it, the file names give the order.",
    )
    .meta({ examples: [["first-statement", "second-statement"]] }),
  editions: z
    .array(z.enum(editionNames))
    .min(1)
    .optional()
    .describe("The editions to make. Without it, all of them are made.")
    .meta({ examples: [["pamphlet", "booklet"]] }),
  fonts: fontsSchema.optional().describe("Fonts that you bring or choose. Every key may be left out."),
  print: printSchema.prefault({}).describe("How the pamphlet is printed. Every key may be left out."),
  terms: termsSchema
    .optional()
    .describe("Your own words in place of those that the program adds. src/terms/en.ts of the program lists them all.")
    .meta({ examples: [{ contents: "What is inside", pages: { one: "# page", other: "# pages" } }] }),
});

/** The front matter of a statement. Every key may be left out. */
export const statementSchema = z.strictObject({
  title: title
    .optional()
    .describe("The title of the statement, if it has one. Without it, it is the heading with which the text begins.")
    .meta({ examples: ["Its title"] }),
  organisation: line
    .optional()
    .describe("The organisation that says it, if one does.")
    .meta({ examples: ["The name of the group"] }),
  abbreviation: line
    .optional()
    .describe("The short form of the organisation’s name.")
    .meta({ examples: ["ABC"] }),
  author: line
    .optional()
    .describe("The person who wrote it.")
    .meta({ examples: ["First name and surname"] }),
  date: date
    .optional()
    .describe("When it was written or published: a year, a month or a day, as precisely as it is known.")
    .meta({ examples: ["2020-01"] }),
  url: webAddress
    .optional()
    .describe("The web address of the organisation.")
    .meta({ examples: ["https://www.example.org"] }),
  lang: languageTag
    .optional()
    .describe("The language of the statement, if it is not that of the publication.")
    .meta({ examples: ["fa"] }),
  dir: writingDirection
    .optional()
    .describe("The writing direction. Without it, it follows from the letters of the statement.")
    .meta({ examples: ["rtl"] }),
  source: z
    .union(
      [z.literal("original"), documentSchema],
      "write original, or name the document as file: sources/as-received.txt",
    )
    .optional()
    .describe(
      "The document with which the statement is compared, word for word. Without it, or with “original”, the statement " +
        "is the original itself.",
    )
    .meta({ examples: ["original"] }),
  corrections: z
    .array(correctionSchema)
    .optional()
    .describe("Every place in which the words differ from the source, and nothing else."),
  leaflet: line
    .optional()
    .describe("A shorter version, which the leaflet edition prints in place of the statement: the name of its file.")
    .meta({ examples: ["shorter-version"] }),
});

/** The front matter of the preface. Every key may be left out. */
export const prefaceSchema = z.strictObject({
  title: title
    .optional()
    .describe("The title of the preface, if it has one. Without it, it is the heading with which the preface begins.")
    .meta({ examples: ["Why we print this"] }),
  author: line
    .optional()
    .describe("Who wrote it.")
    .meta({ examples: ["The name of the group"] }),
  lang: languageTag
    .optional()
    .describe("The language of the preface, if it is not that of the publication.")
    .meta({ examples: ["fa"] }),
  dir: writingDirection
    .optional()
    .describe("The writing direction. Without it, it follows from the letters of the preface.")
    .meta({ examples: ["rtl"] }),
});

export type PublicationYaml = z.infer<typeof publicationSchema>;
export type StatementYaml = z.infer<typeof statementSchema>;
export type SourceYaml = z.infer<typeof documentSchema>;
export type Schema<Value> = z.ZodType<Value>;

export type Fonts = NonNullable<PublicationYaml["fonts"]>;
export type Correction = NonNullable<StatementYaml["corrections"]>[number];

/** The classes that have a meaning in a text, `{: .signature }`, each with the elements that it can be given. */
export const textClasses: Record<string, string[]> = {
  signature: ["p", "ul", "ol", "blockquote"],
  slogans: ["ul"],
};

/** Returns the keys that a schema has at a path, such as `["event"]`; none where the path leads to no group of keys. */
export function listKeys(schema: z.ZodType, path: (string | number)[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault)
    return listKeys(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodPipe) return listKeys(schema.in as z.ZodType, path);
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((option) => listKeys(option as z.ZodType, path)))];
  if (schema instanceof z.ZodArray) return listKeys(schema.element as z.ZodType, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  return path.length === 0 ? Object.keys(schema.shape) : listKeys(schema.shape[path[0]!], path.slice(1));
}
