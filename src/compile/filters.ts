import { inkOn, legibleOn } from "../colour.ts";
import { authorsOf, bookMetadata } from "../epub/metadata.ts";
import { pageOf, pagesWithin } from "../epub/page-list.ts";
import { printJob } from "../guide/print-job.ts";
import { typographic } from "../markdown/typography.ts";
import { findArtifact, type Artifact } from "../artifact.ts";
import { coverHeight, downloadsOf } from "../web/downloads.ts";
import { partId } from "../web/part-id.ts";
import { writeManifest } from "../web/site-manifest.ts";
import { writeArticleData, writeBookData } from "../web/structured-data.ts";
import { capitalized, comma, digitsOf, writtenDate, writtenDay, writtenTime } from "../locale-format.ts";
import { oneEach, publicAddress, rootOf, shortAddress, statementName } from "../names.ts";
import { writeCalendar } from "./calendar.ts";
import { forBook } from "./for-book.ts";
import { forPrint } from "./for-print.ts";
import { forFeed, forWeb, linkFileNames } from "./for-web.ts";
import { writePageMark } from "./page-marks.ts";
import { drawQrCode } from "./qr-code.ts";
import { buildBookStylesheet, fontsOf, stylesheet } from "./stylesheets.ts";
import { sizeStep } from "./title-size.ts";
import { separateWords } from "./title-words.ts";

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
  separateWords,

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
  buildBookStylesheet,
  fontsOf,
  inkOn,
  legibleOn,

  // The EPUB.
  bookMetadata,
  pageOf,
  pagesWithin,
  writePageMark,

  // Files that other editions made.
  downloadsOf,
  coverOf: (made: Pick<Artifact, "kind" | "path">[]) => findArtifact(made, "cover-image"),
  coverHeight,
  printJob,

  // Data for other programs.
  writeBookData,
  writeArticleData,
  writeManifest,
  writeCalendar,
  drawQrCode,
};
