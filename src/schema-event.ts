import { day, end, line, timeOfDay, timezone, title, z } from "./schema-fields.ts";

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
      .describe(
        "When it ends; with the day, if that is another one. Only the calendar file and search engines are told it.",
      )
      .meta({ examples: ["16:00"] }),
    timezone: timezone
      .optional()
      .describe("The time zone of the place, as the names of the IANA have it.")
      .meta({ examples: ["Europe/London"] }),
    place: line.describe("The name of the place.").meta({ examples: ["The name of the hall"] }),
    address: line
      .optional()
      .describe("Its address.")
      .meta({ examples: ["Street and number, town"] }),
    host: line
      .optional()
      .describe("Who invites.")
      .meta({ examples: ["The name of the group"] }),
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

/** Returns the local time at which an event ends, 2020-01-11T21:00; nothing where it is not known. */
export function endOf({ date, ends }: { date: string; ends?: string | undefined }): string | undefined {
  if (ends === undefined) return undefined;
  return ends.includes(" ") ? ends.replace(" ", "T") : `${date}T${ends}`;
}

// Local times in ISO 8601 are in order as texts too.
function isAfterStart(event: { date: string; time?: string | undefined; ends?: string | undefined }): boolean {
  return endOf(event)! > `${event.date}T${event.time}`;
}
