import { describe, expect, it, test } from "vitest";
import { checkPullQuotes } from "../../src/check/pull-quotes.ts";
import { checkVerbatim } from "../../src/check/verbatim.ts";
import { parseDocument } from "../../src/html/dom.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import { readStrands } from "../../src/markdown/strands.ts";
import { renderPlainText } from "../../src/text/plain.ts";
import { statementOf } from "../support/publication.ts";

const render = (body: string, lang = "en-GB") => renderHtml({ body, lang, slug: "fixture" }).trim();

/** The elements of a text that have a class, each as `class: words`. */
const classed = (body: string, selector = "[class]:not(.line)") => {
  const $ = parseDocument(render(body));
  return $(selector)
    .toArray()
    .map((element) => `${$(element).attr("class")}: ${$(element).text().replace(/\s+/g, " ").trim()}`);
};

const isVerse = (body: string) => render(body).includes('class="verse"');

describe("verse", () => {
  test.each([
    ["three lines", "One\\\ntwo\\\nthree", true],
    ["two stanzas of two lines", "One\\\ntwo\n\nthree\\\nfour", true],
    ["lines that end with two spaces", "One  \ntwo  \nthree", true],
    ["a stanza in a quotation", "> One\\\n> two\\\n> three", true],
    ["a paragraph with one line break", "One\\\ntwo", false],
    ["two such paragraphs with another between them", "One\\\ntwo\n\nthree\n\nfour\\\nfive", false],
    ["lines of prose", `${"Prose ".repeat(20)}\\\nof\\\nthree lines`, false],
    ["a signature", "One\\\ntwo\\\nthree\n{: .signature }", false],
    ["an item of a list", "- One\\\n  two\\\n  three", false],
    ["images", "![a](images/a.png)\\\n![b](images/b.png)\\\nthree", false],
    ["a paragraph that has the class", "One line\n{: .verse }", true],
    ["a long line that has the class", `${"long ".repeat(60)}\\\ntwo\n{: .verse }`, true],
  ])("is told or not: %s", (_, body, expected) => {
    expect(isVerse(body)).toBe(expected);
  });

  it("has an element for each line, in which emphasis begins again", () => {
    expect(render("One *two\\\nthree* four\\\nfive")).toBe(
      '<p class="verse"><span class="line">One <em>two</em><br />\n</span>' +
        '<span class="line"><em>three</em> four<br />\n</span><span class="line">five</span></p>',
    );
  });

  it("has the lines of the file if its class says so and it has no line break", () => {
    expect(classed("One\ntwo\n{: .verse }", ".line")).toEqual(["line: One", "line: two"]);
    expect(classed("> One\n> two\n>\n> three\n{: .verse }")).toEqual(["verse: One two", "verse: three"]);
  });

  it("keeps the spaces before a line, in HTML and in plain text", () => {
    const html = render("  One\\\n    two\\\n three");
    expect(html).toContain('<span class="line">\u00a0\u00a0One');
    expect(html).toContain('<span class="line">\u00a0\u00a0\u00a0\u00a0two');
    expect(html).toContain('<span class="line">three');
    expect(renderPlainText(html, 72, "en")).toEqual(["\u00a0\u00a0One", "\u00a0\u00a0\u00a0\u00a0two", "three"]);
  });

  it("keeps no more of them than a narrow page has room for", () => {
    expect(render(`One\\\n${" ".repeat(1000)}two\\\nthree`)).toContain(`<span class="line">${"\u00a0".repeat(16)}two`);
  });

  it("has its words where they are in the file", () => {
    const { body } = readStrands(statementOf({ body: "One *two\\\n  three* four\\\nfive" }));
    expect(body.map(({ text, line, column }) => [text, line, column])).toEqual([
      ["One", 5, 1],
      ["two", 5, 6],
      ["three", 6, 3],
      ["four", 6, 10],
      ["five", 7, 1],
    ]);
  });
});

describe("who speaks", () => {
  test.each([
    [
      "an interview in which questions are bold",
      "**What?**\n\nThis.\n\n**And then?**\n\n**A:** That.\n\n**Thank you.**\n\n**B:** Not at all.",
      ["question: What?", "question: And then?", "answer: A: That.", "question: Thank you.", "answer: B: Not at all."],
    ],
    [
      "an interview with letters",
      "Q: What?\n\nA: This.\n\nIt goes on.\n\nQ: And then?\n\nA: That.",
      ["question: Q: What?", "answer: A: This.", "question: Q: And then?", "answer: A: That."],
    ],
    [
      "an interview in Persian",
      "س: چه؟\n\nج: این.\n\nس: و دیگر؟\n\nج: آن.",
      ["question: س: چه؟", "answer: ج: این.", "question: س: و دیگر؟", "answer: ج: آن."],
    ],
    [
      "question and answer in one paragraph",
      "**What?** This.\n\n**And then?** That.",
      ["exchange: What? This.", "exchange: And then? That."],
    ],
    [
      "a play",
      "*A gate.*\n\n**First:** Who is there?\n\n**Second** *(aside)*: I am.\n\n(He goes.)\n\n**First:** So.\n\n" +
        "**Second:** So.\n\n**Third:** Well.",
      [
        "stage: A gate.",
        "speech: First: Who is there?",
        "speech: Second (aside): I am.",
        "stage: (He goes.)",
        "speech: First: So.",
        "speech: Second: So.",
        "speech: Third: Well.",
      ],
    ],
    [
      "a play of two speeches, the first of which is marked",
      "First: One.\n{: .speech }\n\nSecond: Two.\n\n(They go.)",
      ["speech: First: One.", "speech: Second: Two.", "stage: (They go.)"],
    ],
    [
      "an interview of one question, which is marked",
      "*Say something.*\n{: .question }\n\nNo.\n\n*Please.*\n\nNo.",
      ["question: Say something.", "question: Please."],
    ],
  ])("is told: %s", (_, body, expected) => {
    expect(classed(body)).toEqual(expected);
  });

  test.each([
    ["demands in bold", "**Peace!**\n\nNow.\n\n**Bread!**\n\nToo."],
    ["one question in bold", "**What is to be done?**\n\nMuch."],
    ["labels of which none comes back", "Monday: work.\n\nTuesday: work.\n\nWednesday: work.\n\nThursday: rest."],
    ["one label alone", "Note: one.\n\nNote: two.\n\nNote: three."],
    ["sentences with a colon", "We say what we want: one.\n\nThey say what they want: two."],
    ["run-in headings", "**One** is first.\n\n**Two** is second.\n\n**Three** is third."],
  ])("is not told: %s", (_, body) => {
    expect(classed(body)).toEqual([]);
  });
});

describe("a letter", () => {
  it("begins with place and date, and with a salutation", () => {
    expect(classed("Fixture Town, 1 May 2021\n\nDear readers,\n\nWe write.")).toEqual([
      "dateline: Fixture Town, 1 May 2021",
      "salutation: Dear readers,",
    ]);
    expect(classed("One.\n\nMay\n{: .dateline }\n\nDear readers,\n\nTwo.")).toEqual([
      "dateline: May",
      "salutation: Dear readers,",
    ]);
  });

  it.each([
    ["a date without a salutation", "Fixture Town, 1 May 2021\n\nWe write."],
    ["a sentence with a year", "It was in 2021.\n\nDear readers,"],
    ["a date in the middle", "We write.\n\n1 May 2021\n\nDear readers,"],
  ])("is not told: %s", (_, body) => {
    expect(classed(body)).toEqual([]);
  });
});

describe("a passage that nobody has marked", () => {
  it.each([
    ["a paragraph", "fa", "Some English words.", '<p lang="und-Latn" dir="ltr">Some English words.</p>'],
    ["another direction", "en", "چند واژه.", '<p lang="und-Arab" dir="rtl">چند واژه.</p>'],
    ["emphasis in a line", "fa", "نام *One* است.", '<p>نام <em lang="und-Latn" dir="ltr">One</em> است.</p>'],
  ])("has the script of its letters: %s", (_, lang, body, expected) => {
    expect(render(body, lang)).toBe(expected);
  });

  it.each([
    ["a paragraph that begins with a word of the text", "fa", "فارسی and some English words."],
    ["a line with a marked passage and nothing else", "en", "[متن]{: lang=fa }"],
    ["emphasis in the letters of the text", "fa", "این *متن* است."],
    ["emphasis in English", "en", "Some *words*, *Слова*."],
    ["nothing but an address", "fa", "<https://www.example.org>"],
  ])("is none: %s", (_, lang, body) => {
    expect(render(body, lang)).not.toContain("und-");
  });

  it("has its lists numbered alike in the file and in the strands", () => {
    const { body } = readStrands(statementOf({ lang: "fa", body: "این متن است و این هم.\n\n1. one\n2. two\n" }));
    expect(body.map(({ text }) => text).slice(-4)).toEqual(["1.", "one", "2.", "two"]);
  });
});

describe("a pull quote", () => {
  const text = (quote: string) =>
    statementOf({ body: `One two[^1] three, four.\n\n${quote}\n{: .pull-quote }\n\n[^1]: A.` });
  const check = (quote: string) =>
    checkPullQuotes({ texts: [text(quote)], images: [], statements: [] }).map(({ message }) => message);

  it.each(["One two three", "“Two three, four!”", "Three … four", "One [...] four"])(
    "may repeat the text: %s",
    (quote) => {
      expect(check(quote)).toEqual([]);
    },
  );

  it.each(["One three", "Four … one", "Three, five", "ree, four"])("has no other words: %s", (quote) => {
    expect(check(quote)).toEqual([`The text does not have the words of the pull quote in this order: “${quote}”.`]);
  });

  it("is not asked of the source, and has its words in every file that is made", () => {
    const statement = {
      ...text("Two three"),
      source: statementOf({ source: "One two[1] three, four. [1] A." }).source,
    };
    expect(checkVerbatim({ texts: [], images: [], statements: [statement] })).toEqual([]);
    expect(readStrands(statement).body.map(({ text }) => text)).toEqual([
      "One",
      "two",
      "[1]",
      "three,",
      "four.",
      "Two",
      "three",
    ]);
  });
});
