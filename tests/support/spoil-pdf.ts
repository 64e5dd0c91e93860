import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { changed } from "./mutate.ts";
import { contentsOf, withContent, type TextObject } from "./mutate-pdf.ts";

// Small changes to a PDF, each of which makes it wrong in one way. The one of the tests' files that changes PDFs by
// pdf-lib.

export type Bytes = Uint8Array;
export const name = (text: string) => PDFName.of(text);

/** The same PDF after a change to its objects. */
export async function pdfWith(
  bytes: Bytes,
  change: (pdf: PDFDocument, pages: PDFPage[]) => void | Promise<void>,
): Promise<Bytes> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  await change(pdf, pdf.getPages());
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/**
 * The same PDF with the first text object changed that says what `says` matches, on a page from `from`, counted from 1.
 */
export async function textWith(
  bytes: Bytes,
  says: RegExp,
  change: (object: TextObject, all: TextObject[]) => ReturnType<typeof removed>,
  from = 1,
): Promise<Bytes> {
  for (const { number, stream, objects } of await contentsOf(bytes)) {
    const object = number >= from && objects.find(({ glyphs }) => says.test(glyphs.map(({ text }) => text).join("")));
    if (object) return withContent(bytes, number, changed(stream, change(object, objects)));
  }
  throw new Error(`No text object says ${says}.`);
}

/** @see textWith: the text object is taken out. */
export function removed({ start, end }: TextObject): { start: number; end: number; text: string }[] {
  return [{ start, end, text: "" }];
}

/** @see textWith: a figure of it becomes another that the same font has on this page. */
export function figureChanged(
  { glyphs }: TextObject,
  all: TextObject[],
): { start: number; end: number; text: string }[] {
  const figure = glyphs.find(({ text }) => /\d/.test(text))!;
  const other = all
    .flatMap(({ glyphs }) => glyphs)
    .find(({ text, font }) => /\d/.test(text) && text !== figure.text && font === figure.font)!;
  return [{ start: figure.start, end: figure.end, text: `<${other.code}> Tj` }];
}

/** The same PDF with more at the end of what a page draws. */
export function drawing(operations: string, page = 0): (bytes: Bytes) => Promise<Bytes> {
  return async (bytes) => {
    const [number, { stream }] = [page + 1, (await contentsOf(bytes))[page]!];
    return withContent(bytes, number, `q\n${stream}\nQ\n${operations}`);
  };
}

/** The same PDF with the first element of a type changed among its tags. */
export function tagWith(
  type: string,
  change: (element: PDFDict, pdf: PDFDocument) => void,
): (bytes: Bytes) => Promise<Bytes> {
  return (bytes) =>
    pdfWith(bytes, (pdf) => {
      const element = dictionaries(pdf).find(
        (dictionary) => dictionary.has(name("P")) && dictionary.get(name("S")) === name(type),
      );
      if (!element) throw new Error(`No element is a ${type}.`);
      change(element, pdf);
    });
}

/** Every dictionary of a PDF that stands by itself, those of streams too. */
export function dictionaries(pdf: PDFDocument): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : object instanceof PDFStream ? [object.dict] : []));
}

/** The dictionary of information of a PDF. */
export function info(pdf: PDFDocument): PDFDict {
  return pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
}

/** A PDF's XMP with something replaced in it. */
export function xmpWith(from: string | RegExp, to: string): (bytes: Bytes) => Promise<Bytes> {
  return (bytes) =>
    pdfWith(bytes, (pdf) => {
      const metadata = pdf.catalog.lookup(name("Metadata"), PDFStream) as PDFRawStream;
      const text = Buffer.from(metadata.contents).toString();
      if (text === text.replace(from, to)) throw new Error(`The XMP has no ${from}.`);
      pdf.catalog.set(
        name("Metadata"),
        pdf.context.register(PDFRawStream.of(metadata.dict, Buffer.from(text.replace(from, to)))),
      );
    });
}

/** The same PDF with two of its pages in each other's place, counted from 0. */
export function pagesSwapped(one: number, other: number): (bytes: Bytes) => Promise<Bytes> {
  return (bytes) =>
    pdfWith(bytes, (_, pages) => {
      const contents = [one, other].map((index) =>
        ["Contents", "Resources"].map((key) => pages[index]!.node.get(name(key))!),
      );
      [other, one].forEach((index, from) =>
        ["Contents", "Resources"].forEach((key, which) => pages[index]!.node.set(name(key), contents[from]![which]!)),
      );
    });
}

export { PDFArray, PDFDict, PDFHexString, PDFString, type PDFPage };
