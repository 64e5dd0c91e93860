import { line, webAddress, z } from "./schema-fields.ts";

// Where a statement comes from, as schemas.

const passage = z.strictObject({
  from: line.describe("The first words of the passage.").meta({ examples: ["Its first words"] }),
  to: line.describe("Its last words.").meta({ examples: ["and its last."] }),
});

/** `source:` of a statement, if it is a group of keys. */
export const documentSchema = z.strictObject({
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

/** A place in which the words of a statement differ from those of its source. */
export const correctionSchema = z.strictObject({
  source: line.describe("The words of the source.").meta({ examples: ["Janaury"] }),
  text: z
    .string()
    .describe("The words of the statement.")
    .meta({ examples: ["January"] }),
});
