import type { Explanation } from "./explanation.ts";

/** The codes of problems with keys and values, in publication.yaml and in front matter. */
export const settingExplanations = {
  "yaml-broken": {
    why:
      "Settings are written in YAML: a key, a colon, a space and a value. A colon, a quote or a bracket inside a value, " +
      "or a line that is indented otherwise than its neighbours, can make it unreadable. Nothing after it is known then.",
    mend: "Put a value that has such signs in quotes. Often the mistake is in the line above the one that is named.",
    example: {
      wrong: { "publication.yaml": "subtitle: War: what for?\n" },
      right: { "publication.yaml": 'subtitle: "War: what for?"\n' },
    },
  },
  "key-unknown": {
    why: "A key that means nothing here is most often mistyped, or is indented under the wrong key. It would do nothing.",
    mend: "Write the key that the program suggests, or move it to where it belongs.",
    example: {
      wrong: { "publication.yaml": "subtitel: What it is about\n" },
      right: { "publication.yaml": "subtitle: What it is about\n" },
    },
  },
  "key-missing": {
    why: "Some keys are needed as soon as others are there: an event, for example, takes place somewhere.",
    mend: "Add the key, indented like those beside it.",
    example: {
      wrong: { "publication.yaml": "event:\n  title: Public meeting\n  date: 2020-01-11\n" },
      right: {
        "publication.yaml": "event:\n  title: Public meeting\n  date: 2020-01-11\n  place: The name of the hall\n",
      },
    },
  },
  "value-wrong": {
    why:
      "The value of this key cannot be understood: it is not in the form that the key needs, or not one of the words " +
      "that it can have. A value that begins with # needs quotes, because # begins a comment.",
    mend: "Write it in the form that the hint shows.",
    example: {
      wrong: { "publication.yaml": "colour: dark red\n" },
      right: { "publication.yaml": 'colour: "#9e1b1b"\n' },
    },
  },
  "date-impossible": {
    why: "This day or month does not exist, so a figure of the date is wrong.",
    mend: "Look the date up. It is written year, month, day.",
    example: {
      wrong: { "publication.yaml": "date: 2021-02-29\n" },
      right: { "publication.yaml": "date: 2021-02-28\n" },
    },
  },
  "paper-unsuitable": {
    why:
      "Pages are never made smaller to fit a paper. What is larger than its place on the paper loses a part of its " +
      "margins; where that would cut off words, or bring them to where no printer prints, the paper cannot be used.",
    mend: "Name one of the papers that the hint lists, or choose a smaller page.",
    example: {
      wrong: { "publication.yaml": "print:\n  page: A4\n  papers: [A4]\n" },
      right: { "publication.yaml": "print:\n  page: A4\n  papers: [A3]\n" },
    },
  },
  "title-long": {
    why: "A title stands on the cover, at the head of pages and in the contents. None of them has room for a paragraph.",
    mend: "Shorten it to 200 characters at most, and put the rest into the subtitle or the text.",
    example: {
      wrong: { "publication.yaml": `subtitle: ${"A very long subtitle, that says all there is to say. ".repeat(4)}\n` },
      right: { "publication.yaml": "subtitle: A short subtitle\n" },
    },
  },
  "front-matter-missing": {
    why:
      "The keys of a text stand at its top, between two lines of three hyphens. The program found only the first, so it " +
      "cannot tell the keys from the text.",
    mend: "Put three hyphens, and nothing else, into the line below the keys; or take the hyphens out if there are none.",
    example: {
      wrong: { "preface.md": "---\ntitle: Why we print this\n\nThe words of the preface.\n" },
      right: { "preface.md": "---\ntitle: Why we print this\n---\n\nThe words of the preface.\n" },
    },
  },
} satisfies Record<string, Explanation>;
