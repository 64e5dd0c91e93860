import { expect, test } from "vitest";
import { renderHtml } from "../../src/markdown/render.ts";
import { parseMarkdown } from "../../src/markdown/parse.ts";
import { readStrands } from "../../src/markdown/strands.ts";
import { textOf } from "../../src/html/text.ts";
import { renderLine } from "../../src/markdown/typography.ts";
import { splitWords } from "../../src/words.ts";
import { statementOf } from "../support/publication.ts";

const render = (body: string, lang = "en-GB") => renderHtml({ body, lang, slug: "fixture" }).trim();

test.each([
  ["en", "<p>“Fixture ‘one’ two”</p>"],
  ["de", "<p>„Fixture ‚one‘ two“</p>"],
  ["fr", "<p>«\u202fFixture “one” two\u202f»</p>"],
  ["fa-IR", '<p lang="und-Latn" dir="ltr">«Fixture “one” two»</p>'],
  ["xx", "<p>“Fixture ‘one’ two”</p>"],
])("quotes take the shape of the language: %s", (lang, expected) => {
  expect(render(`"Fixture 'one' two"`, lang)).toBe(expected);
});

test.each([
  ["dashes and dots", "a - b -- c --- d ... e-f", "<p>a\u00a0– b\u00a0– c\u00a0— d … e-f</p>"],
  ["signs that stand for words are not replaced", "(c) (r) (tm) +- ???? !!!!", "<p>(c) (r) (tm) +- ???? !!!!</p>"],
  ["template syntax is text", "{{ publication.title }} {% if a %}", "<p>{{ publication.title }} {% if a %}</p>"],
  ["HTML is escaped", "<b>x</b> <script>y</script>", "<p>&lt;b&gt;x&lt;/b&gt; &lt;script&gt;y&lt;/script&gt;</p>"],
  ["a scheme that runs a script makes no link", "[x](javascript:alert)", "<p>[x](javascript:alert)</p>"],
  ["empty elements are closed, as XML wants it", "a\\\nb", "<p>a<br />\nb</p>"],
  ["a class", "Fixture.\n{: .signature }", '<p class="signature">Fixture.</p>'],
  ["a language", "[متن]{: lang=fa dir=rtl }", '<p><span lang="fa" dir="rtl">متن</span></p>'],
  [
    "the title of an image is its caption",
    '![a](b.png "It\'s -- so")',
    '<figure><img src="b.png" alt="a" /><figcaption>It’s\u00a0– so</figcaption></figure>',
  ],
  [
    "a linked image has its caption outside the link",
    '[![a](b.png "c")](https://d.example)',
    '<figure><a href="https://d.example"><img src="b.png" alt="a" /></a><figcaption>c</figcaption></figure>',
  ],
  [
    "an image in a line has its caption after it",
    'd![a](b.png "c").',
    '<p>d<img src="b.png" alt="a" /> <span class="caption">c</span>.</p>',
  ],
  [
    "a credit is the end of the caption above it",
    '![a](b.png "c")\n\nPhoto: *d*\n{: .credit }',
    '<figure><img src="b.png" alt="a" /><figcaption>c<p class="credit">Photo: <em>d</em></p>\n</figcaption></figure>',
  ],
  [
    "a credit may stand in the line below an image without a caption",
    "![a](b.png)\nPhoto: d\n{: .credit }",
    '<figure><img src="b.png" alt="a" /><figcaption><p class="credit">Photo: d</p>\n</figcaption></figure>',
  ],
  [
    "a credit below anything else is a paragraph",
    "x ![a](b.png)\n\nPhoto: d\n{: .credit }",
    '<p>x <img src="b.png" alt="a" /></p>\n<p class="credit">Photo: d</p>',
  ],
  ["no other attribute is let through", "Fixture.\n{: onclick=x style=y .z }", '<p class="z">Fixture.</p>'],
])("%s", (_, body, expected) => {
  expect(render(body)).toBe(expected);
});

test("a note has an id with the slug of its text", () => {
  const text = render("Fixture.[^a]\n\n[^a]: Note.");
  expect(text).toContain('<a href="#fn-fixture-1" id="fnref-fixture-1" role="doc-noteref">1</a>');
  expect(text).toContain('id="fn-fixture-1" role="doc-footnote"');
});

test("a line of plain text has no markup", () => {
  expect(renderLine('*One* & "two" <b>', "en")).toBe("*One* &amp; “two” &lt;b&gt;");
});

test("the words of a caption are words of the text, at the place of their image", () => {
  const prose = statementOf({ body: '\nOne\n\n![alt](x.png "two three")\n', bodyLine: 4 });
  expect(readStrands(prose).body.map(({ text, line, column }) => `${text} ${line}:${column}`)).toEqual([
    "One 5:1",
    "two 7:15",
    "three 7:19",
  ]);
});

test("the labels of notes are listed, those defined and those used", () => {
  expect(parseMarkdown({ body: "One.[^a]\n\n[^a]: A.\n\n[^b]: B." }).notes).toEqual({
    defined: ["a", "b"],
    used: ["a"],
  });
});

test("words have their places in the file, and notes are separate", () => {
  const prose = statementOf({ body: "\n*One* two.[^1]\n\n1. three\n\n[^1]: Note.\n", bodyLine: 4 });
  const { body, notes } = readStrands(prose);
  expect(body.map(({ text, line, column, mark }) => [text, line, column, mark])).toEqual([
    ["One", 5, 2, undefined],
    ["two.", 5, 7, undefined],
    ["[1]", 5, expect.any(Number), ["1", "1", "1"]],
    ["1.", 7, 1, ["1", "1", "1"]],
    ["three", 7, 4, undefined],
  ]);
  expect(notes.map((note) => note.map(({ text }) => text))).toEqual([["[1]", "Note."]]);
});

test.each([
  ["1. a\n2. b\n5. c\n6. d", "1 2 5 6", '<li value="5">'],
  ["1. a\n1. b\n1. c", "1 2 3", "<ol>"],
  ["2. a\n3. b", "2 3", '<ol start="2">'],
  ["3) a\n3) b", "3 4", '<ol start="3">'],
  ["5. a\n4. b", "5 4", '<li value="4">'],
  ["1. a\n   1. b\n   1. c\n4. d", "1 1 2 4", '<li value="4">'],
  ["007. a", "7", '<ol start="7">'],
])("the numbers of a list are words, and as typed unless all are the same: %j", (body, numbers, markup) => {
  const prose = statementOf({ lang: "en", body, bodyLine: 1 });
  expect(
    readStrands(prose)
      .body.filter(({ mark }) => mark)
      .map(({ text }) => text),
  ).toEqual(numbers.split(" ").map((number) => `${number}.`));
  expect(render(body)).toContain(markup);
});

test.each([
  ["世界\n自由，\n正义", "<p>世界自由，正义</p>"],
  ["世界\nABC", "<p>世界\nABC</p>"],
  ["자유\n정의", "<p>자유\n정의</p>"],
])("a line break in the file makes no space between Chinese or Japanese characters: %j", (body, expected) =>
  expect(render(body, "zh")).toBe(expected),
);

test("the words of a table have the places of their rows", () => {
  const prose = statementOf({ body: "One\n\n| A | B |\n|---|---|\n| c | d |\n", bodyLine: 4 });
  expect(readStrands(prose).body.map(({ text, line, column }) => `${text} ${line}:${column}`)).toEqual([
    "One 4:1",
    "A 6:3",
    "B 6:7",
    "c 8:3",
    "d 8:7",
  ]);
});

test("the number of an item in another language has the digits of its list, as it is shown", () => {
  const prose = statementOf({ lang: "en", body: "1. one\n2. دو {: lang=fa }\n", bodyLine: 1 });
  expect(readStrands(prose).body.map(({ text }) => text)).toEqual(["1.", "one", "2.", "دو"]);
  const shown = textOf(`<body lang="en">${render(prose.body)}</body>`, "body");
  expect(splitWords(shown).map(({ text }) => text)).toEqual(["1.", "one", "2.", "دو"]);
});

test("numbers are in the digits of the language", () => {
  const body = "متن.[^1]\n\n1. یک\n\n[^1]: یادداشت.";
  const prose = statementOf({ lang: "fa", body, bodyLine: 1 });
  expect(readStrands(prose).body.map(({ text }) => text)).toEqual(["متن.", "[۱]", "۱.", "یک"]);
  expect(render(body, "fa")).toContain('role="doc-noteref">۱</a>');
});
