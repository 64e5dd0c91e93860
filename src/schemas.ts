import { editionNames } from "./edition-names.ts";
import { artworkBleed, pageFormats } from "./geometry.ts";
import {
  between,
  colour,
  date,
  day,
  end,
  identifier,
  languageTag,
  line,
  slug,
  timeOfDay,
  timezone,
  title,
  toNumber,
  webAddress,
  writingDirection,
  z,
} from "./schema-fields.ts";
import { countedTerms, english, termNames, type TermName, type Terms } from "./terms/en.ts";

// What an editor may write in publication.yaml and in the front matter of the texts, as schemas.

/** The most ink on one spot, of all four inks together, in per cent. Print shops allow 280 (uncoated paper) to 340. */
const mostInk = 300;

/** Cyan, magenta, yellow and black, each 0 to 100 per cent. */
const inks = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** `print:` of `publication.yaml`: how the pamphlet is printed. Every key may be left out. */
const printSchema = z.strictObject({
  /** The size of a page, folded. */
  page: z.enum(pageFormats).default("A5"),
  /** How far the print shop wants the artwork to reach beyond the trim, in mm. */
  bleed: between(0, artworkBleed, `write the bleed in mm, 0 to ${artworkBleed}`).default(3),
  /** The thickness of a leaf, in mm; paper of 80 g/m² has 0.1. The bounds were chosen by eye. */
  paper: between(0.04, 0.5, "write the thickness of the paper in mm, 0.04 to 0.5").default(0.1),
  /** Whether the print shop gets the cover as a separate file. */
  cover: z.enum(["separate", "with"]).default("separate"),
  inks: z
    .strictObject({
      /** Black ink alone; or the percentages of the four inks in which `colour` is printed. */
      cover: z
        .unknown()
        .transform((value) => (Array.isArray(value) ? value.map(toNumber) : value))
        .pipe(
          z.custom<"grey" | z.infer<typeof inks>>(
            isInk,
            `write grey, or four percentages, not more than ${mostInk} together: [0, 100, 90, 30]`,
          ),
        )
        .default("grey"),
    })
    .prefault({}),
});

const termWithNumber = line.refine(
  (text) => text.includes("#"),
  "write # where the number belongs, and put the value in quotes, because # begins a comment",
);

/** The forms of a term that counts things, by plural category (Unicode CLDR). */
const forms = z.strictObject({
  zero: line.optional(),
  one: line.optional(),
  two: line.optional(),
  few: line.optional(),
  many: line.optional(),
  other: termWithNumber,
});

/**
 * `terms:` of `publication.yaml`: the editor's own words in place of those that the program adds. The keys are those of
 * terms/en.ts.
 */
const termsSchema = z.strictObject(
  Object.fromEntries(termNames.map((name) => [name, termSchema(name).optional()])),
) as unknown as z.ZodType<Partial<Terms>>;

/** The files of a font in the publication's folder fonts/, and its licence: a line of text, or a file there. */
const fontSchema = z.strictObject({
  regular: line,
  italic: line.optional(),
  bold: line.optional(),
  "bold-italic": line.optional(),
  black: line.optional(),
  licence: line,
});

/** `fonts:` of `publication.yaml`: the fonts that an editor brings or chooses. Every key may be left out. */
const fontsSchema = z.strictObject({
  text: fontSchema.optional(),
  headings: fontSchema.optional(),
  /** The style of Arabic letters. */
  arabic: z.enum(["vazirmatn", "naskh", "nastaliq"]).optional(),
});

/** `publication.yaml`. */
export const publicationSchema = z.strictObject({
  title,
  subtitle: title.optional(),
  slug,
  identifier,
  language: languageTag,
  dir: writingDirection.optional(),
  date: day,
  publisher: line.optional(),
  rights: line.optional(),
  web: webAddress.optional(),
  colour: colour.optional(),
  imprint: line,
  event: z
    .strictObject({
      title,
      date: day,
      time: timeOfDay.optional(),
      /** Only in the calendar file, and in what the web edition says to search engines. */
      ends: end.optional(),
      timezone: timezone.optional(),
      place: line,
      address: line.optional(),
      host: line.optional(),
    })
    .refine(({ time, ends }) => ends === undefined || time !== undefined, {
      path: ["ends"],
      error: "write when the event begins as well, as time: 14:00",
    })
    .refine((event) => event.ends === undefined || event.time === undefined || isAfterStart(event), {
      path: ["ends"],
      error: "an end comes after the start; if it is on another day, write that day as well: 2020-01-12 02:00",
    })
    .optional(),
  contents: z.array(slug).min(1),
  editions: z.array(z.enum(editionNames)).min(1).optional(),
  fonts: fontsSchema.optional(),
  print: printSchema.prefault({}),
  terms: termsSchema.optional(),
});

const passage = z.strictObject({ from: line, to: line });

/** The front matter of a statement. */
export const statementSchema = z.strictObject({
  title: title.optional(),
  organisation: line,
  abbreviation: line.optional(),
  author: line.optional(),
  date: date.optional(),
  url: webAddress.optional(),
  lang: languageTag.optional(),
  dir: writingDirection.optional(),
  source: z.strictObject({
    file: line,
    from: line.optional(),
    to: line.optional(),
    omit: z.array(passage).optional(),
    published: line.optional(),
    url: webAddress.optional(),
  }),
  corrections: z.array(z.strictObject({ source: line, text: z.string() })).optional(),
  leaflet: slug.optional(),
});

/** The front matter of the preface. Every key may be left out. */
export const prefaceSchema = z.strictObject({
  title: title.optional(),
  author: line.optional(),
  lang: languageTag.optional(),
  dir: writingDirection.optional(),
});

export type PublicationYaml = z.infer<typeof publicationSchema>;
export type StatementYaml = z.infer<typeof statementSchema>;
export type Schema<Value> = z.ZodType<Value>;

export type Fonts = z.infer<typeof fontsSchema>;
export type Event = NonNullable<PublicationYaml["event"]>;
export type Correction = NonNullable<StatementYaml["corrections"]>[number];

/** Returns the local time at which an event ends, 2020-01-11T21:00; nothing where it is not known. */
export function endOf({ date, ends }: { date: string; ends?: string | undefined }): string | undefined {
  if (ends === undefined) return undefined;
  return ends.includes(" ") ? ends.replace(" ", "T") : `${date}T${ends}`;
}

/** The classes that have a meaning in a text, `{: .signature }`, each with the elements that it can be given. */
export const textClasses: Record<string, string[]> = {
  signature: ["p", "ul", "ol", "blockquote"],
  slogans: ["ul"],
};

/** Returns the keys that a schema has at a path, such as `["event"]`; none where the path leads to no group of keys. */
export function listKeys(schema: z.ZodType, path: (string | number)[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault)
    return listKeys(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return listKeys(schema.element as z.ZodType, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  return path.length === 0 ? Object.keys(schema.shape) : listKeys(schema.shape[path[0]!], path.slice(1));
}

// Local times in ISO 8601 are in order as texts too.
function isAfterStart(event: { date: string; time?: string | undefined; ends?: string | undefined }): boolean {
  return endOf(event)! > `${event.date}T${event.time}`;
}

function termSchema(name: TermName): z.ZodType {
  if ((countedTerms as readonly TermName[]).includes(name)) return forms;
  return String(english[name]).includes("#") ? termWithNumber : line;
}

function isInk(value: unknown): boolean {
  if (value === "grey") return true;
  const { success, data = [] } = inks.safeParse(value);
  const sum = data.reduce((sum, part) => sum + part, 0);
  return success && data.every((part) => part >= 0 && part <= 100) && sum <= mostInk;
}
