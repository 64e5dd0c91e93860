import type { Explanation } from "./explanation.ts";

const statement = `---
organisation: The name of the group
source:
  file: sources/leaflet.txt
---

The words of the leaflet.
`;

const source = { "sources/leaflet.txt": "The words of the leaflet.\n" };

/** The codes of problems with the files of a publication and their names. */
export const fileExplanations = {
  "file-missing": {
    why: "The publication names a file that is not there, or that the program may not read.",
    mend: "Look at the spelling, also at capitals, and put the file where the publication looks for it.",
    example: {
      wrong: { ...source, "alpha.md": statement.replace("leaflet.txt", "leaflt.txt") },
      right: { ...source, "alpha.md": statement },
    },
  },
  "not-utf8": {
    why:
      "A text file is a row of bytes, and this one is not in the encoding UTF-8. Its letters would turn into others, " +
      "most likely those with accents.",
    mend: "Open it in a text editor, choose UTF-8 as its encoding, look whether all letters are right, and save it.",
    example: {
      wrong: { "preface.md": "The caf\ufffd is closed.\n" },
      right: { "preface.md": "The café is closed.\n" },
    },
  },
  "file-stray": {
    why: "Nothing reads this file where it is. Somebody may have put it there to have it published.",
    mend: "Put it where the hint says, or take it out of the folder of the publication.",
    example: {
      wrong: { "drafts/later.md": "The words of a text.\n" },
      right: {},
    },
  },
  "slug-duplicate": {
    why: "The contents name the same text twice, so it would be printed twice.",
    mend: "Keep one of the two.",
    example: {
      wrong: { "publication.yaml": "contents:\n  - alpha\n  - beta\n  - alpha\n" },
      right: { "publication.yaml": "contents:\n  - alpha\n  - beta\n" },
    },
  },
  "contents-missing": {
    why: "The contents, or the key “leaflet” of a statement, name a text for which there is no file.",
    mend: "Write the name of its file, or take the line out.",
    example: {
      wrong: { "publication.yaml": "contents:\n  - alpha\n  - beta\n  - gamma\n" },
      right: { "publication.yaml": "contents:\n  - alpha\n  - beta\n" },
    },
  },
  "contents-stranger": {
    why: "The contents are listed without this text. So it would be in no edition, and nobody would notice.",
    mend: "Add it to the contents, name it as the leaflet of another statement, or take the file out of the folder.",
    example: {
      wrong: { "more-words.md": "The words of a text.\n" },
      right: {
        "more-words.md": "The words of a text.\n",
        "publication.yaml": "contents:\n  - alpha\n  - beta\n  - more-words\n",
      },
    },
  },
} satisfies Record<string, Explanation>;
