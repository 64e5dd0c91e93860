import { z } from "zod";

// The values that an editor may write for one key, as schemas. This is the only file that imports zod.
//
// The sentence of an error is the hint that an editor reads; load/validate.ts adds the capital and the full stop.

export { z };

/** The most characters of a title; chosen by eye. */
const longestTitle = 200;

/**
 * Characters that no text may have: control characters and U+FFFE and U+FFFF, which XML, and so the EPUB, cannot
 * contain; and the overrides of direction (Unicode, UAX 9). An override shows letters in another order than the file has
 * them, so the proof of the words would not see what a reader sees.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what is searched for
export const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202d\u202e\ufffe\uffff]/;

// Halves of surrogate pairs (text that is not well-formed) are not in XML either.
export const line = z
  .string()
  .trim()
  .min(1)
  .refine(
    (text) => text.isWellFormed() && !unprintable.test(text),
    "take out the control characters and the overrides of direction",
  );

export const title = line.max(longestTitle);

export const webAddress = z.url({
  protocol: /^https?$/,
  error: "write a web address in full: https://www.example.org",
});

/**
 * One value, which may be written without a list, or a list of values, at most `most` of them if that is given. What is
 * read is a list.
 */
export function oneOrMore<Item extends z.ZodType>(item: Item, error: string, most?: number) {
  const list = z.array(item).min(1);
  return z
    .union([item, most === undefined ? list : list.max(most, error)], error)
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[]);
}

/** A date as precisely as it is known. */
export const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "write a date as 2020, 2020-01 or 2020-01-11", abort: true })
  .refine(isInCalendar, { params: { code: "date-impossible" } });

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "write a day as 2020-01-11", abort: true })
  .refine(isInCalendar, { params: { code: "date-impossible" } });

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write a time as 14:00");

/** A time, with its day if that is not the day of the start. */
export const end = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2} )?([01]\d|2[0-3]):[0-5]\d$/, {
    error: "write an end as 21:00, or on another day as 2020-01-12 02:00",
    abort: true,
  })
  .refine((text) => !text.includes(" ") || isInCalendar(text.split(" ")[0]!), { params: { code: "date-impossible" } });

export const timezone = line.refine(
  (zone) => isAccepted(() => Intl.DateTimeFormat("en", { timeZone: zone })),
  "write a time zone as Europe/London",
);

/** A tag of BCP 47. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "write a language as en, en-GB or fa", abort: true })
  .refine((tag) => isAccepted(() => Intl.getCanonicalLocales(tag)), "write a language as en, en-GB or fa");

export const writingDirection = z.enum(["ltr", "rtl"]);

/** The name of a text in addresses and file names. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, "use at most 60 small letters, digits and hyphens, a letter first");

export const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "write a colour as #b3261e");

export const identifier = z
  .string()
  .regex(
    /^(urn:[a-z0-9-]+:|https?:\/\/)\S+$/i,
    "write a URN or a web address, or leave the key out: the program makes one",
  );

/** A number with bounds. The YAML is read as text, so that the value of each key is what was written. */
export function between(least: number, most: number, sentence: string) {
  return z
    .string()
    .transform(toNumber)
    .refine((value) => value >= least && value <= most, sentence)
    .meta({ type: ["number", "string"], minimum: least, maximum: most });
}

/** Returns the number that a value of the YAML has; NaN for an empty value, which JavaScript would take for 0. */
export function toNumber(value: unknown): number {
  return String(value).trim() === "" ? Number.NaN : Number(value);
}

function isInCalendar(date: string): boolean {
  const [year, month = 1, day = 1] = date.split("-").map(Number) as [number, number?, number?];
  const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return year > 0 && day > 0 && day <= ([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

// Intl throws a RangeError for a tag or a time zone that it does not know.
function isAccepted(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
