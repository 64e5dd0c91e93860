import { describe, expect, it } from "vitest";
import { writeCalendar } from "../../src/compile/calendar.ts";
import { type Event } from "../../src/schema-event.ts";
import { publicationSchema } from "../../src/schemas.ts";

const event = { title: "A meeting", date: "2021-07-02", place: "Hall" };
const lines = (given: Partial<Event>) =>
  writeCalendar({ event: [{ ...event, ...given }], identifier: "urn:uuid:0", date: "2021-05-01" }, 0).split("\r\n");

describe("the calendar entry of an event (RFC 5545)", () => {
  it("has what every calendar needs, and nothing that changes from build to build", () =>
    expect(lines({})).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//pamphlet//EN",
      "BEGIN:VEVENT",
      "UID:urn:uuid:0",
      "DTSTAMP:20210501T000000Z",
      "DTSTART;VALUE=DATE:20210702",
      "SUMMARY:A meeting",
      "LOCATION:Hall",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]));

  it.each([
    ["in summer", "2021-07-02", "14:00", "Europe/London", "20210702T130000Z"],
    ["in winter", "2021-01-02", "14:00", "Europe/London", "20210102T140000Z"],
    ["on another day in UTC", "2021-01-01", "02:00", "Asia/Tehran", "20201231T223000Z"],
    ["by rules that no longer hold", "2021-07-02", "14:00", "Asia/Tehran", "20210702T093000Z"],
    ["after the clocks have gone forward", "2021-03-28", "03:30", "Europe/Berlin", "20210328T013000Z"],
    ["before the clocks go forward", "2021-03-14", "01:30", "America/New_York", "20210314T063000Z"],
    ["after the clocks have gone back", "2021-10-31", "03:30", "Europe/Berlin", "20211031T023000Z"],
    ["in a zone written in small letters", "2021-07-02", "14:00", "europe/london", "20210702T130000Z"],
  ])("gives the time of a known zone in UTC: %s", (_, date, time, timezone, start) =>
    expect(lines({ date, time, timezone })).toContain(`DTSTART:${start}`),
  );

  it.each([
    ["on the same day", { time: "14:00", ends: "16:30" }, "DTEND:20210702T163000"],
    ["on another day", { time: "22:00", ends: "2021-07-03 02:00" }, "DTEND:20210703T020000"],
    ["in UTC", { time: "14:00", ends: "16:30", timezone: "Europe/London" }, "DTEND:20210702T153000Z"],
    [
      "after the clocks have gone back",
      { date: "2021-10-30", time: "22:00", ends: "2021-10-31 04:00", timezone: "Europe/Berlin" },
      "DTEND:20211031T030000Z",
    ],
  ])("gives the end: %s", (_, given, end) => expect(lines(given)).toContain(end));

  it("does not invent an end", () => expect(lines({ time: "14:00" }).join("\n")).not.toMatch(/DTEND|DURATION/));

  it.each([
    [{ time: "14:00", ends: "16:30" }, true],
    [{ time: "22:00", ends: "2021-07-03 02:00" }, true],
    [{ time: "14:00", ends: "13:59" }, false],
    [{ time: "14:00", ends: "14:00" }, false],
    [{ time: "14:00", ends: "2021-07-01 16:00" }, false],
    [{ time: "14:00", ends: "2021-02-30 16:00" }, false],
    [{ time: "14:00", ends: "half past four" }, false],
    [{ ends: "16:30" }, false],
  ])("accepts an end after the start alone: %o is %o", (given, isAccepted) =>
    expect(publicationSchema.shape.event.safeParse({ ...event, ...given }).success).toBe(isAccepted),
  );

  it("gives the time without a zone as it is", () =>
    expect(lines({ time: "14:00" })).toContain("DTSTART:20210702T140000"));

  it("escapes text and folds lines of more than 75 octets", () => {
    const folded = lines({ title: `A; b, c\\ ${"é".repeat(80)}`, place: "Hall", address: "1 Street" });
    expect(folded.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(folded.join("\r\n").replaceAll("\r\n ", "").split("\r\n")).toEqual(
      expect.arrayContaining([`SUMMARY:A\\; b\\, c\\\\ ${"é".repeat(80)}`, "LOCATION:Hall\\, 1 Street"]),
    );
  });
});
