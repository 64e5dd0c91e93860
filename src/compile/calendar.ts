import ICAL from "ical.js";
import type { Publication } from "../publication.ts";
import { endOf, type Event } from "../schema-event.ts";
import { partId } from "../web/part-id.ts";

/**
 * Returns one of the publication's events as an iCalendar file (RFC 5545); `index` counts from 0. It is the same text in
 * the web edition's file and in the QR code, from which telephones offer to add the event to a calendar. Its time stamp
 * is the day of the publication. Its identifier depends on its place among the events, so that a change of its date
 * changes the entry in a calendar.
 */
export function writeCalendar(
  { event: events = [], identifier, date }: Pick<Publication, "event" | "identifier" | "date">,
  index: number,
): string {
  const event = events[index]!;
  const entry = new ICAL.Component("vevent");
  entry.addPropertyWithValue("uid", index === 0 ? identifier : partId(`event-${index + 1}`, identifier));
  entry.addPropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${date}T00:00:00Z`));
  // Without a time the start is a day, which by itself lasts to its end. Without an end, none is invented.
  const start = event.time ? readTime(`${event.date}T${event.time}`, event) : ICAL.Time.fromDateString(event.date);
  const end = endOf(event);
  entry.addPropertyWithValue("dtstart", start);
  if (end) entry.addPropertyWithValue("dtend", readTime(end, event));
  entry.addPropertyWithValue("summary", event.title);
  entry.addPropertyWithValue("location", [event.place, event.address].filter(Boolean).join(", "));
  if (event.link) entry.addPropertyWithValue("url", event.link);
  const file = new ICAL.Component("vcalendar");
  file.addPropertyWithValue("version", "2.0");
  file.addPropertyWithValue("prodid", "-//pamphlet//EN");
  file.addSubcomponent(entry);
  return `${file.toString()}\r\n`;
}

/** Returns the name of the calendar file of an event; `index` counts from 0. */
export function calendarFile({ event: events = [] }: Pick<Publication, "event">, index: number): string {
  return events.length === 1 ? "event.ics" : `event-${index + 1}.ics`;
}

// Returns a time of the event, 2020-01-11T14:00, in UTC if the time zone is known: the file of a local time must define
// its zone (RFC 5545, 3.2.19), for which a QR code has no room. Without a time zone it is the same hour everywhere.
function readTime(minute: string, { timezone }: Event): ICAL.Time {
  const local = `${minute}:00`;
  if (!timezone) return ICAL.Time.fromDateTimeString(local);
  return ICAL.Time.fromJSDate(instantOf(local, timezone), true);
}

// Returns the instant of a local time. The offset from UTC depends on the instant, so a first guess takes the offset at
// the same time in UTC. That may be the wrong side of a change of the clocks; the offset at the guess is right.
function instantOf(local: string, timezone: string): Date {
  const guess = new Date(`${local}${offsetAt(new Date(`${local}Z`), timezone)}`);
  return new Date(`${local}${offsetAt(guess, timezone)}`);
}

// Returns the offset of a time zone at an instant as ISO 8601 writes it: “+01:00”.
function offsetAt(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")!.value.replace("GMT", "") || "Z";
}
