import { editionNames } from "./edition-names.ts";
import { coverSchema } from "./schema-cover.ts";
import { eventSchema, mostEvents } from "./schema-event.ts";
import {
  colour,
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
import { fontsSchema, printSchema, termsSchema } from "./schema-groups.ts";

// What an editor may write in publication.yaml, as a schema. The descriptions and examples of the keys are for editors:
// they are read at run-time.

/** A part of `contents:`. */
const partSchema = z.strictObject({
  part: title.describe("The name of the part.").meta({ examples: ["Statements from the town"] }),
  texts: z
    .array(line)
    .min(1)
    .describe("Its statements in reading order, by the names of their files.")
    .meta({ examples: [["second-statement", "third-statement"]] }),
});

/** `publication.yaml`. */
export const publicationSchema = z
  .strictObject({
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
    cover: coverSchema
      .optional()
      .describe("How the cover looks, and what stands on it beside the title. Every key may be left out."),
    printing: line
      .max(200)
      .optional()
      .describe("Which printing this is, and what has changed; it stands in the imprint.")
      .meta({ examples: ["Second printing, corrected"] }),
    imprint: line
      .optional()
      .describe("Whose texts these are, who publishes them, and how to reach you, in Markdown.")
      .meta({ examples: ["The texts in this pamphlet are the work of those who are named at the head of each."] }),
    event: oneOrMore(eventSchema, `write the keys of an event, or a list of at most ${mostEvents} events`, mostEvents)
      .optional()
      .describe("The event that the pamphlet is made for: a meeting, a march. Several, as of a tour, are a list."),
    contents: z
      .array(z.union([line, partSchema], "write the name of a text, or a part with its texts"))
      .min(1)
      .optional()
      .describe(
        "The statements in reading order, by the names of their files; several of them may be a part, which has a name. " +
          "Without it, the file names give the order.",
      )
      .meta({
        examples: [
          ["first-statement", "second-statement"],
          ["first-statement", { part: "The name of a part", texts: ["second-statement", "third-statement"] }],
        ],
      }),
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
      .describe(
        "Your own words in place of those that the program adds. src/terms/en.ts of the program lists them all.",
      )
      .meta({ examples: [{ contents: "What is inside", pages: { one: "# page", other: "# pages" } }] }),
  })
  .refine(({ cover, event }) => cover?.event !== "front" || event !== undefined, {
    path: ["cover", "event"],
    error: "name the event under event:, or take this line out",
  });

export type PublicationYaml = z.infer<typeof publicationSchema>;
export type Schema<Value> = z.ZodType<Value>;

export type Fonts = NonNullable<PublicationYaml["fonts"]>;

/** The classes that have a meaning in a text, `{: .signature }`, each with the elements that it can be given. */
export const textClasses: Record<string, string[]> = {
  signature: ["p", "ul", "ol", "blockquote"],
  slogans: ["ul"],
  programme: ["ul"],
  credit: ["p"],
  verse: ["p", "blockquote"],
  question: ["p"],
  speech: ["p"],
  dateline: ["p"],
  "drop-cap": ["p"],
  "pull-quote": ["p"],
  slip: ["blockquote"],
};

/** Returns the keys that a schema has at a path, such as `["event"]`; none where the path leads to no group of keys. */
export function listKeys(schema: z.ZodType, path: (string | number)[]): string[] {
  const [step, ...rest] = path.filter((step) => typeof step === "string");
  const keys = listShapes(schema).flatMap((shape) => {
    if (step === undefined) return Object.keys(shape);
    return shape[step] ? listKeys(shape[step], rest) : [];
  });
  return [...new Set(keys)];
}

/** Returns the paths of all groups of keys that have a key, such as `["print", "shop"]`; `[]` is that of the whole file. */
export function findGroups(schema: z.ZodType, key: string, path: string[] = []): string[][] {
  return listShapes(schema).flatMap((shape) => [
    ...(Object.hasOwn(shape, key) ? [path] : []),
    ...Object.entries(shape).flatMap(([name, inner]) => findGroups(inner, key, [...path, name])),
  ]);
}

// Returns the keys of a group with their schemas: of each group where a value may be one of several, or a list of them.
function listShapes(schema: z.ZodType): Record<string, z.ZodType>[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault)
    return listShapes(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return listShapes(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => listShapes(option as z.ZodType));
  if (schema instanceof z.ZodArray) return listShapes(schema.element as z.ZodType);
  return schema instanceof z.ZodObject ? [schema.shape] : [];
}
