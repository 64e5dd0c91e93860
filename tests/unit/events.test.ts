import { describe, expect, it } from "vitest";
import { formatEventTime, listEventTimes } from "../../src/events.ts";
import { publicationSchema } from "../../src/schemas.ts";
import { compilePages } from "../support/web.ts";
import { publicationOf } from "../support/publication.ts";
import { verifyEvents } from "../../src/verify/events.ts";

const event = { title: "A meeting", date: "2021-05-02", time: "19:30", place: "Hall" };

describe("the time of an event", () => {
  it.each([
    ["en-GB", { date: "2021-05-02" }, "Sunday, 2 May 2021"],
    ["en-GB", { date: "2021-05-02", time: "19:30" }, "Sunday, 2 May 2021, 19:30"],
    ["en-GB", { date: "2021-05-02", time: "19:30", ends: "21:00" }, "Sunday, 2 May 2021, 19:30–21:00"],
    ["de", { date: "2021-05-02", time: "19:30", ends: "21:00" }, "Sonntag, 2. Mai 2021, 19:30–21:00 Uhr"],
    ["fa", { date: "2021-05-02", time: "19:30", ends: "21:00" }, "یکشنبه ۲ مهٔ ۲۰۲۱، ۱۹:۳۰ تا ۲۱:۰۰"],
    ["az-Arab", { date: "2021-05-02", time: "19:30", ends: "21:00" }, "۲۰۲۱-۰۵-۰۲، ۱۹:۳۰–۲۱:۰۰"],
    [
      "en-GB",
      { date: "2021-05-02", time: "22:00", ends: "2021-05-03 02:00" },
      "Sunday, 2 May 2021, 22:00 – Monday, 3 May 2021, 2:00",
    ],
  ])("is written in %s with its end, if that is known: %o", (language, given, expected) => {
    expect(formatEventTime(given, language)).toBe(expected);
  });

  it("has parts that are whole on a line: its days and its times", () => {
    const given = { date: "2021-05-02", time: "22:00", ends: "2021-05-03 02:00" };
    expect(listEventTimes(given, "en-GB")).toEqual([
      "Sunday, 2 May 2021, ",
      "22:00 – ",
      "Monday, 3 May 2021, ",
      "2:00",
    ]);
    expect(listEventTimes({ date: "2021-05-02" }, "en-GB")).toEqual(["Sunday, 2 May 2021"]);
  });
});

describe("several events", () => {
  const other = { ...event, title: "Another meeting", link: "https://www.example.org/more" };

  it("are a list of up to four; one is written without a list", () => {
    const parse = (value: unknown) => publicationSchema.shape.event.safeParse(value);
    expect(parse(event).data).toEqual([event]);
    expect(parse([event, other]).data).toEqual([event, other]);
    expect(parse([event, event, event, event]).success).toBe(true);
    expect(parse([event, event, event, event, event]).success).toBe(false);
    expect(parse([]).success).toBe(false);
  });

  it("have each their calendar file, and an identifier of their own there", async () => {
    const pages = await compilePages(publicationOf([{}], { event: [event, other], editions: ["web"] }));
    const [first, second] = ["event-1.ics", "event-2.ics"].map((name) => pages.get(name)!);
    expect(first).toContain("SUMMARY:A meeting");
    expect(second).toContain("SUMMARY:Another meeting");
    expect(second).toContain("URL:https://www.example.org/more");
    expect(/UID:.*/.exec(first!)![0]).not.toBe(/UID:.*/.exec(second!)![0]);
    const index = pages.get("index.html")!;
    expect(index).toContain('<a href="event-2.ics">');
    expect(index).toContain('<a href="https://www.example.org/more">example.org/more</a>');
    expect(index).toContain("Meetings</h2>");
  });

  it("are looked for one by one", () => {
    const publication = publicationOf([], { event: [event, other] });
    const found = "A meeting Sunday, 2 May 2021, 19:30 Hall Another meeting";
    expect(verifyEvents(publication, found, "a.pdf").map(({ message }) => message)).toEqual([
      "The link “example.org/more” of an event is missing from a.pdf.",
    ]);
  });
});
