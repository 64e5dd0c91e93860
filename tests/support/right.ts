import { longText } from "./long.ts";
import type { StatementOptions } from "./publication.ts";
import { plainSource } from "./write-publication.ts";

/** A publication without a problem; something in it was once refused by mistake. */
export interface Right {
  name: string;
  statements: StatementOptions[];
  /** Whether the fonts for print have its characters. If not, only the EPUB and the plain text are made. */
  printable: boolean;
}

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const describeStatement = (slug: string, body: string, source: string, title = `About ${slug}`): StatementOptions => ({
  slug,
  title,
  body,
  source: `${title}\n\n${source}`,
});
const describePublication = (name: string, body: string, source = body): Right => ({
  name,
  statements: [describeStatement("text", body, source)],
  printable: true,
});

const passage =
  "Whoever quotes another text at length has every word of it stand there once more, and nobody may take the second time for a fault of the typesetter.";
const paragraph = (index: number) =>
  `Paragraph ${index} is here to fill a page of the pamphlet. ${passage.replace("length", `length ${index}`)} ${"It goes on for a while, so that the page is soon full. ".repeat(3).trim()}`;
const paragraphs = Array.from({ length: 9 }, (_, index) => paragraph(index + 1));
const demands = Array.from({ length: 8 }, (_, index) => `${index + 1}. Demand number ${index + 1}`);
const quoted = `${passage} ${paragraph(3)}`;

/** The publications that must build, each as short as the mistake allows. */
export const right: Right[] = [
  {
    name: "a text that quotes another at length, in its body, in a quotation and in a note",
    statements: [
      describeStatement("quoted", `${quoted}\n\nIt ends here.\n`, `${quoted}\n\nIt ends here.\n`),
      describeStatement("body", `They said: ${quoted}\n`, `They said: ${quoted}\n`),
      describeStatement(
        "quotation",
        `They said:\n\n> ${quoted}\n\nSo they said.\n`,
        `They said:\n\n${quoted}\n\nSo they said.\n`,
      ),
      describeStatement("note", `They said more.[^1]\n\n[^1]: ${quoted}\n`, `They said more.[1]\n\n[1] ${quoted}\n`),
    ],
    printable: true,
  },
  describePublication("300 notes", longText(60, 300), plainSource(longText(60, 300))),
  describePublication(
    "a note of 3,000 words",
    `A mark.[^1] ${passage}\n\n[^1]: ${longText(50, 0).replaceAll("\n\n", " ").trim()}\n`,
    `A mark.[1] ${passage}\n\n[1] ${longText(50, 0)}`,
  ),
  describePublication(
    "notes that refer to each other",
    lines(
      "A first mark.[^1] A second.[^2] And the first again.[^1]",
      "",
      "[^1]: The first note, which refers to the second.[^2]",
      "[^2]: The second note, which refers to the first[^1] and to a third.[^3]",
      "[^3]: The third note.",
    ),
    lines(
      "A first mark.[1] A second.[2] And the first again.[1]",
      "",
      "[1] The first note, which refers to the second.[2]",
      "[2] The second note, which refers to the first[1] and to a third.[3]",
      "[3] The third note.",
    ),
  ),
  describePublication(
    "nine paragraphs and a list of eight demands over the turn of a page",
    `${[...paragraphs, demands.join("\n")].join("\n\n")}\n`,
  ),
  describePublication(
    "a page that opens with a short paragraph and then a list",
    `${[...paragraphs.slice(0, 5), "We demand:", demands.join("\n"), ...paragraphs.slice(5), "And:", demands.join("\n")].join("\n\n")}\n`,
  ),
  describePublication(
    "a list numbered 1. 1. 1., as Markdown allows",
    lines("We demand:", "", "1. bread", "1. land", "1. peace"),
    lines("We demand:", "1. bread", "2. land", "3. peace"),
  ),
  describePublication(
    "a list numbered 2. to 7.",
    lines("We demand:", "", ...demands.slice(1, 7)),
    lines("We demand:", ...demands.slice(1, 7)),
  ),
  describePublication(
    "bullets that were typed",
    lines("We demand:", "", "• bread", "• land", "• peace", "", "• and one that stands alone."),
    lines("We demand:", "• bread", "• land", "• peace", "• and one that stands alone."),
  ),
  describePublication(
    "signs of quotation in a mail",
    lines("\\> Whoever answers a mail", "\\> quotes it so.", "", "And here is the answer."),
    lines("> Whoever answers a mail", "> quotes it so.", "", "And here is the answer."),
  ),
  describePublication(
    "rules of typed signs, in text and in code",
    lines(
      "A rule \\=== in a line, and --- in another.",
      "",
      "\\===",
      "",
      "\\---",
      "",
      "```",
      "===",
      "---",
      "> quoted",
      "• a bullet",
      "* * *",
      "```",
      "",
      "    ---",
      "    ===",
      "",
      "The end.",
    ),
    lines(
      "A rule === in a line, and --- in another.",
      "",
      "===",
      "",
      "---",
      "",
      "===",
      "---",
      "> quoted",
      "• a bullet",
      "* * *",
      "",
      "---",
      "===",
      "",
      "The end.",
    ),
  ),
  describePublication(
    "the space of Ogham between words",
    "Words\u1680with the\u1680space of Ogham\u1680between them.\n",
  ),
  describePublication(
    "spaces of every width",
    "One\u00a0two\u2002three\u2003four\u2004five\u2005six\u2006seven\u2007eight\u2008nine\u2009ten\u200aeleven\u202ftwelve\u205fthirteen\u3000fourteen.\n",
  ),
  describePublication(
    "words of Arabic and Persian within an English line",
    "They say سلام to each other, and مؤثر as well, and the year ۱۳۹۸ with it.\n",
  ),
  describePublication(
    "a heading with a number, an abbreviation and a sign",
    lines("## § 3. What is to be done? 50 %", "", "Nothing more than this."),
    lines("§ 3. What is to be done? 50 %", "", "Nothing more than this."),
  ),
  {
    name: "a title that is a year",
    statements: [describeStatement("text", `${paragraphs.join("\n\n")}\n`, `${paragraphs.join("\n\n")}\n`, "1917")],
    printable: true,
  },
  describePublication(
    "a table and a list in a quotation",
    lines(
      "> We said:",
      ">",
      "> 1. this",
      "> 2. that",
      ">",
      "> | A | B |",
      "> |---|---|",
      "> | c | d |",
      "",
      "The end.",
    ),
    lines("We said:", "1. this", "2. that", "A B", "c d", "The end."),
  ),
  describePublication(
    "lists within lists",
    lines("- one", "  1. first", "  2. second", "     - deep", "- two", "", "The end."),
    lines("one", "1. first", "2. second", "deep", "two", "The end."),
  ),
  describePublication(
    "addresses that are longer than a line",
    "See <https://www.example.org/a/very/long/path/that/does/not/fit/into/a/line/of/the/column/at-all?with=a&query=as_well#and-a-fragment> and more.\n",
    "See https://www.example.org/a/very/long/path/that/does/not/fit/into/a/line/of/the/column/at-all?with=a&query=as_well#and-a-fragment and more.\n",
  ),
  describePublication(
    "the same short line again and again",
    `${Array.from({ length: 40 }, (_, index) => (index % 3 === 2 ? "Peace!" : "No war!")).join("\n\n")}\n`,
  ),
  describePublication(
    "hyphens and dashes at the ends of lines",
    lines("A well-known pre-", "and post-war policy -- so they say -- of 1918-", "1939 and a", "- b -", "c."),
    lines("A well-known pre-", "and post-war policy -- so they say -- of 1918-", "1939 and a", "- b -", "c."),
  ),
  {
    name: "signs with a variation selector and without, each unlike its source",
    statements: [
      describeStatement(
        "hearts",
        lines(
          "Hearts: ❤\ufe0f and ❤ and ❤\ufe0e.[^1]",
          "",
          "## Stars ★\ufe0f",
          "",
          "- ☎\ufe0f",
          "- ✊",
          "",
          "[^1]: More: ★\ufe0f ★",
        ),
        lines("Hearts: ❤ and ❤\ufe0f and ❤.[1]", "", "Stars ★", "", "- ☎", "- ✊\ufe0f", "", "[1] More: ★ ★\ufe0e"),
        "With love ❤\ufe0f and ❤",
      ),
    ],
    printable: true,
  },
  {
    name: "links of every kind, of which print has the addresses",
    statements: [
      {
        slug: "links",
        title: "Links",
        source: undefined,
        body: lines(
          "## A heading with [a link](https://example.org/heading)",
          "",
          "[A link](https://example.org/a)[^1] and [the same](https://example.org/a), [mail](mailto:name@example.org), [a",
          "telephone](tel:+442012345678), [an address with umlauts](https://müller.example/straße) and",
          `[one that is long](https://example.org/${"part-of-an_address.html/".repeat(17)}),`,
          "with <https://www.example.org/shown-as-it-is?a=1&b=2>.",
          "",
          "| [a cell](https://example.org/cell) | words |",
          "| --- | --- |",
          "| words | [in brackets](<https://example.org/Foo_(bar)_[baz]>) |",
          "",
          "[One](https://example.org/1), [two](https://example.org/2), [three](https://example.org/3)",
          "",
          `${"[Again](https://example.org/again) ".repeat(10).trim()} in a sentence.`,
          "",
          "- [A group](https://example.org/group)",
          "- Press: press@example.org",
          "",
          "[^1]: A note with [a link](https://example.org/note).",
        ),
      },
      {
        slug: "persian-links",
        title: "پیوندها",
        lang: "fa",
        source: undefined,
        body: lines(
          "این [یک پیوند](https://www.example.org/report/2020-01) است که ۱۴۰۴ بار آمده است.[^1] [پیوند دیگر](https://fa.example.org/wiki/%D8%AA%D9%87%D8%B1%D8%A7%D9%86).",
          "",
          "[^1]: یادداشت با [پیوند](https://example.org/fa).",
        ),
      },
    ],
    printable: true,
  },
  {
    name: "titles with combining marks, mathematical letters, flags and joined emoji",
    statements: [
      describeStatement("marks", "The text.\n", "The text.\n", "n\u0303o\u0302 c\u0327a\u0300 Ș\u0323"),
      describeStatement("mathematics", "The text.\n", "The text.\n", "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 and 𝐛𝐨𝐥𝐝"),
      describeStatement("flags", "The text.\n", "The text.\n", "Peace 🇮🇷 🇮🇶 now"),
      describeStatement("family", "A 👩‍👩‍👧 in the text ✊🏽.\n", "A 👩‍👩‍👧 in the text ✊🏽.\n", "All 👨‍👩‍👧‍👦 ❤️‍🔥"),
    ],
    printable: false,
  },
];
