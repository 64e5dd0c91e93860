import { ParseSpeeds, PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFPage, type PDFRef } from "@cantoo/pdf-lib";
import { pointsPerMm, type PageGeometry } from "../geometry.ts";

/** The metadata of a PDF. */
export interface Description {
  title: string;
  /** Of a publication, those who wrote it count as one. */
  authors: string[];
  subject: string;
  language: string;
  date: Date;
}

/** A rectangle on a page, in pt, from the lower left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Opens a PDF, and leaves its dates alone. It becomes PDF 1.7, since object streams are not in Chromium's PDF 1.4. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  pdf.context.header = PDFHeader.forVersion(1, 7);
  return pdf;
}

/**
 * Cuts every page, printed by Chromium with bleed, to its trim: all five boxes become the trim (ISO 32000-2, 14.11.2).
 */
export function cutToTrim(pdf: PDFDocument, geometry: PageGeometry): void {
  for (const page of pdf.getPages()) {
    const { x, y, width, height } = trimOf(page, geometry);
    page.setMediaBox(x, y, width, height);
    page.setCropBox(x, y, width, height);
    page.setBleedBox(x, y, width, height);
    page.setTrimBox(x, y, width, height);
    page.setArtBox(x, y, width, height);
  }
}

/** Writes the metadata into the Info dictionary and the catalog. Viewers show the title instead of the file name. */
export function setDescription(pdf: PDFDocument, { title, authors, subject, language, date }: Description): void {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(authors.join("; "));
  pdf.setSubject(subject);
  pdf.setLanguage(language);
  pdf.setCreator("pamphlet");
  pdf.setProducer("pamphlet");
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
}

/** A bookmark. Pages count from 1. */
interface Bookmark {
  title: string;
  page: number;
  /** The name of the bookmark under which it stands. */
  part?: string;
}

/** Writes bookmarks (ISO 32000-2, 12.3.3); those of a part of the contents stand under one with its name. */
export function setBookmarks(pdf: PDFDocument, bookmarks: Bookmark[]): void {
  const outlines = pdf.context.nextRef();
  const groups: (Bookmark & { inside: Bookmark[] })[] = [];
  for (const bookmark of bookmarks) {
    const { part, page } = bookmark;
    if (part === undefined) groups.push({ ...bookmark, inside: [] });
    else if (groups.at(-1)?.inside.at(-1)?.part === part) groups.at(-1)!.inside.push(bookmark);
    else groups.push({ title: part, page, inside: [bookmark] });
  }
  const items = writeBookmarks(pdf, groups, outlines);
  const count = groups.length + bookmarks.filter(({ part }) => part !== undefined).length;
  pdf.context.assign(outlines, pdf.context.obj({ Type: "Outlines", ...items, Count: count }));
  pdf.catalog.set(PDFName.of("Outlines"), outlines);
}

// Writes the bookmarks of one level, and returns the entries that the level above has for them.
function writeBookmarks(pdf: PDFDocument, bookmarks: (Bookmark & { inside?: Bookmark[] })[], parent: PDFRef) {
  const { context } = pdf;
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page, inside = [] }, index) => {
    const target = pdf.getPage(page - 1);
    const { x, y, height } = target.getMediaBox();
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parent,
      Dest: [target.ref, PDFName.of("XYZ"), x, y + height, null],
      ...(index > 0 && { Prev: refs[index - 1]! }),
      ...(index < refs.length - 1 && { Next: refs[index + 1]! }),
      ...(inside.length > 0 && { ...writeBookmarks(pdf, inside, refs[index]!), Count: inside.length }),
    });
    context.assign(refs[index]!, item);
  });
  return { First: refs[0]!, Last: refs.at(-1)! };
}

/**
 * Writes page labels (ISO 32000-2, 12.4.2): names for the covers, and for the other pages the folios, as `formatFolio`
 * writes the number of a page (from 1).
 */
export function setPageLabels(
  pdf: PDFDocument,
  cover: string,
  backCover: string,
  formatFolio: (page: number) => string,
): void {
  const { context } = pdf;
  const label = (text: string) => ({ P: PDFHexString.fromText(text) });
  const last = pdf.getPageCount() - 1;
  // Pairs: the index of a page, and the label that begins there.
  const nums: (number | Record<string, PDFHexString | string | number>)[] = [0, label(cover)];
  // PDF viewers can count in Western figures only; other figures need a label for each page.
  if (formatFolio(2) === "2") nums.push(1, { S: "D", St: 2 });
  else for (let index = 1; index < last; index++) nums.push(index, label(formatFolio(index + 1)));
  nums.push(last, label(backCover));
  pdf.catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: nums }));
}

// Chromium sets the page, with its bleed, into the upper left corner of a media box that is rounded to whole px.
function trimOf(page: PDFPage, { width, height, bleed }: PageGeometry): Box {
  const { height: mediaHeight } = page.getMediaBox();
  return {
    x: bleed * pointsPerMm,
    y: mediaHeight - (bleed + height) * pointsPerMm,
    width: width * pointsPerMm,
    height: height * pointsPerMm,
  };
}
