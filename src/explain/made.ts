import type { Explanation } from "./explanation.ts";

const notYours =
  "No text of yours is at fault. Build again; if the problem comes back, please report it with the smallest " +
  "publication that shows it.";

/** The codes of problems with files that the program made. They are looked for in each build, and should not occur. */
export const madeExplanations = {
  "file-changed": {
    why:
      "The build has a list of its files with their checksums. One of them is missing, or is not what was made: it was " +
      "edited, or not copied whole.",
    mend: "Build again, and change texts rather than what is made of them.",
  },
  "words-lost": {
    why: "Each file is read as a reader sees it and compared with your texts. Here words are missing, or there are others.",
    mend: notYours,
  },
  "page-number-wrong": {
    why: "The contents, a mark or a list of pages name another page than the one on which a text begins.",
    mend: notYours,
  },
  "page-box-wrong": {
    why: "A page or a sheet does not have the size that the printer expects, so it would be cut in the wrong place.",
    mend: notYours,
  },
  "line-long": {
    why:
      "A line is longer than the room for it, so it would stand in the margin or be cut. Only hyphens, stops and quotation " +
      "marks may hang over its edge.",
    mend: notYours,
  },
  "ink-wrong": {
    why: "A print shop charges for each ink. The inner pages are black alone, and a page uses more than that.",
    mend: notYours,
  },
  "press-limit": {
    why:
      "A print shop refuses what its presses print badly: small type in white or on a colour, hairlines, too much ink on " +
      "one spot, text at the edge where the paper is cut. Under “print: shop:” you or a preset have said what it wants.",
    mend:
      "Look at the page that is named. A larger page has larger type, and other inks of the cover are less together. Or " +
      "ask the shop whether it prints this too, and write its answer under “print: shop:”.",
  },
  "font-not-embedded": {
    why: "Without the font inside the file, another machine prints other letters.",
    mend: notYours,
  },
  "pdf-structure": {
    why: "Who reads with the ears needs the title, the language, the bookmarks, the tags, the links and the numbers of pages of a PDF.",
    mend: notYours,
  },
  "epub-invalid": {
    why: "Some e-readers refuse an EPUB that is not as its standard says.",
    mend: notYours,
  },
  "web-link-broken": {
    why: "A link from one page of the web edition to another leads nowhere.",
    mend: notYours,
  },
  "web-request": {
    why: "A page of the web edition asks another host for something. That host would learn who reads it.",
    mend: notYours,
  },
} satisfies Record<string, Explanation>;
