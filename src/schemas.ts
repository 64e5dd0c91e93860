import { z } from "zod";
import { pageFormats } from "./geometry.ts";
import { terms } from "./terms/index.ts";
import { countedTerms, termNames, type TermName, type Terms } from "./terms/en.ts";

// What an editor may write in publication.yaml and in the front matter of the texts, as schemas (zod).

/** The editions there are; their making stands in editions/index.ts. */
export const editionNames = [
  "pamphlet",
  "booklet",
  "press",
  "large-print",
  "leaflets",
  "epub",
  "text",
  "guide",
  "web",
] as const;
export type EditionName = (typeof editionNames)[number];

// Control characters and half surrogates cannot stand in XML, which the EPUB is.
const line = z
  .string()
  .trim()
  .min(1)
  .refine((text) => text.isWellFormed() && !unprintable.test(text), "a value holds no control characters");
const title = line.max(200);
const webAddress = z.url({ protocol: /^https?$/, error: "a web address is written in full, https://www.example.org" });
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "a date is written 2020, 2020-01 or 2020-01-11", abort: true })
  .refine(inCalendar, { params: { code: "date-impossible" } });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a day is written 2020-01-11", abort: true })
  .refine(inCalendar, { params: { code: "date-impossible" } });
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "a language is written en, en-GB or fa", abort: true })
  .refine((tag) => accepts(() => Intl.getCanonicalLocales(tag)), "a language is written en, en-GB or fa");
const timezone = line.refine(
  (zone) => accepts(() => Intl.DateTimeFormat("en", { timeZone: zone })),
  "a time zone is written Europe/London",
);
export const writingDirection = z.enum(["ltr", "rtl"]);
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, "a slug is at most 60 small letters, digits and hyphens, a letter first");

const percentages = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** `print:` of `publication.yaml`, how the pamphlet is printed; all of it may be left out. */
const printSchema = z.strictObject({
  /** Its size, folded. */
  page: z.enum(pageFormats).default("A5"),
  /** What a print shop wants beyond the trim, in mm. */
  bleed: between(0, 10, "a bleed is 0 to 10, in mm").default(3),
  /** Thickness of a leaf, in mm: 0.1 is paper of 80 g/m². */
  paper: between(0.04, 0.5, "the thickness of paper is 0.04 to 0.5, in mm").default(0.1),
  /** Whether the print shop gets the cover as a file of its own. */
  cover: z.enum(["separate", "with"]).default("separate"),
  inks: z
    .strictObject({
      /**
       * Black alone; or cyan, magenta, yellow and black, in per cent, for `colour`. More than 300 in all does not dry.
       */
      cover: z
        .unknown()
        .transform((value) => (Array.isArray(value) ? value.map(Number) : value))
        .pipe(
          z.custom<"grey" | z.infer<typeof percentages>>(
            isInk,
            "the inks of a cover are grey, or four percentages: [0, 100, 90, 30], not more than 300 in all",
          ),
        )
        .default("grey"),
    })
    .prefault({}),
});

const withNumber = line.refine(
  (text) => text.includes("#"),
  "the number stands in it as #, and the value in quotes, since # opens a comment",
);
const forms = z.strictObject({
  zero: line.optional(),
  one: line.optional(),
  two: line.optional(),
  few: line.optional(),
  many: line.optional(),
  other: withNumber,
});

/**
 * `terms:` of `publication.yaml`, the editor's own words for those that the program adds; they are named as in
 * terms/en.ts.
 */
const termsSchema = z.strictObject(
  Object.fromEntries(termNames.map((name) => [name, termSchema(name).optional()])),
) as unknown as z.ZodType<Partial<Terms>>;

/** The files of a font, in the folder fonts/ of the publication, and its licence: a line of text, or a file there. */
const fontSchema = z.strictObject({
  regular: line,
  italic: line.optional(),
  bold: line.optional(),
  "bold-italic": line.optional(),
  black: line.optional(),
  licence: line,
});

/** `fonts:` of `publication.yaml`, the type that an editor brings or chooses; all of it may be left out. */
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
  identifier: z
    .string()
    .regex(/^(urn:[a-z0-9-]+:|https?:\/\/)\S+$/i, "an identifier is a URN or a web address, for example urn:uuid:…"),
  language: languageTag,
  dir: writingDirection.optional(),
  date: day,
  publisher: line.optional(),
  rights: line.optional(),
  web: webAddress.optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "a colour is written #b3261e")
    .optional(),
  imprint: line,
  event: z
    .strictObject({
      title,
      date: day,
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time is written 14:00")
        .optional(),
      timezone: timezone.optional(),
      place: line,
      address: line.optional(),
      host: line.optional(),
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

/** The front matter of the preface, all of it optional. */
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

/** The classes that mean something in a text, `{: .signature }`, each with the elements that can have it. */
export const textClasses: Record<string, string[]> = {
  signature: ["p", "ul", "ol", "blockquote"],
  slogans: ["ul"],
};

/** The keys that a schema knows at a path. */
export function knownKeys(schema: z.ZodType, path: (string | number)[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault)
    return knownKeys(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return knownKeys(schema.element as z.ZodType, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  return path.length === 0 ? Object.keys(schema.shape) : knownKeys(schema.shape[path[0]!], path.slice(1));
}

// The overrides of direction (Unicode, UAX 9) are among them: they show letters in another order than they stand in,
// which no proof of words sees.
// oxlint-disable-next-line no-control-regex -- control characters are what is sought
export const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202d\u202e\ufffe\uffff]/;

function termSchema(name: TermName): z.ZodType {
  if ((countedTerms as readonly TermName[]).includes(name)) return forms;
  return String(terms("en")[name]).includes("#") ? withNumber : line;
}

// What is read is the text that was written: numbers come as text.
function between(least: number, most: number, sentence: string) {
  return z
    .string()
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);
}

function isInk(value: unknown): boolean {
  const { success, data = [] } = percentages.safeParse(value);
  return (
    value === "grey" ||
    (success && data.every((part) => part >= 0 && part <= 100) && data.reduce((sum, part) => sum + part, 0) <= 300)
  );
}

function inCalendar(date: string): boolean {
  const [year, month = 1, day = 1] = date.split("-").map(Number) as [number, number?, number?];
  const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return year > 0 && day > 0 && day <= ([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

function accepts(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
