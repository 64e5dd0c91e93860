import ICAL from "ical.js";
import { endOf, type Event } from "../schema-event.ts";

/**
 * Returns an event as an iCalendar file (RFC 5545). It is the same text in the web edition's file and in the QR code,
 * from which telephones offer to add the event to a calendar. `uid` is its identifier, `day` the day of the publication
 * (2020-01-11), which is its time stamp.
 */
export function writeCalendar(event: Event, uid: string, day: string): string {
  const entry = new ICAL.Component("vevent");
  entry.addPropertyWithValue("uid", uid);
  entry.addPropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${day}T00:00:00Z`));
  // Without a time the start is a day, which by itself lasts to its end. Without an end, none is invented.
  const start = event.time ? readTime(`${event.date}T${event.time}`, event) : ICAL.Time.fromDateString(event.date);
  const end = endOf(event);
  entry.addPropertyWithValue("dtstart", start);
  if (end) entry.addPropertyWithValue("dtend", readTime(end, event));
  entry.addPropertyWithValue("summary", event.title);
  entry.addPropertyWithValue("location", [event.place, event.address].filter(Boolean).join(", "));
  const file = new ICAL.Component("vcalendar");
  file.addPropertyWithValue("version", "2.0");
  file.addPropertyWithValue("prodid", "-//pamphlet//EN");
  file.addSubcomponent(entry);
  return `${file.toString()}\r\n`;
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
