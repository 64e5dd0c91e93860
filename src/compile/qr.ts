import { renderSVG } from "uqr";
import type { Event } from "../schemas.ts";

/**
 * A QR code (ISO/IEC 18004, level M) of a text, as an SVG element without a size, with a label for those who do not see
 * it.
 */
export function qrCode(text: string, label: string): string {
  const name = label.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return renderSVG(text, { ecc: "M", border: 4 }).replace("<svg ", `<svg role="img" aria-label="${name}" `);
}

/**
 * An event as iCalendar (RFC 5545): phones that read it from a QR code offer to put it in the calendar. `stamp` is a
 * day, 2020-01-11.
 */
export function calendar(event: Event, uid: string, stamp: string): string {
  const day = (date: string) => date.replaceAll("-", "");
  const start = event.time
    ? `DTSTART${event.timezone ? `;TZID=${event.timezone}` : ""}:${day(event.date)}T${event.time.replace(":", "")}00`
    : `DTSTART;VALUE=DATE:${day(event.date)}`;
  const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//pamphlet//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${day(stamp)}T000000Z`,
    start,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped([event.place, event.address].filter(Boolean).join(", "))}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.join("\r\n") + "\r\n";
}
