import { forms } from "./forms.ts";
import { date, languageTag, line, oneOrMore, title, webAddress, writingDirection, z } from "./schema-fields.ts";

// What an editor may write in the front matter of the texts, as schemas.

const authors = oneOrMore(line, "write a name, or a list of names");

/** The most characters of a few words about an author, which stand on one page; chosen by eye. */
const longestAbout = 600;

const about = line.max(longestAbout);

const passage = z.strictObject({
  from: line.describe("The first words of the passage.").meta({ examples: ["Its first words"] }),
  to: line.describe("Its last words.").meta({ examples: ["and its last."] }),
});

/** `source:` of a statement, if it is a group of keys. */
const documentSchema = z.strictObject({
  file: line
    .optional()
    .describe("The document as you received it, a file of the publication’s folder.")
    .meta({ examples: ["sources/as-received.txt"] }),
  from: line
    .optional()
    .describe("The first words of the statement, if the document has other words before it.")
    .meta({ examples: ["Its first words"] }),
  to: line
    .optional()
    .describe("The last words of the statement, if the document has other words after it.")
    .meta({ examples: ["and its last."] }),
  omit: z.array(passage).optional().describe("Passages that stand in the document and not in the statement."),
  published: line
    .optional()
    .describe("Where the statement was published before.")
    .meta({ examples: ["Leaflet"] }),
  url: webAddress
    .optional()
    .describe("The web address at which it was published.")
    .meta({ examples: ["https://www.example.org/statement"] }),
});

/** `as:`. */
export const formsSchema = oneOrMore(z.enum(forms), `write one of ${forms.join(", ")}, or a list of them`);

/** The front matter of a statement. Every key may be left out. */
export const statementSchema = z.strictObject({
  title: title
    .optional()
    .describe("The title of the statement, if it has one. Without it, it is the heading with which the text begins.")
    .meta({ examples: ["Its title"] }),
  subtitle: title
    .optional()
    .describe("A second line under the title.")
    .meta({ examples: ["What it is about"] }),
  organisation: line
    .optional()
    .describe("The organisation that says it, if one does.")
    .meta({ examples: ["The name of the group"] }),
  abbreviation: line
    .optional()
    .describe("The short form of the organisation’s name.")
    .meta({ examples: ["ABC"] }),
  author: authors
    .optional()
    .describe("The person who wrote it, or a list of those who did.")
    .meta({ examples: ["First name and surname"] }),
  about: about
    .optional()
    .describe("A few words about the author or the organisation, in Markdown, which stand after the text.")
    .meta({ examples: ["Who they are, in a sentence."] }),
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
    .array(
      z.strictObject({
        source: line.describe("The words of the source.").meta({ examples: ["Janaury"] }),
        text: z
          .string()
          .describe("The words of the statement.")
          .meta({ examples: ["January"] }),
      }),
    )
    .optional()
    .describe("Every place in which the words differ from the source, and nothing else."),
  leaflet: line
    .optional()
    .describe("A shorter version, which the leaflet edition prints in place of the statement: the name of its file.")
    .meta({ examples: ["shorter-version"] }),
  as: formsSchema
    .optional()
    .describe(
      "The forms in which the statement is printed by itself. Without it, it is a leaflet. A tri-fold and a z-fold have " +
        "six panels, a mini-zine and a quarter-fold eight small pages; all are folded from one sheet.",
    )
    .meta({ examples: [["leaflet", "mini-zine"]] }),
});

/** The front matter of the preface. Every key may be left out. */
export const prefaceSchema = z.strictObject({
  title: title
    .optional()
    .describe("The title of the preface, if it has one. Without it, it is the heading with which the preface begins.")
    .meta({ examples: ["Why we print this"] }),
  author: authors
    .optional()
    .describe("Who wrote it; or a list, if several did.")
    .meta({ examples: ["The name of the group"] }),
  about: about
    .optional()
    .describe("A few words about whoever wrote it, in Markdown, which stand after the preface.")
    .meta({ examples: ["Who they are, in a sentence."] }),
  lang: languageTag
    .optional()
    .describe("The language of the preface, if it is not that of the publication.")
    .meta({ examples: ["fa"] }),
  dir: writingDirection
    .optional()
    .describe("The writing direction. Without it, it follows from the letters of the preface.")
    .meta({ examples: ["rtl"] }),
});

export type StatementYaml = z.infer<typeof statementSchema>;
export type SourceYaml = z.infer<typeof documentSchema>;
export type Correction = NonNullable<StatementYaml["corrections"]>[number];
