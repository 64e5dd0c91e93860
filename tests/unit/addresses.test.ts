import { describe, expect, it } from "vitest";
import { createAddressPrinter, showsAddress } from "../../src/addresses.ts";
import { forPrint } from "../../src/compile/for-print.ts";
import { textOf } from "../../src/html/text.ts";
import { readPrintedStrands } from "../../src/markdown/strands.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import type { Publication } from "../../src/publication.ts";
import { normalizeWord, splitWords } from "../../src/words.ts";
import { statementOf } from "../support/publication.ts";

type Style = Publication["print"]["links"];
const printOf = (links: Style, short: Record<string, string> = {}) => ({ acronyms: "capitals" as const, links, short });

function print(body: string, links: Style, { notesAtFoot = true, lang = "en", short = {} } = {}): string {
  const text = statementOf({ body, lang });
  return forPrint(renderHtml(text), text, { notesAtFoot, hyphens: true, print: printOf(links, short) });
}

// The words as they stand, without spaces and breaks.
const shown = (html: string) =>
  textOf(`<div id="all">${html}</div>`, "#all")
    .replace(/[\u00ad\u202f]/g, "")
    .replace(/\[([a-z]+)\]/g, "^$1")
    .replace(/\s+/g, " ")
    .trim();

describe("the address of a link in print", () => {
  const body = "See [the report](https://www.example.org/report).\n";

  it("is in a note, beside the words, in a list, or nowhere", () => {
    expect(shown(print(body, "notes"))).toBe("See the report ^a ^a example.org/report.");
    expect(shown(print(body, "beside"))).toBe("See the report (example.org/report).");
    expect(shown(print(body, "list"))).toBe("See the report ^a . ^a example.org/report");
    expect(shown(print(body, "notes", { notesAtFoot: false }))).toBe("See the report ^a . ^a example.org/report");
    expect(shown(print(body, "none"))).toBe("See the report.");
  });

  it("is not added to words that say it", () => {
    for (const words of ["<https://www.example.org/a>", "[example.org/a](https://example.org/a/)"])
      expect(shown(print(words, "beside"))).toMatch(/^(?:https:\/\/www\.)?example\.org\/a$/);
    expect(showsAddress("Write to name@example.org!", "mailto:name@example.org")).toBe(true);
    expect(showsAddress("the office, 020 7946 0123", "tel:+442079460123")).toBe(true);
    expect(showsAddress("müller.example", "https://xn--mller-kva.example/")).toBe(true);
    expect(showsAddress("a page of example.org", "https://example.org/page")).toBe(false);
  });

  it("is printed once; a later link has the mark of the first", () => {
    const twice =
      "[One](https://example.org/a) and [two](https://example.org/b), [again](https://www.example.org/a/) so.\n";
    expect(shown(print(twice, "list"))).toMatch(
      /^One ?\^a and two ?\^b , again ?\^a so\. \^a example\.org\/a \^b example\.org\/b$/,
    );
    expect(shown(print(twice, "beside"))).toBe("One (example.org/a) and two (example.org/b), again so.");
  });

  it("stands beside a link in a note, around an image, and among links alone", () => {
    expect(shown(print("Words.[^1]\n\n[^1]: A [note](https://example.org/n).\n", "notes"))).toContain(
      "note (example.org/n).",
    );
    expect(shown(print("[![A picture](a.png)](https://example.org/i)\n", "notes"))).toBe("example.org/i");
    expect(shown(print("- [One](https://example.org/1)\n- [Two](https://example.org/2)\n", "notes"))).toBe(
      "One (example.org/1) Two (example.org/2)",
    );
  });

  it("is the short one that the editor gives, and the link leads to the long one", () => {
    const html = print("[Words](https://www.example.org/long/address?a=1)\n", "beside", {
      short: { "https://www.example.org/long/address?a=1": "example.org/s" },
    });
    expect(shown(html)).toBe("Words (example.org/s)");
    expect(html).toContain('<a class="address" href="https://www.example.org/long/address?a=1" dir="ltr">');
  });

  it("has letters that a reader knows as themselves, and others as they are encoded", () => {
    const printed = (address: string, lang: string) =>
      createAddressPrinter({ lang }, printOf("beside"))({ address, words: "words", isApart: false });
    expect(printed("https://xn--mller-kva.example/stra%C3%9Fe", "de")).toMatchObject({
      beside: "müller.example/straße",
    });
    expect(printed("https://example.org/%D8%AA", "fa")).toMatchObject({ beside: "example.org/ت" });
    expect(printed("https://example.org/%D8%AA%20b", "en")).toMatchObject({ beside: "example.org/%D8%AA%20b" });
    expect(printed("https://example.org/Foo_(bar)_%5Bbaz%5D", "en")).toMatchObject({
      beside: "example.org/Foo_(bar)_[baz]",
    });
    expect(printed("mailto:a@example.org?subject=b", "en")).toMatchObject({ beside: "a@example.org" });
    expect(printed("tel:+44207", "en")).toMatchObject({ beside: "+44207" });
  });

  it("ends a line only where no sign is added, and never after its own hyphen", () => {
    expect(print("<https://www.example.org/a-b/c.html>\n", "none")).toContain(
      'https://<wbr />www.example.org/<wbr />a<wbr /><span class="unbroken">-b</span>/<wbr />c<wbr />.html',
    );
    expect(print(`[x](https://example.org/${"extraordinary".repeat(30)})\n`, "beside")).not.toContain("\u00ad");
  });

  it.each<Style>(["notes", "beside", "list", "none"])("is what the proof expects: %s", (links) => {
    const text = statementOf({
      body: [
        "# A [heading](https://example.org/h)",
        "[A](https://example.org/a)s, “[b](https://example.org/b)”[^1] and [a](https://example.org/a), <https://example.org/c>.",
        "| [cell](https://example.org/d) | more |\n| --- | --- |\n| [a](https://example.org/a) | [mail](mailto:a@example.org) |",
        "- [One](https://example.org/1)\n- Two: <two@example.org>",
        "[^1]: In a [note](https://example.org/n), and [again](https://example.org/n).",
      ].join("\n\n"),
    });
    const html = forPrint(renderHtml(text), text, { print: printOf(links) });
    const { body, notes, addresses } = readPrintedStrands(text, createAddressPrinter(text, printOf(links)));
    const join = (words: string[]) => words.map(normalizeWord).join("").replace(/[[\]]/g, "");
    const found = splitWords(textOf(`<div id="all">${html}</div>`, "#all")).map(({ text }) => text);
    const expected = [...body, ...notes.flat(), ...addresses].map(({ text }) => text);
    expect(join(found)).toBe(join(expected));
    expect(addresses.length > 0).toBe(links === "notes" || links === "list");
  });
});

describe("a list of addresses", () => {
  it.each([
    ["- [One](https://example.org/1)\n- [Two](https://example.org/2)", true],
    ["- Press: press@example.org\n- Telephone: 020 7946 0123\n- The office: +44 20 7946 0123", true],
    ["- www.example.org\n- <https://example.org/a>", true],
    ["- [One](https://example.org/1) is what a whole sentence says", false],
    ["- Bread, 3.50\n- Tea, e.g. 2020", false],
    ["- 11.01.2020\n- 01.02.2020", false],
    ["[One](https://example.org/1), [two](https://example.org/2)", true],
    ["See [one](https://example.org/1).", false],
    ["[![A picture](a.png)](https://example.org/i) ![Another](b.png)", false],
  ])("is told from the Markdown: %s", (body, isOne) => {
    expect(/class="contacts"/.test(renderHtml({ body, lang: "en", slug: "text" }))).toBe(isOne);
  });

  it("is not hyphenated", () => {
    expect(print("- [internationalisation](https://example.org/1), internationalisation\n", "none")).not.toContain(
      "\u00ad",
    );
  });
});
