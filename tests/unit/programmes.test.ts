import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/markdown/render.ts";
import { beginsWithTime, readTime } from "../../src/markdown/times.ts";

const render = (body: string) => renderHtml({ body, lang: "en", slug: "text" }).replaceAll("\n", "");

describe("a time of day", () => {
  it.each([
    ["19:00 Doors open", "19:00"],
    ["7 pm Doors open", "7 pm"],
    ["7.30 p.m. Doors open", "7.30 p.m."],
    ["19.30 Uhr Einlass", "19.30 Uhr"],
    ["20 Uhr Beginn", "20 Uhr"],
    ["14:00–15:30 A talk", "14:00–15:30"],
    ["2–4 pm A talk", "2–4 pm"],
    ["9:30 to 10:15: A talk", "9:30 to 10:15:"],
    ["19h30 Ouverture", "19h30"],
    ["19 h 30 Ouverture", "19 h 30"],
    ["۱۹:۳۰ آغاز", "۱۹:۳۰"],
    ["24:00", "24:00"],
  ])("begins “%s”", (text, time) => {
    expect(readTime(text)).toBe(time);
    expect(beginsWithTime(text)).toBe(true);
  });

  it.each([
    "1.50 kg of flour",
    "25:10 words",
    "12:60 words",
    "19:00-hour",
    "2:1 for us",
    "20 people",
    "7 pmx",
    "The 19:00",
    "",
  ])("does not begin “%s”", (text) => expect(beginsWithTime(text)).toBe(false));
});

describe("a programme", () => {
  it("is a list in which each item begins with a time, which has an element of its own, with the space after it", () => {
    expect(render("- 9:30 Doors *open*\n- **19:00** Music")).toBe(
      '<ul class="programme times-short"><li><span class="time">9:30 </span>Doors <em>open</em></li>' +
        '<li><span class="time"><strong>19:00</strong> </span>Music</li></ul>',
    );
    expect(render("- 9:00 a.m.–10:30 p.m. One\n- 11:00 p.m. Two")).toContain("times-longest");
    expect(render("- 9:30 One\n\n- 10:00–11:30 Two")).toContain(
      '<ul class="programme times-long"><li><p><span class="time">',
    );
  });

  it.each(["- 9:30 One\n- Two", "- 9:30 One", "1. 9:30 One\n2. 10:00 Two", "- 1.50 kg\n- 2.25 kg"])(
    "is not “%s”",
    (body) => expect(render(body)).not.toContain("class"),
  );

  it("may be named as one; then items need no time, and a time may look like a number", () => {
    expect(render("- 19.30 One\n- Two\n{: .programme }")).toBe(
      '<ul class="programme times-short"><li><span class="time">19.30 </span>One</li><li>Two</li></ul>',
    );
  });

  it("may stand in an item of another list", () => {
    expect(render("- Saturday\n  - 9:30 One\n  - 10:00 Two\n- Sunday")).toContain('<li>Saturday<ul class="programme');
  });
});
