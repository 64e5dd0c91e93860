import type { Place } from "./problem.ts";
import { line, z } from "./schema-fields.ts";
import { checkDigitOfEan, checkDigitOfIssn, digitsIn } from "./standard-number.ts";

// `cover:` in publication.yaml, as a schema.

/** The typographic covers, named for what they look like. */
export const coverTemplates = ["block", "frame", "rule", "names"] as const;

const file = line.describe("An image in images/.").meta({ examples: ["images/square.jpg"] });

const alt = line
  .describe("What it shows, for those who cannot see it.")
  .meta({ examples: ["A crowd in a square, seen from above"] });

/** `cover:`. */
export const coverSchema = z.strictObject({
  template: z
    .enum(coverTemplates)
    .optional()
    .describe(
      "How the cover is set: block has the title in a block of colour, frame inside a frame, rule large under a heavy " +
        "rule, and names has the names of those who speak as a field below it. Without it, the cover is block if " +
        "there is a “colour”, otherwise rule, which needs little ink.",
    )
    .meta({ examples: ["frame"] }),
  picture: z
    .strictObject({
      file,
      alt,
      place: z
        .enum(["above", "below", "behind"])
        .default("above")
        .describe(
          "Where it stands: above the title or below it, whole; or behind it, over the whole page, cut where the page " +
            "ends. Large print has it above the title in any case.",
        ),
    })
    .optional()
    .describe(
      "A picture on the cover. A print shop prints it in black ink, unless `print: inks: cover:` has four inks.",
    ),
  logo: z
    .strictObject({
      file,
      alt,
      place: z
        .enum(["top", "foot", "back"])
        .default("foot")
        .describe("Where it stands: at the top of the cover, at its foot, or at the foot of the back cover."),
    })
    .optional()
    .describe("The sign of a group."),
  event: z
    .enum(["back", "front"])
    .default("back")
    .describe("Where the event stands: on the back cover alone, or on the front as well."),
  price: line
    .max(60)
    .optional()
    .describe("The price, which stands on the back cover.")
    .meta({ examples: ["Two pounds, or what you can give"] }),
  isbn: z
    .string()
    .superRefine((number, context) => addFault(context, findIsbnFault(number)))
    .optional()
    .describe(
      "The ISBN of the printed pamphlet, of 13 digits. It is printed in the imprint, and with a bar code on the back cover.",
    )
    .meta({ examples: ["978-3-16-148410-0"] }),
  issn: z
    .string()
    .superRefine((number, context) => addFault(context, findIssnFault(number)))
    .optional()
    .describe(
      "The ISSN of a series or a periodical, printed in the same way. Of both numbers, the ISBN has the bar code.",
    )
    .meta({ examples: ["2049-3630"] }),
});

export type Cover = z.infer<typeof coverSchema>;

/** An image that publication.yaml puts on the cover, and the place that names it there. */
export interface CoverImage {
  name: string;
  place: Place;
  kind: "picture" | "logo";
  /** Whether it fills the page, behind the words. */
  isBehind: boolean;
}

function addFault(context: z.RefinementCtx, message: string | undefined): void {
  if (message !== undefined) context.addIssue({ code: "custom", message });
}

function findIsbnFault(number: string): string | undefined {
  const digits = digitsIn(number);
  if (!/^97[89]\d{10}$/.test(digits))
    return "write an ISBN of 13 digits, which begins with 978 or 979: 978-3-16-148410-0";
  return findWrongCheckDigit(digits, checkDigitOfEan(digits));
}

function findIssnFault(number: string): string | undefined {
  const digits = digitsIn(number);
  if (!/^\d{7}[\dX]$/.test(digits)) return "write an ISSN of 8 digits, the last of which may be an X: 2049-3630";
  return findWrongCheckDigit(digits, checkDigitOfIssn(digits));
}

function findWrongCheckDigit(digits: string, check: string): string | undefined {
  if (digits.at(-1) === check) return undefined;
  return `look at every digit: after ${digits.slice(0, -1)} the last one must be ${check}, not ${digits.at(-1)}`;
}
