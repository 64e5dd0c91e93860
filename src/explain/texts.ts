import type { Explanation } from "./explanation.ts";

const deepList = Array.from({ length: 13 }, (_, level) => `${"  ".repeat(level)}- level ${level + 1}\n`);

const wideRow = (cell: string, columns: number) => `|${`${cell}|`.repeat(columns)}\n`;
const table = (columns: number) => wideRow("a", columns) + wideRow("-", columns) + wideRow("b", columns);

/** The codes of problems with the words and the Markdown of a text. */
export const textExplanations = {
  "statement-empty": {
    why: "The file has keys and no words, so its page would be empty.",
    mend: "Write the text, or take the file out of the folder.",
    example: {
      wrong: { "preface.md": "---\ntitle: Why we print this\n---\n" },
      right: { "preface.md": "---\ntitle: Why we print this\n---\n\nThe words of the preface.\n" },
    },
  },
  "text-long": {
    why: "A file, a text or a table is larger than the program can read or set in a reasonable time, or than paper can hold.",
    mend: "Divide it into several.",
    example: {
      wrong: { "preface.md": `The words of the preface.\n\n${table(101)}` },
      right: { "preface.md": `The words of the preface.\n\n${table(3)}` },
    },
  },
  "html-raw": {
    why: "Texts are Markdown. HTML would be printed as it is typed, with all its angle brackets.",
    mend: "Write it in Markdown, or put a backslash before the bracket if the bracket itself is meant.",
    example: {
      wrong: { "preface.md": "Words that are <b>important</b>.\n" },
      right: { "preface.md": "Words that are **important**.\n" },
    },
  },
  "attribute-wrong": {
    why:
      "In {: … } stands what a text looks like or which language it is in. This one has no effect: it is mistyped, or " +
      "stands where nothing can take it.",
    mend: "Write it in the line below its paragraph or list, without an empty line between them, or right after [words].",
    example: {
      wrong: { "preface.md": "- First demand\n- Second demand\n{: .slogan }\n" },
      right: { "preface.md": "- First demand\n- Second demand\n{: .slogans }\n" },
    },
  },
  "nested-deep": {
    why: "Each list and each quotation inside another is indented, and a page is only so wide.",
    mend: "Begin a new list, or make a paragraph or a heading of the outer levels.",
    example: {
      wrong: { "preface.md": deepList.join("") },
      right: { "preface.md": deepList.slice(0, 3).join("") },
    },
  },
  "link-broken": {
    why: "A reader of the printed pamphlet or of the web edition cannot follow this link, or cannot see it.",
    mend: "Write the whole address, and words for it: [words](https://www.example.org).",
    example: {
      wrong: { "preface.md": "More is on [our website](www.example.org).\n" },
      right: { "preface.md": "More is on [our website](https://www.example.org).\n" },
    },
  },
  "footnote-broken": {
    why: "A note needs a mark in the text, [^1], and its words in a line of their own, [^1]: words. One of the two is missing.",
    mend: "Add the part that is missing, with the same label.",
    example: {
      wrong: { "preface.md": "Words with a note.[^1]\n\n[^2]: The words of the note.\n" },
      right: { "preface.md": "Words with a note.[^1]\n\n[^1]: The words of the note.\n" },
    },
  },
  "pull-quote-wrong": {
    why:
      "A pull quote repeats words of the text in larger type. This one has others, so it would put words into the " +
      "mouth of whoever wrote the text.",
    mend: "Copy the words from the text, with … where you leave some out. For anything else, write a quotation with >.",
    example: {
      wrong: { "preface.md": "The words of the preface are few.\n\nThe words are many\n{: .pull-quote }\n" },
      right: { "preface.md": "The words of the preface are few.\n\nThe words … are few\n{: .pull-quote }\n" },
    },
  },
  "glyph-missing": {
    why: "No font that is installed can draw these characters, so they would be empty boxes.",
    mend:
      "Install the font that the hint names. If there is none, bring your own under “fonts:” in publication.yaml, or " +
      "write other characters.",
    example: {
      wrong: { "preface.md": "The word ខ្មែរ in another script.\n" },
      right: { "preface.md": "The word Khmer in our script.\n" },
    },
  },
  "leaflet-too-long": {
    why: "A leaflet is set smaller until it fits, but type that nobody can read helps nobody.",
    mend: "Write a shorter version as a text of its own, and name it with the key “leaflet” of the statement.",
  },
  "form-wrong": {
    why:
      "A form has so many pages and no more, and type has bounds. A text that is too long for it cannot be read, and one " +
      "that is too short leaves pages empty.",
    mend: "Choose another form with the key “as”, or write a shorter version and name it with the key “leaflet”.",
  },
} satisfies Record<string, Explanation>;
