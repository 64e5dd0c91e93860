import type { Explanation } from "./explanation.ts";

const source = { "sources/leaflet.txt": "Leaflet of Janaury\nThese words were handed out in Janaury.\n" };

const composeStatement = (from: string, month: string, corrections = "") => `---
organisation: The name of the group
source:
  file: sources/leaflet.txt
  from: ${from}
${corrections}---

These words were handed out in ${month}.
`;

const correction = "corrections:\n  - { source: Janaury, text: January }\n";

/** The codes of problems with the comparison of a statement and its source. */
export const sourceExplanations = {
  "source-passage": {
    why:
      "With “from”, “to” and “omit” you say by their words which part of a document the statement is. These words are " +
      "not in the document, or not in this order.",
    mend: "Copy them from the document, as many as it takes to find the place.",
    example: {
      wrong: { ...source, "alpha.md": composeStatement("Those words", "Janaury") },
      right: { ...source, "alpha.md": composeStatement("These words", "Janaury") },
    },
  },
  "not-verbatim": {
    why:
      "The statement names its source, so it promises the words of its authors. Here they differ. Spaces, line breaks " +
      "and the shapes of quotes do not count.",
    mend:
      "Put the words of the source back. If the source has a mistake that you correct, declare it under “corrections:”, " +
      "where readers see it.",
    example: {
      wrong: { ...source, "alpha.md": composeStatement("These words", "January") },
      right: { ...source, "alpha.md": composeStatement("These words", "January", correction) },
    },
  },
  "correction-unused": {
    why: "A correction is declared, and the text does not differ from the source in this way. Readers would be told of it.",
    mend: "Delete the correction, or write both sides as they are in the source and in the text.",
    example: {
      wrong: { ...source, "alpha.md": composeStatement("These words", "Janaury", correction) },
      right: { ...source, "alpha.md": composeStatement("These words", "Janaury") },
    },
  },
} satisfies Record<string, Explanation>;
