import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/markdown/render.ts";
import { renderLine } from "../../src/markdown/typography.ts";
import { normalizeWord, splitWords } from "../../src/words.ts";

// A no-break space shows as ~, a narrow one as _.
const shown = (html: string) => html.replaceAll("\u00a0", "~").replaceAll("\u202f", "_").replaceAll("\u2212", "MINUS");
const render = (body: string, lang: string) => shown(renderHtml({ body, lang, slug: "text" }).trim());

describe("the spaces of a text", () => {
  it.each([
    ["en", "Fixture – it goes on", "<p>Fixture~– it goes on</p>"],
    ["en", "Fixture - it goes - on", "<p>Fixture~– it goes~– on</p>"],
    ["en", "Fixture *words* – more", "<p>Fixture <em>words</em>~– more</p>"],
    ["en", "2019–2020 and well-known", "<p>2019–2020 and well-known</p>"],
    ["es", "– Palabras – dijo", "<p>–~Palabras~– dijo</p>"],
    ["fr", "Mots – une incise – et mots", "<p>Mots –~une incise~– et mots</p>"],
    ["fr", "Mots – et mots. Mots – fin", "<p>Mots~– et mots. Mots~– fin</p>"],
    ["fr", "Quoi ? Non ! « Mots » : oui ; voir", "<p>Quoi_? Non_! «_Mots_»_: oui_; voir</p>"],
    ["en", "What ? [Quoi ?]{: lang=fr }", '<p>What ? <span lang="fr" dir="ltr">Quoi_?</span></p>'],
    ["hi", "शब्द ।", "<p>शब्द~।</p>"],
    ["en", "`a – b`", "<p><code>a – b</code></p>"],
  ])("in %s: %s", (language, body, expected) => {
    expect(render(body, language)).toBe(expected);
  });

  it("are those of titles and names too", () => {
    expect(shown(renderLine("Que faire ?", "fr"))).toBe("Que faire_?");
  });
});

describe("a hyphen", () => {
  it.each([
    ["at -5 degrees and (-3 %)", "at MINUS5 degrees and (MINUS3 %)"],
    ["-12,5", "MINUS12,5"],
    ["from 10 -12, tel. 0123 -456", "from 10 -12, tel. 0123 -456"],
    ["Kriegs- und -folgen, 10- und -12jährig", "Kriegs- und -folgen, 10- und -12jährig"],
    ["**A**-5", "<strong>A</strong>-5"],
    ["COVID-19 and 3-4 and `-5`", "COVID-19 and 3-4 and <code>-5</code>"],
  ])("is a minus before a number by itself: %s", (body, expected) => {
    expect(render(body, "en")).toBe(`<p>${expected}</p>`);
  });

  it("is the same word as a minus", () => {
    expect(normalizeWord("\u22125")).toBe("-5");
    expect(splitWords("a\u00a0– b").map(({ key }) => key)).toEqual(["a", "-", "b"]);
  });
});
