import { describe, expect, it } from "vitest";
import { forPrint } from "../../src/compile/for-print.ts";
import { renderHtml } from "../../src/markdown/render.ts";

const typeset = (body: string, lang: string) =>
  forPrint(renderHtml({ body, lang, slug: "text" }), { lang }, { hyphens: true })
    .replaceAll("\u00ad", "·")
    .replaceAll("\u202f", "_")
    .replaceAll("\u00a0", "~")
    .replace(/<\/?p>|\n/g, "");

describe("a text has the quotes, spaces and hyphens of its language", () => {
  it("German", () =>
    expect(typeset(`die "gesellschaftliche" und 'einzelne' Freiheit am 3. Mai`, "de")).toBe(
      "die „gesell·schaft·li·che“ und ‚ein·zelne‘ Frei·heit am 3.~Mai",
    ));
  it("French", () =>
    expect(typeset(`des "guillemets" : impossible ! « oui »`, "fr")).toBe(
      "des «_guille·mets_»_: impos·sible_! «_oui_»",
    ));
  it.each([
    ["ru", "Собрание 11 января в городе", "11~января"],
    ["el", "Στις 11 Ιανουαρίου εδώ", "11~Ιανουαρίου"],
    ["fa", "جلسه ۱۱ ژانویه است", "۱۱~ژانویه"],
    ["en", "On 11 January and on January 11 here", "11~January and on January~11"],
  ])("%s, with day and month on one line", (lang, body, bound) => {
    expect(typeset(body, lang).replaceAll("·", "")).toContain(bound);
  });
  it("Turkish", () =>
    expect(typeset(`"tırnak" ve 'tek' dayanışma 3 Mayıs`, "tr")).toBe("“tırnak” ve ‘tek’ daya·nışma 3~Mayıs"));
  it("Persian, without hyphens", () => expect(typeset(`"نقل" بزرگ‌ترین‌هایشان`, "fa")).toBe("«نقل» بزرگ‌ترین‌هایشان"));
});

describe("direction", () => {
  it("follows the language of a passage", () => {
    expect(renderHtml({ body: "A [متن]{: lang=fa } here.", lang: "en", slug: "text" })).toContain(
      '<span lang="fa" dir="rtl">متن</span>',
    );
    expect(renderHtml({ body: "پاراگراف\n{: lang=fa }", lang: "en", slug: "text" })).toContain(
      '<p lang="fa" dir="rtl">',
    );
    expect(renderHtml({ body: "[word]{: lang=en }", lang: "fa", slug: "text" })).toContain(
      '<span lang="en" dir="ltr">',
    );
  });

  it("is the writer's where one is given", () => {
    expect(renderHtml({ body: "[x]{: lang=fa dir=ltr }", lang: "en", slug: "text" })).toContain(
      '<span lang="fa" dir="ltr">',
    );
  });

  it("goes with a note to the foot of the page", () => {
    const text = renderHtml({ body: "متن[^1]\n\n[^1]: یادداشت", lang: "fa", slug: "text" });
    expect(forPrint(text, { lang: "fa", dir: "rtl" }, { notesAtFoot: true })).toContain(
      '<span class="footnote" data-ref="fn-text-1" lang="fa" dir="rtl">',
    );
  });
});
