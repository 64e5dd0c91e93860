import path from "node:path";
import { chooseInk, findLegibleShade } from "../colour.ts";
import { hasGreyNames, printedColourOf } from "../spot-inks.ts";
import { authorsOf, describeBook } from "../epub/metadata.ts";
import { pageOf, pagesWithin } from "../epub/page-list.ts";
import { countTestPages } from "../folds/jobs.ts";
import { describePrintJob } from "../guide/print-job.ts";
import { renderLine } from "../markdown/typography.ts";
import { artifactPath, findArtifact, type Artifact } from "../artifact.ts";
import type { ArtifactKind } from "../artifact-kinds.ts";
import { coverTemplateOf, describePictures, isCoverComposed, listNumbers } from "../cover.ts";
import { coverHeightOf, listStatementDownloads } from "../web/downloads.ts";
import { partId } from "../web/part-id.ts";
import { writeSiteManifest } from "../web/site-manifest.ts";
import { writeArticleData, writeBookData } from "../web/structured-data.ts";
import { formatEventTime, listEventTimes, nameEvents } from "../events.ts";
import { capitalize, commaOf, digitsOf, formatDate, formatInteger } from "../locale-format.ts";
import {
  basePathOf,
  bylineOf,
  citationOf,
  distinctionOf,
  editorsTitleOf,
  headingOf,
  isEditorsOwn,
  listFirstByByline,
  listWithOrigin,
  shortenAddress,
  shortNameOf,
  statementNameOf,
  toPublicAddress,
} from "../names.ts";
import { groupStatements, partOf } from "../parts.ts";
import { calendarFile, writeCalendar } from "./calendar.ts";
import { forBook } from "./for-book.ts";
import { forPrint, forPrintedImprint } from "./for-print.ts";
import { forFeed, forWeb, forWebImprint, isolateLatin, linkFileNames, placeDrawings } from "./for-web.ts";
import type { Publication } from "../publication.ts";
import { listImposed, testedPaperOf } from "../papers.ts";
import { writePageMark } from "./page-marks.ts";
import { widestPrintOf } from "./image-size.ts";
import { drawQrCode } from "./qr-code.ts";
import { buildBookStylesheet, fontsOf, buildStylesheet } from "./stylesheets.ts";
import { titleSize } from "./title-size.ts";
import { divideTitle, separateWords } from "./title-words.ts";

/**
 * The filters of the templates, by name. `markdown` and `renderProse` are not here: templates do not pass them the
 * publication, so eleventy.ts makes them where the publication is known.
 */
export const filters = {
  // A compiled text, for each family of documents.
  forPrint,
  forPrintedImprint,
  forBook,
  forWeb,
  forWebImprint,
  forFeed,
  linkFileNames,
  isolateLatin,
  placeDrawings,

  // Titles, names and dates, in the manner of a language.
  renderLine,
  capitalize,
  commaOf,
  formatDate,
  formatEventTime,
  listEventTimes,
  nameEvents,
  digitsOf,
  formatInteger,
  titleSize,
  separateWords,
  divideTitle,

  // Statements.
  statementNameOf,
  shortNameOf,
  bylineOf,
  headingOf,
  isEditorsOwn,
  editorsTitleOf,
  distinctionOf,
  citationOf,
  authorsOf,
  listFirstByByline,
  listWithOrigin,
  groupStatements,
  partOf,

  // The cover.
  coverTemplateOf,
  isCoverComposed,
  describePictures,
  listNumbers,
  widestPrintOf,

  // Addresses and identifiers.
  shortenAddress,
  toPublicAddress,
  basePathOf,
  partId,

  // Style sheets, fonts and colours.
  buildStylesheet,
  buildBookStylesheet,
  fontsOf,
  chooseInk,
  printedColourOf,
  hasGreyNames,
  findLegibleShade,

  // The EPUB.
  describeBook,
  pageOf,
  pagesWithin,
  writePageMark,

  // Files that other editions made.
  listStatementDownloads,
  coverOf: (made: Pick<Artifact, "kind" | "path">[]) => findArtifact(made, "cover-image"),
  coverHeightOf,
  describePrintJob,
  nameTestedFile: (kind: ArtifactKind, publication: Publication) =>
    path.basename(artifactPath(kind, publication, testedPaperOf(publication.print))),
  countTestPages: (publication: Publication) =>
    Math.max(...listImposed(publication.print).map(({ way }) => countTestPages(way, publication))),

  // Data for other programs.
  writeBookData,
  writeArticleData,
  writeSiteManifest,
  writeCalendar,
  calendarFile,
  drawQrCode,
};
