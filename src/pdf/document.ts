import { PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { pointsPerMm, type PageGeometry } from "../geometry.ts";

/** What a PDF says of itself. Dates are in UTC. */
export interface Description {
  title: string;
  author: string;
  subject: string;
  language: string;
  date: Date;
}

/** A rectangle of a page, in pt from its lower left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Opens a PDF without touching its dates. It is saved as PDF 1.7, which packs its objects; Chromium writes 1.4. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.context.header = PDFHeader.forVersion(1, 7);
  return pdf;
}

/**
 * The trim of a page that Chromium printed with bleed: it hangs from the top left corner, in a media box of whole px.
 */
function trimOf(page: PDFPage, { width, height, bleed }: PageGeometry): Box {
  const { height: media } = page.getMediaBox();
  return {
    x: bleed * pointsPerMm,
    y: media - (bleed + height) * pointsPerMm,
    width: width * pointsPerMm,
    height: height * pointsPerMm,
  };
}

/** Cuts every page to its trim: all five boxes are the trimmed page (PDF 2.0, 14.11.2). */
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

/** Title, author, subject, language and dates; viewers show the title in place of the file's name. */
export function describe(pdf: PDFDocument, { title, author, subject, language, date }: Description): void {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setSubject(subject);
  pdf.setLanguage(language);
  pdf.setCreator("pamphlet");
  pdf.setProducer("pamphlet");
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
}

/** Bookmarks, one level (PDF 2.0, 12.3.3); pages count from 1. */
export function setBookmarks(pdf: PDFDocument, bookmarks: { title: string; page: number }[]): void {
  const { context } = pdf;
  const outlines = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, index) => {
    const target = pdf.getPage(page - 1);
    const { x, y, height } = target.getMediaBox();
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outlines,
      Dest: [target.ref, PDFName.of("XYZ"), x, y + height, null],
      ...(index > 0 && { Prev: refs[index - 1]! }),
      ...(index < refs.length - 1 && { Next: refs[index + 1]! }),
    });
    context.assign(refs[index]!, item);
  });
  context.assign(outlines, context.obj({ Type: "Outlines", First: refs[0]!, Last: refs.at(-1)!, Count: refs.length }));
  pdf.catalog.set(PDFName.of("Outlines"), outlines);
}

/**
 * Page labels (PDF 2.0, 12.4.2): the covers by name, all else by the number that is printed on it, as `number` writes
 * it.
 */
export function setPageLabels(
  pdf: PDFDocument,
  cover: string,
  backCover: string,
  number: (page: number) => string,
): void {
  const { context } = pdf;
  const label = (text: string) => ({ P: PDFHexString.fromText(text) });
  const last = pdf.getPageCount() - 1;
  // A PDF numbers pages by itself in Western figures alone.
  const inside =
    number(2) === "2"
      ? [1, { S: "D", St: 2 }]
      : Array.from({ length: last - 1 }, (_, index) => [index + 1, label(number(index + 2))]).flat();
  const nums = [0, label(cover), ...inside, last, label(backCover)];
  pdf.catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: nums }));
}
