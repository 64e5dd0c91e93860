import { inkOn, legibleOn } from "../colour.ts";
import { authorsOf, bookMetadata } from "../epub/metadata.ts";
import { pageOf, pagesWithin } from "../epub/page-list.ts";
import { printJob } from "../guide/print-job.ts";
import { typographic } from "../markdown/markdown.ts";
import type { Artifact } from "../publication.ts";
import { coverHeight, downloadsOf, isCover } from "../web/downloads.ts";
import { partId } from "../web/part-id.ts";
import { siteManifest } from "../web/site-manifest.ts";
import { articleData, bookData } from "../web/structured-data.ts";
import {
  capitalized,
  comma,
  digitsOf,
  oneEach,
  publicAddress,
  rootOf,
  shortAddress,
  statementName,
  writtenDate,
  writtenDay,
  writtenTime,
} from "../written.ts";
import { calendar } from "./calendar.ts";
import { forBook } from "./for-book.ts";
import { forPrint } from "./for-print.ts";
import { forFeed, forWeb, linkFileNames } from "./for-web.ts";
import { pageMark } from "./page-marks.ts";
import { qrCode } from "./qr-code.ts";
import { bookSheet, fontsOf, stylesheet } from "./stylesheets.ts";
import { sizeStep } from "./title-size.ts";
import { markWords } from "./title-words.ts";

/** The filters of the templates, by name. `markdown` is not here because it needs the publication. */
export const filters = {
  // A compiled text, for each family of documents.
  forPrint,
  forBook,
  forWeb,
  forFeed,
  linkFileNames,

  // Titles, names and dates, in the manner of a language.
  typographic,
  capitalized,
  comma,
  writtenDate,
  writtenDay,
  writtenTime,
  digitsOf,
  sizeStep,
  markWords,

  // Statements.
  statementName,
  authorsOf,
  oneEach,

  // Addresses and identifiers.
  shortAddress,
  publicAddress,
  rootOf,
  partId,

  // Style sheets, fonts and colours.
  stylesheet,
  bookSheet,
  fontsOf,
  inkOn,
  legibleOn,

  // The EPUB.
  bookMetadata,
  pageOf,
  pagesWithin,
  pageMark,

  // Files that other editions made.
  downloadsOf,
  coverOf: (made: Pick<Artifact, "path">[]) => made.find(isCover),
  coverHeight,
  printJob,

  // Data for other programs.
  bookData,
  articleData,
  siteManifest,
  calendar,
  qrCode,
};
