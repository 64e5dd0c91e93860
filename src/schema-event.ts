import { formsSchema } from "./schema-texts.ts";
import { day, end, timeOfDay, timezone, title, webAddress, z } from "./schema-fields.ts";

// An event in publication.yaml, as a schema.

/** `event:`. */
export const eventSchema = z
  .strictObject({
    title: title.describe("What the event is called.").meta({ examples: ["Public meeting"] }),
    date: day.describe("The day of the event.").meta({ examples: ["2020-01-11"] }),
    time: timeOfDay
      .optional()
      .describe("When it begins, at the place of the event.")
      .meta({ examples: ["14:00"] }),
    ends: end
      .optional()
      .describe("When it ends; with the day, if that is another one.")
      .meta({ examples: ["16:00"] }),
    timezone: timezone
      .optional()
      .describe("The time zone of the place, as the names of the IANA have it.")
      .meta({ examples: ["Europe/London"] }),
    place: title.describe("The name of the place.").meta({ examples: ["The name of the hall"] }),
    address: title
      .optional()
      .describe("Its address.")
      .meta({ examples: ["Street and number, town"] }),
    host: title
      .optional()
      .describe("Who invites.")
      .meta({ examples: ["The name of the group"] }),
    link: webAddress
      .optional()
      .describe("A web address with more about the event.")
      .meta({ examples: ["https://www.example.org/meeting"] }),
    as: formsSchema
      .optional()
      .describe(
        "The forms in which the event is announced by itself. Without it, it is announced in no file of its own.",
      )
      .meta({ examples: [["poster", "leaflet"]] }),
  })
  .refine(({ time, ends }) => ends === undefined || time !== undefined, {
    path: ["ends"],
    error: "write when the event begins as well, as time: 14:00",
  })
  .refine((event) => event.ends === undefined || event.time === undefined || isAfterStart(event), {
    path: ["ends"],
    error: "an end comes after the start; if it is on another day, write that day as well: 2020-01-12 02:00",
  });

export type Event = z.infer<typeof eventSchema>;

/** The most events of a publication: so many fit on a back cover, each with a QR code. */
export const mostEvents = 4;

/** Returns the local time at which an event ends, 2020-01-11T21:00; nothing where it is not known. */
export function endOf({ date, ends }: { date: string; ends?: string | undefined }): string | undefined {
  if (ends === undefined) return undefined;
  return ends.includes(" ") ? ends.replace(" ", "T") : `${date}T${ends}`;
}

// Local times in ISO 8601 are in order as texts too.
function isAfterStart(event: { date: string; time?: string | undefined; ends?: string | undefined }): boolean {
  return endOf(event)! > `${event.date}T${event.time}`;
}
