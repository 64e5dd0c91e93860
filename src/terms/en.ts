/** The forms of a term that counts things, by plural category (Unicode CLDR); `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The English terms. Every other language has the same keys. */
export const english = {
  contents: "Contents",
  preface: "Preface",
  contact: "Contact",
  imprint: "Imprint",
  sources: "Sources",
  notes: "Notes",
  note: "Note",
  cover: "Cover",
  backCover: "Back cover",
  corrections: "Corrections",
  correctedFrom: "for",
  previous: "Previous",
  next: "Next",
  navigation: "Navigation",
  wholePamphlet: "The whole pamphlet on one page",
  downloads: "Downloads",
  meeting: "Meeting",
  meetings: "Meetings",
  skipToText: "Skip to the text",
  published: "Published",
  scanForWeb: "Web edition",
  scanForMeeting: "Scan to put the meeting in a calendar",
  onPage: "page #",
  pages: { one: "# page", other: "# pages" } as Forms,
  sheets: { one: "# sheet", other: "# sheets" } as Forms,
  toRead: "To read",
  toPrint: "To print yourself",
  forPrintShop: "For the print shop",
  pamphletFile: "to read on a screen",
  bookletFile: "to print, fold and staple",
  shortEdge: "printer turns on the short edge",
  longEdge: "printer turns on the long edge",
  fronts: "fronts alone, to print first",
  backs: "backs alone, to print second",
  printerTest: "test sheet: how your printer turns the paper",
  testFold:
    "Print both pages of this file on one sheet, fold it in the middle with the arrow outside and pointing up, and open it like a booklet.",
  testReads: "The letter that stands upright on the left, A or B, says which file suits your printer.",
  testUpright: "Reads upright on the left? Then print",
  testFed: "Turned the paper by hand? Then print the fronts, put the stack back and print the backs.",
  testByHand: "Your printer prints one side only?",
  testRefeed: "Print page 1, put the sheet back into the tray, print page 2. Remember how you put it back.",
  testOrder:
    "With several sheets, look whether the first back comes out behind the first front; if not, print the backs in reverse order.",
  testAsItCameOut: "Put it back just as you did with this sheet.",
  testTurned: "Put it back the other way round, turned by half a turn.",
  imposedFile: "sheets to fold, sew or cut",
  foldTest: "test sheet: how it is folded or cut",
  pressFile: "for the print shop",
  pressCoverFile: "for the print shop: the cover",
  largePrintFile: "in large print, A4",
  leafletFile: "leaflet, #",
  leafletA4File: "leaflet, to print on #",
  triFoldFile: "tri-fold leaflet",
  zFoldFile: "Z-fold leaflet",
  miniZineFile: "mini-zine",
  quarterFoldFile: "quarter-fold leaflet",
  posterFile: "poster, #",
  posterTilesFile: "poster in parts, to print on #",
  toPrintOn: "to print on #",
  epubFile: "for e-readers and phones",
  textFile: "plain text, for a mail",
  guideFile: "how to print it, as plain text",
  sumsFile: "checksums of these files, for sha256sum --check",
  howToPrint: "How to print it",
  notFound: "There is no such page here",
  notFoundWays: "The address may be mistyped, or the page may have moved. All texts are in the contents.",
  aboutText: "About this text",
  website: "Website",
  citeAs: "Cite as",
  citedIn: "in",
  leftOut: "left out",
  page: "Page",
  line: "Line",
  misprint: "Printed",
  shouldRead: "Should read",
  thisTextAlone: "This text alone",
  saveDate: "Save the date",
  allOnOnePage: "All on one page",
  landmarks: "Parts of the book",
  beginning: "Beginning of the texts",
  variousAuthors: "Various authors",
  accessibleText:
    "Text in reading order, with headings, a linked table of contents and linked notes. Type and colours are the reader’s to choose.",
  accessiblePictures: "Every picture is described.",
  accessiblePages: "The page list has the pages of the printed pamphlet.",
  printedPages: "Pages of the printed pamphlet",
  printedPamphlet: "printed pamphlet",
};

export type Terms = typeof english;
export type TermName = keyof Terms;

/** The name of a term that is a word or a sentence, not one that counts things. */
export type Term = { [Name in TermName]: Terms[Name] extends string ? Name : never }[TermName];

/** The names of all terms, in the order of the English table. */
export const termNames = Object.keys(english) as TermName[];

/** The names of the terms that count things. */
export const countedTerms = ["pages", "sheets"] as const satisfies Exclude<TermName, Term>[];
