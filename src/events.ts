import { commaOf, formatDay, formatTime, formatTimes } from "./locale-format.ts";
import type { Publication } from "./publication.ts";
import { endOf, type Event } from "./schema-event.ts";
import { termsOf } from "./terms/index.ts";

// What the events of a publication are called, and when they take place.

/** Returns the program's word for the events of a publication: that for one, or that for several. */
export function nameEvents(publication: Publication): string {
  const { meeting, meetings } = termsOf(publication);
  return (publication.event?.length ?? 0) > 1 ? meetings : meeting;
}

/** Returns when an event takes place, as its language writes it: Saturday, 11 January 2020, 14:00–16:00. */
export function formatEventTime(event: Pick<Event, "date" | "time" | "ends">, language: string): string {
  return listEventTimes(event, language).join("");
}

/** Returns the parts of when an event takes place, which are whole on a line if there is room: its days and its times. */
export function listEventTimes(event: Pick<Event, "date" | "time" | "ends">, language: string): string[] {
  const { date, time } = event;
  const [endDate, endTime] = endOf(event)?.split("T") ?? [];
  const listMoment = (day: string, hour: string) => [`${formatDay(day, language)}${commaOf(language)}`, hour];
  if (time === undefined) return [formatDay(date, language)];
  if (endDate === undefined || endTime === undefined) return listMoment(date, formatTime(time, language));
  if (endDate === date) return listMoment(date, formatTimes(time, endTime, language));
  return [
    ...listMoment(date, `${formatTime(time, language)} – `),
    ...listMoment(endDate, formatTime(endTime, language)),
  ];
}
